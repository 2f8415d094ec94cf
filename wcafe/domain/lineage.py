"""What a note has said before: by this two copies of a café tell whose words were seen by whom.

A revision's number says nothing beyond the file that gave it. So an export says of each note
what it has said so far, as fingerprints, and a list that comes in is held against that.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from wcafe.domain.notes import SAID, Note, NoteId, Said
from wcafe.domain.settling import Operation

Prints = tuple[str, ...]
"""The fingerprints of all that a note has said, oldest first."""

_LETTERS = "abcdefghijklmnop"  # no digits: spreadsheets would take some of those for numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """One note, deleted or not, and the fingerprints of all it has said, oldest first.

    What an import said that was taken back is no part of it, as if it had never come; it stands
    in `taken_back`. `states` are what fingerprints stand for, as far as it was said here. `heard`
    is what was known of another copy at some revision: its number, and all that the note had said
    by then there and here. A list that is older changes nothing then.
    """

    head: Note
    prints: Prints = ()
    states: Mapping[str, Note] = field(default_factory=dict)
    taken_back: frozenset[str] = frozenset()
    heard: str = ""

    def then(self, note: Note) -> "Lineage":
        """Return the lineage with `note`, which says more, at its head."""
        return replace(
            self,
            head=note,
            prints=_without_repeats((*self.prints, fingerprint(note))),
            states={**self.states, fingerprint(note): note},
        )

    def hearing(self, said: Sequence[str], *, is_merged: bool = False) -> "Lineage | None":
        """Return the lineage that knows what else was `said` elsewhere before these words.

        Args:
            said: what the note had said there, oldest first.
            is_merged: whether the words here hold what was said there, though they are others.

        Returns:
            None where that is nothing new, or leads to other words.
        """
        wanted = _without_repeats(said)
        if is_merged and not _is_part_of(self.prints, wanted):
            *ours, now = self.prints
            wanted = (*ours, *(each for each in wanted if each not in self.prints), now)
        if wanted[-1:] != self.prints[-1:] or len(wanted) <= len(self.prints):
            return None
        if not _is_part_of(self.prints, wanted):
            return None
        return replace(self, prints=wanted, heard=" ".join((str(self.head.rev), *wanted)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the words of a row belong: beside which note, and which revision they follow.

    `base` is None where they are there already, and there is nothing to do. `merged` is what is to
    be said in their place, where both copies changed something else. `is_beside` where they are
    another version of a note, even of a deleted one: who deleted it had not seen them, nor their
    writer what was deleted.
    """

    note: NoteId
    base: int | None
    merged: Operation | None = None

    @property
    def is_beside(self) -> bool:
        return self.base == 0


def fingerprint(said: Said) -> str:
    """Return twelve letters that stand for all that a note says.

    Of a note that says no more than one of the first wcafe could they are the same as then, so
    that older exports still tell what they told.

    >>> from wcafe.domain.notes import Kind
    >>> fingerprint(Note(id=NoteId("n"), table=0, round=0, kind=Kind.IDEA, text="Un banc"))
    'ncbeediapbdg'
    """
    facts: list[object] = [said.table, said.round, said.kind.value, said.text, said.author]
    younger = said.said_since_first
    facts += [younger.pop(name) for name in ("parent", "is_lone") if name in younger]
    if younger:
        facts.append(younger)
    digest = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).digest()[:6]
    return "".join(_LETTERS[byte >> 4] + _LETTERS[byte & 15] for byte in digest)


def lineage(revisions: Sequence[tuple[Note, bool]], heard: str = "") -> Lineage:
    """Return the lineage of a note.

    Args:
        revisions: all of them, oldest first; each with whether it takes an import back.
        heard: what was known of another copy, as `Lineage.heard` says it.
    """
    rev, *known = heard.split() or ["0"]
    said: list[Note] = []
    taken_back = set()
    for note, takes_back in revisions:
        if not takes_back:
            said.append(note)
        elif said:
            taken_back.add(fingerprint(said.pop()))
    head = revisions[-1][0]
    if said:
        said.append(head)
    return Lineage(
        head=head,
        prints=_without_repeats([*known, *(fingerprint(n) for n in said if n.rev > int(rev))]),
        states={fingerprint(note): note for note in said},
        taken_back=frozenset(taken_back),
        heard=heard,
    )


