"""The names of the months and weekdays as datelines print them, folded, with their numbers.

English in full and as abbreviated by wire services, and the full German, French, Spanish,
Italian and Portuguese names. Abbreviations that are everyday words elsewhere are left out.
"""

from __future__ import annotations

_BY_MONTH: tuple[str, ...] = (
    "january jan januar jänner janvier enero gennaio janeiro",
    "february feb febr februar février fevrier febrero febbraio fevereiro",
    "march mar märz maerz mars marzo março",
    "april apr avril abril aprile",
    "may mai mayo maggio maio",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet julio luglio julho",
    "august aug août aout agosto",
    "september sept sep septembre septiembre settembre setembro",
    "october oct okt oktober octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dez dezember décembre decembre diciembre dicembre dezembro",
)

MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_BY_MONTH, 1) for name in names.split()
}

WEEKDAYS: frozenset[str] = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "montag", "dienstag",
    "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi",
    "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves",
    "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì",
    "sabato", "domenica",
))  # fmt: skip
