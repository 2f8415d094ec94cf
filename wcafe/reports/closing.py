"""What stands at the end: our conclusion, what comes next, corrections, names, limits, credits."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from wcafe import __version__
from wcafe.domain.amendments import Amendment, Decision
from wcafe.domain.people import participants
from wcafe.reports.editions import confirmed, until_when
from wcafe.reports.free_text import free_text
from wcafe.reports.noted import Noted
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.runs import Face, Run
from wcafe.reports.pages.styles import BODY, CAPTION
from wcafe.reports.plan_mark import plan_mark
from wcafe.services.cafe import Snapshot


def conclusion(noted: Noted) -> list[Flowable]:
    """Return what the organiser makes of it and says comes next; nothing where nothing was said."""
    paper, publication = noted.paper, noted.snapshot.cafe.publication
    _ = paper.words.gettext
    story: list[Flowable] = []
    for title, text in (
        (_("Our conclusion"), publication.conclusion),
        (_("Next steps"), publication.next_steps),
    ):
        if text:
            story += begin([paper.chapter(title)], free_text(text, paper))
    return story


def amendments(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return the corrections that came in, with what was made of each; none while undecided."""
    _ = paper.words.gettext
    decided = [each for each in snapshot.amendments if each.decision is not None]
    waiting = len(snapshot.amendments) - len(decided)
    if not snapshot.amendments:
        return []
    head: list[Flowable] = [paper.chapter(_("Corrections that came in"))]
    if waiting:
        said = paper.words.ngettext("{n} is not decided yet.", "{n} are not decided yet.", waiting)
        head.append(paper.text(said.format(n=paper.number(waiting)), CAPTION))
    return begin(head, [_amendment(each, snapshot, paper) for each in decided])


def _amendment(amendment: Amendment, snapshot: Snapshot, paper: Paper) -> Flowable:
    _ = paper.words.gettext
    decided = _("Accepted:") if amendment.decision is Decision.ACCEPTED else _("Declined:")
    runs = [Run(text=f"{decided} ", face=Face.BOLD), Run(text=amendment.text)]
    if amendment.may_be_named and amendment.who:
        runs.append(Run(text=f" — {amendment.who}"))
    if amendment.reason:
        why = _("Why: {reason}").format(reason=amendment.reason)
        runs.append(Run(text=f" {why}"))
    about = _about(amendment, snapshot, paper)
    if about:
        runs.append(Run(text=f" {about}", face=Face.SMALL))
    return paper.runs(runs, BODY)


def _about(amendment: Amendment, snapshot: Snapshot, paper: Paper) -> str:
    """Return what an amendment is about, as far as that was said."""
    _ = paper.words.gettext
    told = []
    if amendment.table is not None:
        told.append(_("table {table}").format(table=amendment.table + 1))
    if amendment.round is not None:
        told.append(_("round {round}").format(round=amendment.round + 1))
    theme = next((each for each in snapshot.themes if each.id == amendment.theme), None)
    if theme is not None:
        told.append(_("theme “{name}”").format(name=theme.name))
    return f"({', '.join(told)})" if told else ""


def named_people(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return those of the list who agreed to be named."""
    _ = paper.words.gettext
    names = sorted(person.name for person in participants(snapshot.people) if person.may_be_named)
    if not names:
        return []
    told = _("Of those who were expected or came, these agreed to be named.")
    return begin(
        [paper.chapter(_("With"))],
        [paper.text(told, CAPTION), paper.text(", ".join(names), as_typed=True)],
    )


def limits(noted: Noted, withheld: str) -> list[Flowable]:
    """Return what the notes can say, what is `withheld` and who can be asked, as far as known."""
    paper, cafe = noted.paper, noted.snapshot.cafe
    _ = paper.words.gettext
    told: list[str] = []
    if noted.snapshot.notes:
        said = [_("Notes stand here as they were written: what was said, not how many think so.")]
        if noted.placing.themes:
            said.append(_("The themes were made by people."))
        told.append(" ".join(said))
    told += [each for each in (withheld, confirmed(noted.snapshot, paper)) if each]
    title = _("Limits of the method, contact") if told else _("Contact")
    contact = cafe.publication.contact or cafe.organiser
    ends = [_("Contact: {contact}.").format(contact=contact.replace("\n", ", "))] * bool(contact)
    ends += [until_when(noted.snapshot, paper)] * bool(until_when(noted.snapshot, paper))
    if not ends:
        title = _("Limits of the method")
    if not told and not ends:
        return []
    return begin([paper.chapter(title)], [paper.text(each) for each in (*told, *ends)])


def credits_and_licence(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    made = _("Made with wcafe {version} ({mark}). Fonts: Inter and Noto, OFL.")
    told: Sequence[str] = [made.format(version=__version__, mark=plan_mark(snapshot, paper))]
    if licence := snapshot.cafe.licence:
        shared = _("Licence {licence}: copy, reuse, share").format(licence=licence)
        told = [f"{shared}.", *told]
    if thanks := snapshot.cafe.publication.credits:
        told = [thanks, *told]
    return begin([paper.chapter(_("Credits and licence"))], [paper.text(each) for each in told])
