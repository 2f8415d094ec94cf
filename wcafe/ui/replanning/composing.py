"""Composing as a piece of background work, and what is proposed before it."""

from collections.abc import Callable, Sequence

from wcafe.domain.cafe import Cafe
from wcafe.domain.people import Person, expected
from wcafe.domain.text import join_names
from wcafe.errors import WcafeError
from wcafe.services.plan import Composed, PlanService
from wcafe.services.planning.jokers import spare_places, with_tables_and_chairs
from wcafe.ui.tasks import Job
from wcafe.ui.words import _, desk_words, ngettext

SECONDS, LONGER, MANY = 2.0, 8.0, 150
"""How long the solver may look, and how long for more than `MANY` people."""
_MOST_NAMED = 6


def composing(
    plans: PlanService, people: int, *, seed: int, from_round: int, is_repair: bool = False
) -> Callable[[Job], Composed]:
    """Return the work of composing a plan for `people`; a job that is stopped ends it early."""
    seconds = LONGER if people > MANY else SECONDS

    def work(job: Job) -> Composed:
        def say(repeats: int, bound: int) -> None:
            found = ngettext("{number} repeat meeting", "{number} repeat meetings", repeats)
            facts = [found.format(number=repeats)]
            if bound:
                facts.append(_("at least {number}").format(number=bound))
            job.say(", ".join(facts))

        return plans.compute(
            seconds=seconds,
            seed=seed,
            from_round=from_round,
            is_repair=is_repair,
            stop=job.is_stopped,
            on_better=say,
        )

    return work


def needed_badges(names: Sequence[str]) -> str:
    """Say who needs another badge, now that another plan is kept; nothing where nobody does."""
    if not names:
        return ""
    shown = join_names(names, most=_MOST_NAMED)
    return _("New badges are needed for: {names}.").format(names=shown)


def proposal_for(cafe: Cafe, guests: Sequence[Person]) -> str:
    """Say what a plan would be for: the people, and the tables that suit them."""
    people = len(expected(guests, len(cafe.rounds)))
    spare = spare_places(cafe, guests)
    try:
        tables = len(with_tables_and_chairs(cafe, guests, [people], spare).tables)
    except WcafeError as error:
        return error.describe(desk_words())
    sentence = _(
        "People to seat: {people}. Tables: {tables}. Rounds: {rounds}. "
        "Nobody has a seat yet; a plan takes a few seconds."
    )
    words = sentence.format(people=people, tables=tables, rounds=len(cafe.rounds))
    kept = _("Spare places: {spare}.").format(spare=spare)
    return f"{words} {kept}" if spare else words
