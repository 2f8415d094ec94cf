"""What a correction can be about, and what is told of it above its fields."""

from datetime import date

from wcafe.domain.amending import decision_name, is_late, statement_numbers
from wcafe.domain.amendments import Amendment
from wcafe.domain.synthesis import Theme
from wcafe.domain.text import one_line
from wcafe.ui.words import _, desk_words, spoken
from wcafe.written import long_day

UNKNOWN = ""
"""What stands for nothing that was said."""
_LONGEST = 70  # characters of a sentence in a choice


def facts(amendment: Amendment, until: date | None) -> list[str]:
    """Return what became of a correction, the day it came in, and whether that was too late."""
    told = [decision_name(amendment.decision, desk_words())]
    if amendment.came is not None:
        told.append(_("came on {date}").format(date=long_day(amendment.came, spoken())))
    if is_late(amendment, until):
        told.append(_("after the last day"))
    return told


def offers(themes: tuple[Theme, ...], amendment: Amendment) -> dict[str, str]:
    """Return what a correction can be about: themes with their sentences, by number."""
    numbers = statement_numbers(themes)
    offered = {UNKNOWN: _("Not known")}
    for number, theme in enumerate(themes, start=1):
        offered[f"theme:{theme.id}"] = f"{number}. {theme.name}"
        for said in theme.statements:
            text = one_line(said.text)
            short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
            offered[f"statement:{said.id}"] = f"   {numbers[said.id]} {short}"
    key = key_of(amendment)
    return offered if key in offered else {key: _("What is not there any more")} | offered


def key_of(amendment: Amendment) -> str:
    """Return the key of what a correction is about, among those of `offers`."""
    if amendment.statement is not None:
        return f"statement:{amendment.statement}"
    return f"theme:{amendment.theme}" if amendment.theme is not None else UNKNOWN


def place_of(key: str) -> int | None:
    """Return the table or round that was chosen, from 0."""
    return int(key) if key != UNKNOWN else None
