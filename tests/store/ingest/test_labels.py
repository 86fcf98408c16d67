"""Section labels (C): every form of them, where a comment ends, and the false friends."""

from __future__ import annotations

import pytest

from store.ingest.label_words import kind_of
from store.ingest.labels import read_label
from tests.store.ingest.model_form import COMMENT, REPORT, document, read_one


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("Comment: ", "Comment"),
        ("COMMENT: ", "COMMENT"),
        ("comment: ", "comment"),
        ("Comments: ", "Comments"),
        ("Comment : ", "Comment"),
        ("Comment:\n", "Comment"),
        ("Comment\n\n", "Comment"),
        ("COMMENT\n", "COMMENT"),
        ("Comment\n-------\n", "Comment"),
        ("**Comment:** ", "Comment"),
        ("**Comment**: ", "Comment"),
        ("__Comment:__ ", "Comment"),
        ("*Comment*\n\n", "Comment"),
        ("## Comment\n\n", "Comment"),
        ("### Comment:\n\n", "Comment"),
        ("Comment – ", "Comment"),
        ("Comment - ", "Comment"),
        ("COMMENT—", "COMMENT"),
        ("Comment -- ", "Comment"),
        ("Comment. ", "Comment"),
        ("[Comment] ", "Comment"),
        ("2. Comment\n\n", "Comment"),
        ("Analyst Comment: ", "Analyst Comment"),
        ("Analyst’s Comment: ", "Analyst’s Comment"),
        ("Special comment: ", "Special comment"),
        ("Zenda Institute Comment: ", "Zenda Institute Comment"),
        ("Analysis\n\n", "Analysis"),
        ("Expert Analysis\n\n", "Expert Analysis"),
        ("Assessment: ", "Assessment"),
        ("Outlook: ", "Outlook"),
        ("Outlook for This Month\n\n", "Outlook for This Month"),
        ("Implications for Ruritania\n\n", "Implications for Ruritania"),
        ("Key Takeaway: ", "Key Takeaway"),
        ("Key Takeaways\n\n", "Key Takeaways"),
        ("BLUF: ", "BLUF"),
        ("BOTTOM LINE — ", "BOTTOM LINE"),
        ("The Bottom Line: ", "The Bottom Line"),
        ("Bottom Line Up Front: ", "Bottom Line Up Front"),
        ("Why It Matters: ", "Why It Matters"),
        ("Conclusions\n\n", "Conclusions"),
        ("Policy Recommendations\n\n", "Policy Recommendations"),
        ("Recommendations and Outlook\n\n", "Recommendations and Outlook"),
    ],
)
def test_c1_forms_of_a_comment_label(label: str, printed: str) -> None:
    brief = read_one(document(label=label))
    assert [(s.kind, s.label) for s in brief.sections] == [("report", None), ("comment", printed)]
    assert brief.paragraphs("report") == REPORT
    assert brief.paragraphs("comment") == COMMENT
    assert "comment" in brief.readings


@pytest.mark.parametrize(
    "label",
    ["Summary", "Executive Summary", "Key Points", "Latest Developments", "Background", "Context",
     "Key Findings", "Toplines"],
)  # fmt: skip
def test_c4_c6_report_labels(label: str) -> None:
    assert kind_of(label) == "report"
    found = read_label(f"{label}: They met again.")
    assert found is not None
    assert (found.kind, found.text, found.rest) == ("report", label, "They met again.")


def test_c_a_later_report_label_ends_the_comment() -> None:
    brief = read_one(document() + "\n\nBackground: The pass was closed.\n\nIt stayed so.")
    shape = [(s.kind, s.label, len(s.paragraphs)) for s in brief.sections]
    assert shape == [("report", None, 2), ("comment", "Comment", 2), ("report", "Background", 2)]


def test_c_a_mere_lead_in_does_not_end_the_comment() -> None:
    brief = read_one(document() + "\n\nContext: this is the third such plan.")
    assert brief.paragraphs("comment")[-1] == "Context: this is the third such plan."


def test_x_numbered_notes_with_a_heading_are_set_aside() -> None:
    brief = read_one(document() + "\n\nNotes\n\n1. Strelsau Gazette, 3 May.")
    assert brief.paragraphs("comment") == COMMENT
    assert {"Notes", "1. Strelsau Gazette, 3 May."} <= set(brief.boilerplate)


