"""The names of the months and weekdays as datelines print them, folded, with their numbers.

English in full and as abbreviated by wire services, and the full names in German, French, Spanish,
Italian, Portuguese, Dutch, Romanian, Polish, Turkish, Serbian and Croatian (Latin and Cyrillic),
Russian and Ukrainian, in the case in which a date prints them.
Abbreviations that are everyday words elsewhere are left out.
"""

from __future__ import annotations

_BY_MONTH: tuple[str, ...] = (
    "january jan januar jänner janvier enero gennaio janeiro januari ianuarie stycznia ocak"
    " siječnja јануар января січня",
    "february feb febr februar février fevrier febrero febbraio fevereiro februari februarie"
    " lutego şubat februar veljače фебруар февраля лютого",
    "march mar märz maerz mars marzo março maart martie marca mart ožujka март марта березня",
    "april apr avril abril aprile aprilie kwietnia nisan travnja април апреля квітня",
    "may mai mayo maggio maio mei maja mayıs maj svibnja мај мая травня",
    "june jun juni juin junio giugno junho iunie czerwca haziran lipnja јун июня червня",
    "july jul juli juillet julio luglio julho iulie lipca temmuz srpnja јул июля липня",
    "august aug août aout agosto augustus sierpnia ağustos avgust kolovoza август августа серпня",
    "september sept sep septembre septiembre settembre setembro"
    " septembrie września eylül septembar rujna септембар сентября вересня",
    "october oct okt oktober octobre octubre ottobre outubro octombrie października ekim oktobar"
    " октобар октября жовтня",
    "november nov novembre noviembre novembro noiembrie kasım novembar studenoga новембар ноября",
    "december dec dez dezember décembre decembre diciembre dicembre dezembro"
    " decembrie grudnia aralık decembar prosinca децембар декабря грудня",
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
