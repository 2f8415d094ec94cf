"""What stands at the end: our conclusion, what comes next, names, limits, credits."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from wcafe import __version__
from wcafe.domain.people import participants
from wcafe.reports.editions import confirmed, until_when
from wcafe.reports.free_text import free_text
from wcafe.reports.noted import Noted
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CAPTION
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
    ends = [_("Contact: {contact}").format(contact=contact.replace("\n", ", "))] * bool(contact)
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