def test_c_bullets_below_notes_are_the_analysts_own_and_no_judgement() -> None:
    brief = read_one(document() + "\n\nNotes\n\n- The ministry has not been asked.")
    assert brief.paragraphs("comment") == COMMENT
    assert brief.sections[-1].label == "Notes"
    assert brief.sections[-1].paragraphs == ("- The ministry has not been asked.",)


def test_c2_several_comments_in_one_brief() -> None:
    text = document() + "\n\nSummary: They met again.\n\nOutlook: They will meet once more."
    labels = [(s.kind, s.label) for s in read_one(text).sections]
    assert labels == [
        ("report", None),
        ("comment", "Comment"),
        ("report", "Summary"),
        ("comment", "Outlook"),
    ]


def test_c3_takeaways_at_the_top_and_bullets() -> None:
    bullets = "- The line is shut.\n- The toll is up."
    text = f"Rails Update\n\nOctober 20, 2017\n\nKey Takeaways\n\n{bullets}\n\nSummary\n\nThey met."
    brief = read_one(text)
    assert brief.paragraphs("comment") == ("- The line is shut.", "- The toll is up.")
    assert brief.paragraphs("report") == ("They met.",)


def test_c5_analysis_above_the_title_is_a_genre() -> None:
    brief = read_one("ANALYSIS\n\n" + document(label="", repeat=None))
    assert brief.title.startswith("Ruritania")
    assert brief.paragraphs("comment") == ()
    assert brief.boilerplate == ("ANALYSIS",)


@pytest.mark.parametrize("marker", ["End comment.", "END COMMENT", "(End comment.)", "End FYI."])
def test_c10_a_marker_ends_the_comment(marker: str) -> None:
    brief = read_one(f"{document()} {marker}\n\nThe ministers meet again in May.")
    assert brief.paragraphs("comment") == COMMENT
    assert brief.sections[-1].kind == "report"
    assert marker in brief.boilerplate


def test_c10_a_comment_in_brackets_ends_with_them() -> None:
    text = (
        "Rails\n\nMay 3, 2016\n\nHe left early. (Comment: He was angry (very).) He took the train."
    )
    brief = read_one(text)
    assert brief.paragraphs("report") == ("He left early.", "He took the train.")
    assert brief.paragraphs("comment") == ("He was angry (very).",)


def test_c1_a_comment_label_inside_a_paragraph() -> None:
    brief = read_one("Rails\n\nMay 3, 2016\n\nThey met on Tuesday. Comment: Nobody paid.")
    assert brief.paragraphs("comment") == ("Nobody paid.",)


@pytest.mark.parametrize(
    "line",
    [
        "Comments are closed",
        "No Comments",
        "No comment: the minister left it at that.",
        "3 Comments",
        "Leave a comment",
        "Log in to post comments",
        "Commentary on the pact was sparse.",
        "[COMMENTARY] [Text] The pact is dead.",
        "Comment was not available.",
        "Analysis of the wreck took a week.",
        "Analysis by the Zenda team: the line is shut.",
        "Conclusion of the talks is expected in May.",
        "Outlook 2018: snow.",
        "Analysis and maps inside",
        "Events – including the march – were called off.",
        "In a comment: nothing new.",
        "He said: Comment: nothing.",
        "",
        ":",
    ],
)
def test_c_false_friends(line: str) -> None:
    found = read_label(line)
    assert found is None or found.kind != "comment"


def test_c_commentary_as_a_title() -> None:
    title = "COMMENTARY: A Line Through the Pass"
    brief = read_one(f"{title}\n\nBy Ann Lee | May 3, 2016\n\nThe line is shut. Nobody knows why.")
    assert brief.title == title
    assert brief.paragraphs("comment") == ()


def test_c_a_bare_comments_heading_is_only_a_guess() -> None:
    brief = read_one(document(label="Comments\n\n"))
    assert brief.readings["comment"].confidence == "guess"


def test_c_a_label_without_text_is_set_aside() -> None:
    brief = read_one("Rails\n\nMay 3, 2016\n\nThey met on Tuesday.\n\nOutlook")
    assert brief.paragraphs("comment") == ()
    assert "Outlook" in brief.boilerplate