def find_place(row: Operation, seen: Sequence[str], family: Sequence[Lineage]) -> Place:
    """Find where a row of a list belongs, so that nothing is lost, doubled or said again.

    Args:
        row: what it says; its `note` is the id that the list gives.
        seen: fingerprints of what the note had said before, as far as its writer knew.
        family: that note and the other versions of it, where any of them is here.
    """
    now = fingerprint(row)
    said = (*seen, now) if now not in seen[-1:] else tuple(seen)
    near = sorted(family, key=lambda each: (each.head.id != row.note, each.head.is_deleted))
    alive = [each for each in near if each.prints]
    for each in alive:
        if each.prints[-1] == now and not each.head.is_deleted:
            return Place(note=each.head.id, base=None)
    for each in alive:
        if each.prints[-1] != now and _is_part_of(each.prints, said):
            return Place(note=each.head.id, base=each.head.rev)  # the writer went on from here
    for each in alive:
        if now in each.prints:
            has_both = each.prints[-1] in said and not _is_part_of(said, each.prints)
            wins = has_both and now > each.prints[-1]  # the same of the two in whichever copy
            return Place(note=each.head.id, base=each.head.rev if wins else None)
    for each in alive:
        if each.prints[-1] in said:
            return Place(note=each.head.id, base=each.head.rev)
    for each in alive:
        if (merged := _merge(row, seen, each)) is not None:
            is_said = fingerprint(merged) == each.prints[-1]
            return Place(note=each.head.id, base=None if is_said else each.head.rev, merged=merged)
    for each in alive:
        if any(row.text == state.text for state in each.states.values()):
            return Place(note=each.head.id, base=None)  # no words to lose
    for each in near:
        if not each.prints:  # an import brought it and was taken back: it comes again
            return Place(note=each.head.id, base=each.head.rev)
    return Place(note=near[0].head.id if near else row.note, base=0)


def _merge(row: Operation, seen: Sequence[str], here: Lineage) -> Operation | None:
    """Return what `row` and the head of `here` say together; None where both have new words.

    Each keeps what it changed since the last that both knew. What both changed, and that is no
    text, is the same in whichever copy the two meet: that one has to win everywhere.
    """
    known, head = _last_known(seen, here), here.head
    if known is None or head.is_deleted:
        return None
    if known.text not in (row.text, head.text) and row.text != head.text:
        return None
    merged = {}
    for name in SAID:
        before, ours, theirs = (getattr(each, name) for each in (known, head, row))
        is_both = before not in (ours, theirs)
        merged[name] = max(ours, theirs, key=str) if is_both else theirs if ours == before else ours
    return replace(row, **merged)


def _last_known(seen: Sequence[str], here: Lineage) -> Note | None:
    """Return what the note said when both last knew the same, as far as can be told.

    What was heard from there and merged was never said here: it is what was made of it, without
    what had been changed here before.
    """
    known = next((here.states[each] for each in reversed(seen) if each in here.states), None)
    heard = next((each for each in reversed(seen) if each in here.prints), None)
    if known is None or heard is None or heard in here.states:
        return known
    at = here.prints.index(heard)
    before = [here.states[each] for each in here.prints[:at] if each in here.states]
    after = [here.states[each] for each in here.prints[at:] if each in here.states]
    if not before or not after:
        return known
    said, ours, now = known.said, before[-1].said, after[0].said
    own = {name: said[name] for name in SAID if said[name] != ours[name] == now[name]}
    return replace(after[0], **own)


def _is_part_of(some: Sequence[str], all_: Iterable[str]) -> bool:
    """Does `all_` hold what is in `some`, in that order?"""
    rest = iter(all_)
    return all(each in rest for each in some)


def _without_repeats(prints: Iterable[str]) -> Prints:
    """Return `prints` with those that follow themselves once."""
    kept: list[str] = []
    for each in prints:
        if each not in kept[-1:]:
            kept.append(each)
    return tuple(kept)
