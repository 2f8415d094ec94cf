"""What the room reads, in the language of the café: one scene for each kind of step."""

from dataclasses import dataclass

from wcafe.domain.agenda import Step, StepKind
from wcafe.domain.marks import round_name
from wcafe.domain.moment import Moment
from wcafe.domain.typography import with_held_signs
from wcafe.i18n import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Words of the room window: head line, a small line over the big text, and the foot."""

    title: str
    place: str
    eyebrow: str
    text: str
    foot: str
    aside: str = ""


def scene_of(moment: Moment, words: Words, *, has_plan: bool) -> Scene:
    """Return what the room reads at `moment`; badges say the next table where there is a plan."""
    _ = words.gettext
    eyebrow, text = _texts(moment, words, has_plan=has_plan)
    step = moment.step
    return Scene(
        title=moment.cafe.title,
        place=_place(moment, words),
        eyebrow=eyebrow,
        text=with_held_signs(text, words.info().get("language", "en")),
        foot=_foot(moment, words, has_plan=has_plan),
        aside=_("Write on the tablecloth") if step and step.kind is StepKind.TALK else "",
    )


def _place(moment: Moment, words: Words) -> str:
    _ = words.gettext
    step = moment.step
    if step is None:
        return ""
    if step.round is None:
        return step.name(words)
    cafe = moment.cafe
    place = _("Round {number} of {rounds}").format(number=step.round + 1, rounds=len(cafe.rounds))
    name = round_name(cafe.round_at(step.round), words)
    return f"{place} · {name}" if name else place


def _texts(moment: Moment, words: Words, *, has_plan: bool) -> tuple[str, str]:
    """Return the small line and the big text."""
    _ = words.gettext
    step = moment.step
    if step is None:
        if moment.is_over:
            return _("The café is over"), _("Thank you for everything you brought.")
        return _("Welcome to the café"), moment.cafe.title
    if step.kind is StepKind.TALK:
        if moment.has_own_questions:
            return _("The question"), _("Each table has its own question.")
        if not moment.question:
            return _("Time to talk"), step.name(words)
        return _("The question"), moment.question
    if step.kind is StepKind.HARVEST:
        return _("Time to harvest"), _("What do you want to keep of this round? Write it down.")
    if step.kind is StepKind.MOVE:
        if has_plan:
            return _("Change of tables"), _("Your badge says which table is next.")
        return _("Change of tables"), _("Find another table, and other people.")
    return "", step.name(words)


def _foot(moment: Moment, words: Words, *, has_plan: bool) -> str:
    _ = words.gettext
    if moment.clock is None:
        return "" if moment.is_over else _("We begin shortly.")
    coming: Step | None = moment.next_step
    if coming is None:
        return _("After this the café is over.")
    if coming.kind is StepKind.MOVE:
        if has_plan:
            return _("Next: change tables — your badge says where.")
        return _("Next: change tables.")
    if coming.kind is StepKind.HARVEST:
        return _("Next: write down what matters most.")
    return _("Next: {step}").format(step=coming.name(words))