@pytest.mark.parametrize(
    "label", ["What comes next?", "So what?", "Why does it matter?", "What this means", "My take"]
)
def test_c9_questions_that_head_a_judgement(label: str) -> None:
    brief = read_one(document(label=f"{label}\n\n"))
    assert (brief.paragraphs("report"), brief.paragraphs("comment")) == (REPORT, COMMENT)


def test_c9_key_points_that_follow() -> None:
    found = read_label("My key points are as follows:")
    assert found is not None
    assert found.kind == "report"


def test_c2_a_heading_between_two_comments_leads_back_to_the_report() -> None:
    parts = (REPORT[0], f"Comment: {COMMENT[0]}", "The northern crossing", REPORT[1])
    brief = read_one("\n\n".join(("Rails", "May 3, 2016", *parts, f"Comment: {COMMENT[1]}")))
    assert brief.paragraphs("report") == REPORT
    assert brief.paragraphs("comment") == COMMENT
    assert brief.sections[2].label == "The northern crossing"


def test_c2_an_update_within_the_report_is_text() -> None:
    brief = read_one(f"Rails\n\nMay 3, 2016\n\n{REPORT[0]}\n\nUpdate. It is open again.")
    assert brief.paragraphs("report") == (REPORT[0], "Update. It is open again.")


def test_c3_bullets_of_takeaways_end_where_numbers_begin() -> None:
    top = "Key Takeaways\n\n- The line is shut.\n- The toll is up."
    brief = read_one(f"Rails\n\nMay 3, 2016\n\n{top}\n\n1. They met.\n\n2. They left.")
    assert brief.paragraphs("comment") == ("- The line is shut.", "- The toll is up.")
    assert brief.paragraphs("report") == ("1. They met.", "2. They left.")


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("<Comment> ", "Comment"), ("(COMMENT) ", "COMMENT"), ("Comment (Lindqvist): ", "Comment"),
        ("Comment by Vera Lindqvist: ", "Comment"), ("Analytical comment: ", "Analytical comment"),
        ("Analyst note: ", "Analyst note"), ("• Comment: ", "Comment"),
        ("Hentzau Desk comment: ", "Hentzau Desk comment"),
        ("The Road Ahead\n\n", "The Road Ahead"),
        ("C O M M E N T\n\n", "COMMENT"), ("Final Thoughts\n\n", "Final Thoughts"),
        ("Outlook for This Month   April 2021\n\n", "Outlook for This Month"),
        ("COMMENT BY THE EDITORS: ", "COMMENT"), ("So what? ", "So what"),
        ("~Comment~ ", "Comment"),
        ("ASSESSMENT.\n\n", "ASSESSMENT"), ("__Comment__ ", "Comment"), ("//COMMENT// ", "COMMENT"),
        ("<b>Comment:</b> ", "Comment"), ("Prospects\n\n", "Prospects"),
        ("Comentariu: ", "Comentariu"), ("Komentar: ", "Komentar"),
    ],
)  # fmt: skip
def test_c1_to_c9_labels_by_other_hands(label: str, printed: str) -> None:
    brief = read_one(document(label=label))
    assert [(s.kind, s.label) for s in brief.sections] == [("report", None), ("comment", printed)]
    assert brief.paragraphs("comment") == COMMENT


@pytest.mark.parametrize(
    "line",
    ["His comment: he was fishing.", "“No comment:” he shut the door.",
     "The bottom line for fishermen: no fish.", "Assessment: pending, said the form."],
)  # fmt: skip
def test_c11_other_false_friends(line: str) -> None:
    found = read_label(line)
    assert found is None or found.kind != "comment"


def test_c5_a_genre_between_title_and_byline() -> None:
    brief = read_one(
        "Rails\n\nANALYSIS\n\nBy Ann Lee\nMay 3, 2016\n\nThey met on Tuesday. It rained."
    )
    assert (brief.authors[0].name, brief.paragraphs("comment")) == ("Ann Lee", ())


def test_x_the_block_of_a_signature() -> None:
    text = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\n{document()}"
    tail = "-----BEGIN PGP SIGNATURE-----\nVersion: GnuPG v1\n\nabc==\n-----END PGP SIGNATURE-----"
    brief = read_one(f"{text}\n\n{tail}")
    assert (brief.paragraphs("report"), brief.paragraphs("comment")) == (REPORT, COMMENT)
