"""The corrections that came in after people had read, and what became of each."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from wcafe.domain.amending import Received, name_to_print, received, what_it_is_about
from wcafe.domain.amendments import Amendment
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.lists import bulleted
from wcafe.reports.pages.paper import Paper
from wcafe.services.cafe import Snapshot


def amendments_received(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return the chapter of corrections: the accepted ones, then those declined, with the reasons.

    Those on which nobody decided yet are counted. Whoever sent one is named where they agreed to
    it. Nothing where none came.
    """
    _ = paper.words.gettext
    found = received(snapshot.amendments, snapshot.cafe.publication.amend_until)
    if not found.all:
        return []
    body: list[Flowable] = [paper.text(_in_words(found, snapshot, paper))]
    for title, amendments in ((_("Accepted"), found.accepted), (_("Declined"), found.declined)):
        if amendments:
            body += [paper.label(title), *_listed(amendments, snapshot, paper)]
    return begin([paper.chapter(_("Amendments received"))], body)


def _in_words(found: Received, snapshot: Snapshot, paper: Paper) -> str:
    """Say how many came, what became of them, and how many came late."""
    _, plural = paper.words.gettext, paper.words.ngettext
    came = plural("{n} correction came in.", "{n} corrections came in.", len(found.all))
    sentences = [came.format(n=paper.number(len(found.all)))]
    if found.open:
        left = plural("{n} is not decided yet.", "{n} are not decided yet.", len(found.open))
        sentences.append(left.format(n=paper.number(len(found.open))))
    until = snapshot.cafe.publication.amend_until
    if found.late and until is not None:
        late = plural("{n} came after {date}.", "{n} came after {date}.", found.late)
        sentences.append(late.format(n=paper.number(found.late), date=paper.long_date(until)))
    return " ".join(sentences)


def _listed(
    amendments: Sequence[Amendment], snapshot: Snapshot, paper: Paper
) -> Sequence[Flowable]:
    told = [(each.text, _beside(each, snapshot, paper)) for each in amendments]
    return bulleted(told, paper)


def _beside(amendment: Amendment, snapshot: Snapshot, paper: Paper) -> str:
    """Return what it is about, who sent it and the reason, as far as each may be told."""
    about = what_it_is_about(amendment, snapshot.themes, paper.words)
    told = " · ".join(filter(None, (about, name_to_print(amendment))))
    reason = paper.words.gettext("Reason: {reason}").format(reason=amendment.reason)
    said = [f"({told})"] * bool(told) + [reason] * bool(amendment.reason)
    return " ".join(said)
