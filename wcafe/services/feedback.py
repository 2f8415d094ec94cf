"""What comes back to the harvest: what tables say to its sentences, and corrections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wcafe.domain.amendments import Amendment, AmendmentId, Decision
from wcafe.domain.synthesis import StatementId
from wcafe.domain.text import clean, one_line
from wcafe.domain.verdicts import Verdict
from wcafe.errors import NoSuchAmendment
from wcafe.services.changes import Changed, Changes, Part
from wcafe.store import Store, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """What tables said to some statements before, and say now; None where nothing was said."""

    before: dict[tuple[StatementId, int], Verdict | None]
    after: dict[tuple[StatementId, int], Verdict | None]

    @property
    def back(self) -> "VerdictChange":
        """The change that takes this one back."""
        return VerdictChange(before=self.after, after=self.before)


class VerdictService:
    """Note what tables say to the sentences that were made from their notes."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes

    def all(self) -> frozenset[Verdict]:
        """Return all that was said, of sentences too that read otherwise by now."""
        with self._store.read() as work:
            return work.verdicts.all()

    def put(self, verdicts: Iterable[Verdict], *, by: object | None = None) -> VerdictChange:
        """Keep `verdicts`, each in the place of what its table said before; return the change."""
        said = [replace(each, words=one_line(each.words)) for each in verdicts]
        return self.change({(each.statement, each.table): each for each in said}, by=by)

    def change(
        self,
        wanted: dict[tuple[StatementId, int], Verdict | None],
        *,
        by: object | None = None,
    ) -> VerdictChange:
        """Let tables say what is `wanted`, by statement and table; None takes an answer back."""

        def change(work: Work) -> VerdictChange:
            here = {(each.statement, each.table): each for each in work.verdicts.all()}
            work.verdicts.remove(place for place, each in wanted.items() if each is None)
            work.verdicts.put(each for each in wanted.values() if each is not None)
            return VerdictChange(before={place: here.get(place) for place in wanted}, after=wanted)

        done = self._store.write(change)
        self._changes.tell(Changed(Part.FEEDBACK, by))
        return done


AmendmentsById = Mapping[AmendmentId, Amendment | None]
"""Amendments by their ids; None where there is none."""


class AmendmentService:
    """Take corrections in, and say what became of each."""

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes

    def all(self) -> tuple[Amendment, ...]:
        with self._store.read() as work:
            return work.amendments.all()

    def save(self, amendment: Amendment, *, by: object | None = None) -> Amendment:
        """Keep `amendment`; return it as stored. Raises EditedElsewhere if a newer one exists."""
        saved = self._store.write(lambda work: work.amendments.save(_tidy(amendment)))
        self._tell({amendment.id}, by)
        return saved

    def put(self, wanted: AmendmentsById, *, by: object | None = None) -> None:
        """Let all of `wanted` stand as they are given, as one; None takes one out.

        What somebody else made of one of them meanwhile is replaced.
        """

        def put(work: Work) -> None:
            here = {each.id: each.version for each in work.amendments.all()}
            for id_, amendment in wanted.items():
                if amendment is None:
                    work.amendments.remove(id_)
                else:
                    version = here.get(id_, 0)
                    work.amendments.save(replace(_tidy(amendment), version=version))

        self._store.write(put)
        self._tell(wanted, by)

    def decide(
        self,
        amendment: AmendmentId,
        decision: Decision | None,
        reason: str = "",
        *,
        by: object | None = None,
    ) -> Amendment:
        """Accept or decline an amendment, or leave it open again with None.

        Raises:
            NoSuchAmendment, Unexplained: it is declined without a reason.
        """

        def decide(work: Work) -> Amendment:
            here = next((each for each in work.amendments.all() if each.id == amendment), None)
            if here is None:
                raise NoSuchAmendment(amendment=amendment)
            decided = replace(here, decision=decision, reason=one_line(reason))
            return work.amendments.save(decided)

        saved = self._store.write(decide)
        self._tell({amendment}, by)
        return saved

    def remove(self, amendment: AmendmentId, *, by: object | None = None) -> None:
        """Take an amendment out, as undo does."""
        self.put({amendment: None}, by=by)

    def _tell(self, ids: Iterable[AmendmentId], by: object | None) -> None:
        self._changes.tell(Changed(Part.FEEDBACK, by, frozenset(ids)))


def _tidy(amendment: Amendment) -> Amendment:
    return replace(
        amendment,
        text=clean(amendment.text),
        who=one_line(amendment.who),
        reason=one_line(amendment.reason),
    )
