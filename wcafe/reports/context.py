"""How it came about: what the organiser tells, what was asked, how it was done."""

from reportlab.platypus import Flowable

from wcafe.reports.free_text import free_text
from wcafe.reports.noted import Noted
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.lists import numbered
from wcafe.reports.pages.styles import LEAD
from wcafe.reports.questions import asked


def context(noted: Noted) -> list[Flowable]:
    """Return the chapter; nothing where nobody told anything."""
    paper, cafe = noted.paper, noted.snapshot.cafe
    _ = paper.words.gettext
    texts = asked(cafe)
    if not texts and not cafe.purpose and not cafe.publication.context:
        return []
    story: list[Flowable] = []
    if cafe.purpose:
        story.append(paper.text(cafe.purpose, LEAD))
    story += free_text(cafe.publication.context, paper)
    if texts:
        story.append(paper.label(_("Questions")))
        story += numbered(texts, paper)
    title = _("Context and questions") if texts else _("Context")
    return begin([paper.chapter(title)], story)
