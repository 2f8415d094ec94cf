"""The last page of a host kit: the recap, what is noted, and how people talk here."""

from reportlab.platypus import Flowable

from wcafe.domain.cafe import HostMode
from wcafe.domain.etiquette import ETIQUETTE, LONGEST_RECAP
from wcafe.domain.kinds import KINDS_TO_READ, kind_name
from wcafe.reports.handouts.kit_styles import line, points, section
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.tags import Node
from wcafe.services.cafe import Snapshot


def part(snapshot: Snapshot, size: float, parent: Node, paper: Paper) -> list[Flowable]:
    """Return the parts of the page in letters of `size` points."""
    _, plural = paper.words.gettext, paper.words.ngettext
    cafe = snapshot.cafe
    story: list[Flowable] = []
    if len(cafe.rounds) > 1:
        title = plural("Recap: {n} minute at most", "Recap: {n} minutes at most", LONGEST_RECAP)
        story.append(section(title.format(n=LONGEST_RECAP), size, parent, paper))
        story += points(_recap(snapshot, paper), size, parent, paper)
    story.append(section(_("What to note"), size, parent, paper))
    kinds = ", ".join(kind_name(kind, paper.words, cafe.kind_labels) for kind in KINDS_TO_READ)
    noted = [
        _("About five short notes a round: one thought each, in the words in which it was said."),
        _("Say what each one is: {kinds}.").format(kinds=kinds),
        _("What a single person said has its place too: mark it as such."),
        _("Write no names of those who spoke."),
    ]
    if any(round_.harvest for round_ in cafe.rounds):
        noted.insert(1, _("Write when the talk is over, in the minutes kept for it."))
    story += points(noted, size, parent, paper)
    if cafe.prompts:
        story.append(line(_("The harvest sheet asks for:"), size, parent, paper))
        story += points(cafe.prompts, size, parent, paper)
    story.append(section(_("Etiquette"), size, parent, paper))
    return [*story, *points(map(_, ETIQUETTE), size, parent, paper)]


def _recap(snapshot: Snapshot, paper: Paper) -> list[str]:
    _ = paper.words.gettext
    told = [
        _(
            "From the second round on, tell those who arrive what the tablecloth holds: what came "
            "back most, what surprised, which question stays open."
        ),
        _("Then ask what they bring from the tables they come from."),
        _("Neither defend nor judge what was said before: link it to what is said now."),
    ]
    if snapshot.cafe.rules.hosts is HostMode.NONE:
        told[0] = _(
            "From the second round on, somebody reads from the tablecloth what was said: what "
            "came back most, what surprised, which question stays open."
        )
    return told
