"""What a facilitator says and does at each step of the agenda, from what is known of the café."""

from collections.abc import Callable

from wcafe.domain.agenda import LineKind, Step, StepKind
from wcafe.domain.cafe import Cafe, HostMode, Mode
from wcafe.domain.etiquette import ETIQUETTE
from wcafe.domain.plan import Plan
from wcafe.domain.text import abridged
from wcafe.i18n import Words

_WARNED = 2  # minutes before the end of a round
_LONGEST = 600  # characters: a step stands on one page


def cues_of(step: Step, cafe: Cafe, plan: Plan | None, words: Words) -> list[str]:
    """Return what there is to say and to do at `step`, a paragraph each."""
    if step.line is not None:
        return _LINES[step.line.kind](cafe, plan, words)
    assert step.round is not None, "what is no line is part of a round"
    if step.kind is StepKind.TALK:
        return _talk(step.round, step.minutes, cafe, words)
    if step.kind is StepKind.HARVEST:
        return _harvest(cafe, words)
    return _move(cafe, plan, words)


def _welcome(cafe: Cafe, plan: Plan | None, words: Words) -> list[str]:
    _ = words.gettext
    told = [_("Welcome everybody, and say who called you together.")]
    if cafe.purpose:
        told.append(_("Say why: {purpose}").format(purpose=abridged(cafe.purpose, _LONGEST)))
    if plan is not None:
        told.append(_("Each badge has a route: it begins at the table of round 1."))
    return told


def _context(cafe: Cafe, plan: Plan | None, words: Words) -> list[str]:
    _, rounds = words.gettext, len(cafe.rounds)
    told = [
        words.ngettext("There is {n} round.", "There are {n} rounds.", rounds).format(n=rounds),
        _("Read out the etiquette: {rules}").format(rules=f"{'. '.join(map(_, ETIQUETTE))}."),
    ]
    if plan is not None and plan.hosts and cafe.rules.hosts is HostMode.STAY:
        told.append(
            _("Hosts stay at their table: they welcome, and tell in two minutes what was said.")
        )
    if cafe.rules.hosts is HostMode.HAND_OVER:
        told.append(_("At each table one person stays for the next round, and welcomes."))
    return told


def _talk(round_: int, minutes: int, cafe: Cafe, words: Words) -> list[str]:
    _ = words.gettext
    told = []
    if cafe.questions.mode in (Mode.SAME, Mode.PER_ROUND):
        if question := cafe.question(0, round_):
            told.append(
                _("Read out the question: “{question}”").format(
                    question=abridged(question, _LONGEST)
                )
            )
    elif any(cafe.question(table, round_) for table in range(len(cafe.tables))):
        told.append(_("Each table has its own question."))
    if round_ and cafe.rules.hosts is not HostMode.NONE:
        told.append(_("Who stayed tells first, in two minutes, what the table said before."))
    told.append(_("Invite to write and draw on the tablecloth."))
    if minutes > _WARNED:
        told.append(_("Two minutes before the end: say so, and ring."))
    return told


def _harvest(cafe: Cafe, words: Words) -> list[str]:
    _ = words.gettext
    told = [_("Each table writes on its harvest sheet what it wants to keep: an idea a box.")]
    if cafe.prompts:
        told.append(
            _("The sheet asks for: {prompts}.").format(
                prompts=abridged(" · ".join(cafe.prompts), _LONGEST)
            )
        )
    told.append(_("Collect the sheets: one a table."))
    return told


def _move(cafe: Cafe, plan: Plan | None, words: Words) -> list[str]:
    _ = words.gettext
    if plan is None:
        return [_("Everybody goes to another table, to meet other people.")]
    told = [_("Everybody looks at their badge, and goes to the next table.")]
    if plan.hosts and cafe.rules.hosts is HostMode.STAY:
        told.append(_("Hosts stay, with the tablecloth."))
    return told


def _pause(_cafe: Cafe, _plan: Plan | None, words: Words) -> list[str]:
    _ = words.gettext
    return [_("Look through the sheets that came in, and ask for those that did not.")]


def _plenary(_cafe: Cafe, _plan: Plan | None, words: Words) -> list[str]:
    _ = words.gettext
    return [
        _("Ask what several tables found, and what one alone said that must not be lost."),
        _("Ask which question is open now."),
    ]


def _closing(_cafe: Cafe, plan: Plan | None, words: Words) -> list[str]:
    _ = words.gettext
    has_hosts = plan is not None and bool(plan.hosts)
    return [
        _("Say what becomes of the harvest, who sends it to everybody, and when."),
        _("Thank everybody, the hosts by name.") if has_hosts else _("Thank everybody."),
    ]


def _other(_cafe: Cafe, _plan: Plan | None, _words: Words) -> list[str]:
    return []  # its title says what it is


_LINES: dict[LineKind, Callable[[Cafe, Plan | None, Words], list[str]]] = {
    LineKind.WELCOME: _welcome,
    LineKind.CONTEXT: _context,
    LineKind.BREAK: _pause,
    LineKind.PLENARY: _plenary,
    LineKind.CLOSING: _closing,
    LineKind.OTHER: _other,
}
