"""Acting on briefs: read, star, tag, note, forget, and taking any of it back.

Acts are done on all marked briefs if any are marked, whichever pane has the keys; what can only be
done to one (a note, a correction, a passage copied) is done to the one that is read, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import SuspendNotSupported

from store.errors import UsageError
from store.text import counted
from store.views import Row
from tui import outside
from tui.messages import Field, Marked, TagsLoaded, Told, Wrote
from tui.screens.floor import Floor
from tui.widgets.listing import Listing
from tui.widgets.prompt import completing_words

_NOT: Mapping[Field, str] = {"read": "unread", "starred": "no longer starred"}


class Acting(Floor):
    """Acts on the marked briefs, else on the one that is read, else on the one chosen."""

    # Stars, and what is read

    def action_star(self) -> None:
        """Star the briefs, or take the stars away if all have one."""
        if ids := self.chosen():
            self.desk.set_starred(ids, not self._all(ids, "starred"))

    def action_toggle_read(self) -> None:
        """Call the briefs read, or unread if all are read."""
        if ids := self.chosen():
            self.desk.set_read(ids, not self._all(ids, "read"))

    def _all(self, ids: Sequence[str], field: str) -> bool:
        known: dict[str, object] = dict(self.listing.marks)
        if self.row is not None:
            known[self.row.id] = self.row
        if self.reader.brief is not None:
            known[self.reader.brief.id] = self.reader.brief
        return all(getattr(known.get(identity), field, False) for identity in ids)

    @on(Wrote)
    def _wrote(self, message: Wrote) -> None:
        self.listing.change(message.ids, message.field, message.value)
        self.reader.change(message.ids, message.field, message.value)
        self.places.count(message.field, len(message.ids) if message.value else -len(message.ids))
        if not message.quietly and message.ids == tuple(self.listing.marks):
            word = message.field if message.value else _NOT[message.field]
            self.status.say(f"{self.told(message.ids)} {word}; U takes it back")

    # Marks

    def action_mark_all(self) -> None:
        """Mark all that the list holds, or unmark them where they are marked already."""
        if self.listing.of_briefs:
            self.desk.all_of(self.here.place, self.here.query)

    @on(Listing.MarksChanged)
    def _marks_changed(self) -> None:
        self.status.mark(len(self.listing.marks))

    @on(Marked)
    def _marked_all(self, message: Marked) -> None:
        marks = dict(self.listing.marks)
        if all(row.id in marks for row in message.rows):
            gone = {row.id for row in message.rows}
            self.listing.mark_only(row for row in marks.values() if row.id not in gone)
            return
        marks.update((row.id, row) for row in message.rows)
        self.listing.mark_only(marks.values())
        if rest := message.total - len(message.rows):
            self.status.hold(f"{rest:,} more are too many to mark")

    # Tags

    def action_tag(self) -> None:
        """Put tags on the briefs, or take them away."""
        if ids := self.chosen():
            self.desk.tags(ids)

    @on(TagsLoaded)
    def _ask_tags(self, message: TagsLoaded) -> None:
        has = f"has {' '.join(message.has)}" if message.has else "no tag yet"
        self.prompt.ask(
            f"Tags for {self.told(message.ids)} ({has}):",
            lambda text: self._tag(message.ids, text),
            hint="word adds a tag, -word takes one away, Tab completes",
            complete=completing_words(message.known, signs="+-"),
        )

    def _tag(self, ids: Sequence[str], text: str) -> None:
        words = text.split()
        remove = [word[1:] for word in words if word.startswith("-") and len(word) > 1]
        add = [word.removeprefix("+") for word in words if not word.startswith("-")]
        add = [word for word in add if word]
        if add or remove:
            signs = " ".join([*(f"+{t}" for t in add), *(f"-{t}" for t in remove)])
            self.desk.act(
                f"{self.told(ids)} tagged {signs}; U takes it back",
                lambda: self.library.tag(ids, add, remove),
            )

    # Notes

    def action_note(self) -> None:
        """Write a note on the brief, and on the paragraph that is picked out in it."""
        if ids := self.chosen(one=True):
            identity, paragraph = ids[0], self.reader.paragraph if self.reader.has_focus else None
            where = self.this_one(identity, paragraph)
            self.prompt.ask(
                f"Note on {where}:",
                lambda text: self._note(identity, paragraph, text),
                hint="Enter keeps it, Ctrl+o writes it in your editor"
                + ("" if paragraph else "; J in the brief picks a paragraph to note on"),
                elsewhere=lambda text: self._note_in_editor(identity, paragraph, text),
            )

    def _note(self, identity: str, paragraph: int | None, text: str) -> None:
        if text.strip():
            self.desk.act(
                f"noted on {identity}", lambda: self.library.note(identity, text, paragraph)
            )

    def _note_in_editor(self, identity: str, paragraph: int | None, text: str) -> None:
        try:
            with self.app.suspend():
                text = outside.edited(text)
        except SuspendNotSupported:
            self.status.say("There is no editor here; write the note in this line.")
            return
        except UsageError as error:
            self.status.say(str(error))
            return
        self._note(identity, paragraph, text)

    # Forgetting, and taking back

    def action_forget(self) -> None:
        """Take the briefs out of every view; marked ones only when asked again."""
        ids = self.chosen()
        if ids and not self.listing.marks:
            self._forget(ids)
        elif ids:
            self.prompt.ask(
                f"Forget {self.told(ids)}? (y/n)",
                lambda text: self._forget(ids) if text.strip().lower() in ("y", "yes") else None,
                hint="U takes it back",
            )

    def _forget(self, ids: Sequence[str]) -> None:
        said = f"{self.told(ids)} forgotten; U takes it back"
        gone = set(ids)
        self.listing.mark_only(r for r in self.listing.marks.values() if r.id not in gone)
        self.to_list()
        self.desk.act(said, lambda: self.library.forget(ids))

    def action_undo(self) -> None:
        """Take back what was done last."""
        self.desk.undo()

    @on(Told)
    def _was_told(self, message: Told) -> None:
        self.status.say(message.line)

    def chosen(self, *, one: bool = False) -> tuple[str, ...]:
        """The ids that an act is meant for; says so if there is none.

        The marked ones, if there are any and not only `one` is wanted; else the one that is read,
        else the one under the cursor.
        """
        if self.listing.marks and not one:
            return tuple(self.listing.marks)
        if self.reader.has_focus and self.reader.brief is not None:
            return (self.reader.brief.id,)
        if isinstance(self.row, Row):
            return (self.row.id,)
        self.status.say("No brief is chosen.")
        return ()

    def told(self, ids: Sequence[str]) -> str:
        """The briefs an act is meant for in words: "b4f2k", or "2 marked briefs"."""
        if ids and tuple(ids) == tuple(self.listing.marks):
            return counted(len(ids), "marked brief")
        return ids[0] if len(ids) == 1 else f"{len(ids):,} briefs"

    def this_one(self, identity: str, paragraph: int | None = None) -> str:
        """The one brief that an act is meant for, and that the marked ones are not."""
        where = f"{identity}, paragraph {paragraph}" if paragraph else identity
        count = len(self.listing.marks)
        return f"{where} (only this one, not the {count:,} marked)" if count else where
