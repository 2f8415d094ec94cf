"""What is told of amendments: which are open, which came late, what each is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wcafe.domain.amendments import Amendment, Decision, Way
from wcafe.domain.synthesis import StatementId, Theme
from wcafe.i18n import N_, Words

_DECISIONS = {
    None: N_("still open"),
    Decision.ACCEPTED: N_("accepted"),
    Decision.DECLINED: N_("declined"),
}
_WAYS = {
    Way.TYPED: N_("typed"),
    Way.SLIP: N_("from a slip"),
    Way.STRIP: N_("from the strip of a table"),
    Way.FORM: N_("from a form by mail"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """All amendments by what became of them, each in the order in which they came.

    Attributes:
        open: nobody decided yet.
        accepted: they are in, or stand beside what they correct.
        declined: they are not, for a reason.
        late: how many of all came after the last day; they are taken in all the same.
    """

    open: tuple[Amendment, ...]
    accepted: tuple[Amendment, ...]
    declined: tuple[Amendment, ...]
    late: int

    @property
    def all(self) -> tuple[Amendment, ...]:
        return (*self.open, *self.accepted, *self.declined)


def received(amendments: Iterable[Amendment], until: date | None) -> Received:
    """Return `amendments` by what became of them; `until` is the last day to send any."""
    every = tuple(amendments)
    return Received(
        open=tuple(each for each in every if each.decision is None),
        accepted=tuple(each for each in every if each.decision is Decision.ACCEPTED),
        declined=tuple(each for each in every if each.decision is Decision.DECLINED),
        late=sum(is_late(each, until) for each in every),
    )


def is_late(amendment: Amendment, until: date | None) -> bool:
    """Did it come in after the last day? Where either is not known nothing is late."""
    return until is not None and amendment.came is not None and amendment.came > until


def decision_name(decision: Decision | None, words: Words) -> str:
    return words.gettext(_DECISIONS[decision])


def way_name(way: Way, words: Words) -> str:
    return words.gettext(_WAYS[way])


def name_to_print(amendment: Amendment) -> str:
    """Return who sent it, where they agreed to be named; else nothing."""
    return amendment.who if amendment.may_be_named else ""


def statement_numbers(themes: Sequence[Theme]) -> Mapping[StatementId, str]:
    """Return the number of each statement: that of its theme, a point, and its own, from 1.1."""
    return {
        said.id: f"{number}.{place}"
        for number, theme in enumerate(themes, start=1)
        for place, said in enumerate(theme.statements, start=1)
    }


def what_it_is_about(amendment: Amendment, themes: Sequence[Theme], words: Words) -> str:
    """Return in a few words what it is about, as far as that is known; else nothing.

    Tables, rounds and themes go by their numbers, and a statement by its number with its theme.
    """
    _ = words.gettext
    told = []
    if amendment.table is not None:
        told.append(_("table {table}").format(table=amendment.table + 1))
    if amendment.round is not None:
        told.append(_("round {round}").format(round=amendment.round + 1))
    holds = {said.id: theme for theme in themes for said in theme.statements}
    theme = next((each for each in themes if each.id == amendment.theme), None)
    if amendment.statement is not None:
        theme = holds.get(amendment.statement, theme)
        number = statement_numbers(themes).get(amendment.statement)
        told.append(
            _("sentence {number}").format(number=number)
            if number
            else _("a sentence that is not there any more")
        )
    if theme is not None:
        told.append(_("“{theme}”").format(theme=theme.name))
    return ", ".join(told)
