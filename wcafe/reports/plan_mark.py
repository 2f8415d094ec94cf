"""The mark of the plan on all that is printed, by which a page that is out of date is seen."""

from wcafe.reports.pages.paper import Paper
from wcafe.services.cafe import Snapshot


def plan_mark(snapshot: Snapshot, paper: Paper) -> str:
    """Return the plan's fingerprint, and whether the café has changed since it was made."""
    _ = paper.words.gettext
    if snapshot.plan is None:
        return _("no plan")
    text = (
        _("plan {fingerprint}, out of date") if snapshot.is_plan_stale else _("plan {fingerprint}")
    )
    return text.format(fingerprint=snapshot.plan.fingerprint)


def dated_mark(snapshot: Snapshot, paper: Paper) -> str:
    """Return the same with the time of printing."""
    return f"{plan_mark(snapshot, paper)} · {paper.moment()}"
