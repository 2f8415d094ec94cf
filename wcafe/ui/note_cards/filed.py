"""Notes as Harvest lists them: each with its theme, sifted by a filter, under its table."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from wcafe.domain.kinds import Kind, Labels
from wcafe.domain.nesting import in_order_of_parents
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import Theme, ThemeId, mark_of
from wcafe.ui.note_cards.fact_words import say_briefly, say_whole
from wcafe.ui.words import _, figure, ngettext

NO_THEME = ThemeId("")
"""What the filter asks for to see the notes that stand under none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A note and the theme it stands under, if any, which has a `mark`.

    `depth` says how deep it lies under notes that it belongs to and that stand above it, `labels`
    what the café calls kinds of note.
    """

    note: Note
    theme: ThemeId = NO_THEME
    theme_name: str = ""
    mark: int = -1
    depth: int = 0
    labels: Labels = ()

    @property
    def key(self) -> str:
        return self.note.id

    @property
    def caption(self) -> str:
        """Say what kind of note it is, where it was said and what is known of it."""
        return say_briefly(self.note, self.labels)

    @property
    def chips(self) -> tuple[str, ...]:
        """Say what is unusual about it."""
        note = self.note
        told = {
            _("second version"): bool(note.conflict_of),
            _("late"): note.is_late,
            _("lone voice"): note.is_lone,
            _("withheld"): bool(note.withheld),
            _("on the wall"): note.is_on_wall,
        }
        return tuple(words for words, is_so in told.items() if is_so)

    @property
    def words(self) -> str:
        """Say all of it, for a screen reader."""
        theme = _("theme {name}").format(name=self.theme_name) if self.theme_name else ""
        above = _("belongs to the note above") if self.depth else ""
        facts = say_whole(self.note, self.labels)
        parts = (self.note.text, above, facts, theme, *self.chips)
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableHead:
    """The line above the notes of one table."""

    table: int
    name: str
    notes: int

    @property
    def key(self) -> str:
        return f"table:{self.table}"

    @property
    def count(self) -> str:
        return ngettext("{number} note", "{number} notes", self.notes).format(
            number=figure(self.notes)
        )

    @property
    def words(self) -> str:
        return f"{self.name}. {self.count}"


Row = Filed | TableHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which notes are asked for; None lets all pass."""

    table: int | None = None
    round: int | None = None
    kind: Kind | None = None
    theme: ThemeId | None = None
    search: str = ""

    @property
    def has_choices(self) -> bool:
        """Is anything asked for beside words?"""
        return replace(self, search="") != Filter()

    def passes(self, filed: Filed) -> bool:
        """Is a note asked for, whatever its words?"""
        note = filed.note
        return (
            self.table in (None, note.table)
            and self.round in (None, note.round)
            and self.kind in (None, note.kind)
            and self.theme in (None, filed.theme)
        )


def file_all(
    notes: Iterable[Note], themes: Sequence[Theme], before: Iterable[Filed] = ()
) -> tuple[Filed, ...]:
    """Return each note with its theme, in the order of tables, rounds and arrival.

    Notes that belong to another stand behind it.

    Those of `before` that say the same still are taken as they are, so that among many notes
    views find in no time which are new.
    """
    known = {each.note.id: each for each in before}
    homes = {
        note: (mark_of(theme, place), theme)
        for place, theme in enumerate(themes)
        for note in theme.notes
    }
    nowhere = (-1, None)
    filed = []
    ordered = sorted(notes, key=lambda note: (note.table, note.round))
    for note, depth in in_order_of_parents(ordered):
        mark, theme = homes.get(note.id, nowhere)
        id_, name = (theme.id, theme.name) if theme is not None else (NO_THEME, "")
        here = known.get(note.id)
        if (
            here is None
            or here.note is not note
            or (here.mark, here.theme, here.theme_name, here.depth) != (mark, id_, name, depth)
        ):
            here = Filed(note=note, theme=id_, theme_name=name, mark=mark, depth=depth)
        filed.append(here)
    return tuple(filed)


def called(filed: Iterable[Filed], labels: Labels) -> tuple[Filed, ...]:
    """Return the same notes with kinds called by `labels`."""
    return tuple(each if each.labels == labels else replace(each, labels=labels) for each in filed)


def sift(
    filed: Iterable[Filed], wanted: Filter, found: Collection[NoteId] | None = None
) -> list[Filed]:
    """Return the notes that `wanted` lets pass; if words are looked for, of those `found`."""
    with_words = filed if found is None else [each for each in filed if each.note.id in found]
    if not wanted.has_choices and found is None:
        return list(with_words)
    return nested([each for each in with_words if wanted.passes(each)])


def nested(filed: Sequence[Filed]) -> list[Filed]:
    """Return `filed` with notes behind those of them that they belong to, and as deep as that."""
    if not any(each.note.parent for each in filed):
        return [replace(each, depth=0) if each.depth else each for each in filed]
    known = {each.note.id: each for each in filed}
    return [
        known[note.id] if known[note.id].depth == depth else replace(known[note.id], depth=depth)
        for note, depth in in_order_of_parents([each.note for each in filed])
    ]


def under_tables(filed: Sequence[Filed], table_name: Callable[[int], str]) -> list[Row]:
    """Return `filed`, which is in the order of tables, with a head above each table's."""
    counts = Counter(each.note.table for each in filed)
    rows: list[Row] = []
    for each in filed:
        table = each.note.table
        if not rows or rows[-1].note.table != table:  # type: ignore[union-attr]  # heads never end
            rows.append(TableHead(table=table, name=table_name(table), notes=counts[table]))
        rows.append(each)
    return rows
