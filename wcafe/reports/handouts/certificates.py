"""Certificates of attendance, a page a person: for those whom check-in saw, and nobody else."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.people import Person, Role
from wcafe.domain.text import join_names
from wcafe.errors import NobodySeen, NoCertificateOf
from wcafe.i18n import N_
from wcafe.reports.handouts.signature import Signature
from wcafe.reports.pages.fitting import evened, size_for
from wcafe.reports.pages.flowables import Ruled
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import BODY, LEAD, MUTED, TITLE
from wcafe.services.attendance import rounds_noted, seen
from wcafe.services.cafe import Snapshot

_MOST_NAMED = 20
_MOST_TITLE, _MOST_NAME = (26.0, 12.0), (34.0, 9.0)  # the largest and the smallest sizes

_HEAD = ParagraphStyle("certificate", TITLE, fontSize=24, leading=30)
_SAYS = ParagraphStyle("certificate_says", LEAD, fontSize=13, leading=20)
_SMALL = ParagraphStyle("certificate_small", BODY, textColor=MUTED)

_TOOK_PART = {
    Role.PARTICIPANT: N_("took part in the World Café"),
    Role.FACILITATOR: N_("facilitated the World Café"),
    Role.CREW: N_("was in the crew of the World Café"),
    Role.OBSERVER: N_("observed the World Café"),
}


def certificates(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return a certificate for each person who was seen at the door; the paper tells who gets none.

    What nobody told is a line to write on, or is left out: the day, the place, who organised, the
    rounds.

    Raises:
        NobodySeen: check-in has seen nobody yet.
        NoCertificateOf: it is asked for some, and check-in saw none of them.
    """
    only = options.only
    asked = [each for each in snapshot.people if only is None or each.id in only]
    here = seen(asked)
    unseen = [each.name for each in asked if not each.arrived]
    if only is not None and not here:
        raise NoCertificateOf(names=join_names(unseen, most=_MOST_NAMED))
    if not here:
        raise NobodySeen
    paper.unseen += unseen
    story: list[Flowable] = []
    for person in here:
        story += [PageBreak()] if story else []
        story += _certificate(person, snapshot, paper)
    return story


def _certificate(person: Person, snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    cafe = snapshot.cafe
    if cafe.organiser:
        certifies = _("{organiser} certifies that").format(organiser=cafe.organiser)
    else:
        certifies = _("We certify that")
    name, title = _fitted(person.name, _MOST_NAME, paper), _fitted(cafe.title, _MOST_TITLE, paper)
    paper.note_cut(person.name, name, paper.text_width)
    shown = evened(paper.set(cafe.title), paper.text_width, title.fontSize, SERIF)
    return [
        paper.text(_("Certificate of attendance"), _HEAD, tag="H1", outline=0),
        Ruled(),
        Spacer(0, 12 * mm),
        paper.text(certifies, _SAYS),
        Spacer(0, 4 * mm),
        paper.text(person.name, name, tag="P", as_typed=True),
        Spacer(0, 4 * mm),
        paper.text(_(_TOOK_PART[person.role]), _SAYS),
        Spacer(0, 4 * mm),
        paper.text(shown, title),
        Spacer(0, 6 * mm),
        *_when_and_where(snapshot, paper),
        Spacer(0, 10 * mm),
        *_presence(person, snapshot, paper),
        Spacer(0, 26 * mm),
        Signature((_("Place and date"), _("Name and signature")), paper),
    ]


def _when_and_where(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return the day and the place, as far as they are known."""
    cafe = snapshot.cafe
    told = [paper.long_date(cafe.day)] if cafe.day is not None else []
    told += [cafe.place] if cafe.place else []
    return [paper.text(each, _SAYS) for each in told]


def _presence(person: Person, snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return what was noted of `person`: at the door, and in rounds if that is known."""
    _, plural = paper.words.gettext, paper.words.ngettext
    story: list[Flowable] = [paper.text(_("Presence was noted at the door."), _SMALL)]
    rounds, noted = len(snapshot.cafe.rounds), rounds_noted(person, snapshot)
    if len(noted) == rounds > 1:
        told = _("It was noted in all {rounds} rounds.").format(rounds=rounds)
    elif noted:
        numbers = ", ".join(str(round_ + 1) for round_ in noted)
        told = plural(
            "It was noted in round {numbers} of {rounds}.",
            "It was noted in rounds {numbers} of {rounds}.",
            len(noted),
        ).format(numbers=numbers, rounds=rounds)
    else:
        return story
    return [*story, paper.text(told, _SMALL)]


def _fitted(words: str, sizes: tuple[float, float], paper: Paper) -> ParagraphStyle:
    """Return the style in which `words` go over two lines at most, as large as they can be."""
    size = size_for(words, paper.text_width, 2, sizes, SERIF)
    return ParagraphStyle(f"certificate-{size}", TITLE, fontSize=size, leading=1.3 * size)
