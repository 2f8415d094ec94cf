"""Notes as Harvest lists them: each with its theme, sifted by a filter, under its table."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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
class Home:
    """A theme in which a note lies."""

    theme: ThemeId
    name: str
    mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A note and the themes in which it lies, the one under which it is shown first.

    `depth` says how deep it lies under notes that it belongs to and that stand above it, `labels`
    what the café calls kinds of note.
    """

    note: Note
    homes: tuple[Home, ...] = ()
    depth: int = 0
    labels: Labels = ()

    @property
    def key(self) -> str:
        return self.note.id

    @property
    def theme(self) -> ThemeId:
        return self.homes[0].theme if self.homes else NO_THEME

    @property
    def theme_name(self) -> str:
        return self.homes[0].name if self.homes else ""

    @property
    def mark(self) -> int:
        return self.homes[0].mark if self.homes else -1

    @property
    def others(self) -> tuple[Home, ...]:
        """The themes in which it lies too."""
        return self.homes[1:]

    @property
    def also_in(self) -> str:
        """Say in which other themes it lies; nothing where there are none."""
        if not self.others:
            return ""
        names = ", ".join(home.name for home in self.others)
        return _("also in {themes}").format(themes=names)

    def under(self, theme: ThemeId) -> "Filed":
        """Return this as it is shown under one of its themes."""
        if self.theme == theme:
            return self
        homes = sorted(self.homes, key=lambda home: home.theme != theme)
        return replace(self, homes=tuple(homes))

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
        parts = (self.note.text, above, facts, theme, self.also_in, *self.chips)
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
    """Which notes are asked for; None lets all pass. `by_votes` puts those with most dots first."""

    table: int | None = None
    round: int | None = None
    kind: Kind | None = None
    theme: ThemeId | None = None
    search: str = ""
    by_votes: bool = False

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
            and (self.theme is None or self._is_home(filed))
        )

    def _is_home(self, filed: Filed) -> bool:
        return any(home.theme == self.theme for home in filed.homes) or self.theme == filed.theme


def file_all(
    notes: Iterable[Note], themes: Sequence[Theme], before: Iterable[Filed] = ()
) -> tuple[Filed, ...]:
    """Return each note with its themes, in the order of tables, rounds and arrival.

    Notes that belong to another stand behind it.

    Those of `before` that say the same still are taken as they are, so that among many notes
    views find in no time which are new.
    """
    known = {each.note.id: each for each in before}
    homes = homes_of(themes)
    ordered = sorted(notes, key=lambda note: (note.table, note.round))
    filed = []
    for note, depth in in_order_of_parents(ordered):
        here = known.get(note.id)
        if here is None or here.note is not note or here.depth != depth:
            here = Filed(note=note, depth=depth)
        filed.append(_at_home(here, homes))
    return tuple(filed)


def called(filed: Iterable[Filed], labels: Labels) -> tuple[Filed, ...]:
    """Return the same notes with kinds called by `labels`."""
    return tuple(each if each.labels == labels else replace(each, labels=labels) for each in filed)


def refile(
    filed: Iterable[Filed], before: Sequence[Theme], themes: Sequence[Theme]
) -> tuple[Filed, ...]:
    """Return the same notes, where nothing has changed but `themes`, which were as `before`."""
    homes, seen = homes_of(themes), {theme.id: theme for theme in before}
    touched: set[NoteId] = set()
    for theme in themes:
        was = seen.pop(theme.id, None)
        if was is None or (was.name, was.mark) != (theme.name, theme.mark):
            touched |= set(theme.notes) | set(was.notes if was is not None else ())
        elif was.notes != theme.notes:
            touched |= set(was.notes) ^ set(theme.notes)
    touched.update(note for gone in seen.values() for note in gone.notes)
    if [theme.id for theme in before] != [theme.id for theme in themes]:
        touched.update(note for note, here in homes.items() if len(here) > 1)  # in another order
    return tuple(each if each.note.id not in touched else _at_home(each, homes) for each in filed)


def homes_of(themes: Sequence[Theme]) -> dict[NoteId, tuple[Home, ...]]:
    """Return the themes of each note that lies in any, in the order of themes."""
    homes: dict[NoteId, tuple[Home, ...]] = {}
    for place, theme in enumerate(themes):
        home = (Home(theme=theme.id, name=theme.name, mark=mark_of(theme, place)),)
        twice = [note for note in theme.notes if note in homes]
        here: dict[NoteId, tuple[Home, ...]] = dict.fromkeys(theme.notes, home)
        here.update((note, homes[note] + home) for note in twice)
        homes.update(here)
    return homes


def _at_home(filed: Filed, homes: Mapping[NoteId, tuple[Home, ...]]) -> Filed:
    here = homes.get(filed.note.id, ())
    return filed if filed.homes == here else replace(filed, homes=here)


def sift(
    filed: Iterable[Filed], wanted: Filter, found: Collection[NoteId] | None = None
) -> list[Filed]:
    """Return the notes that `wanted` lets pass; if words are looked for, of those `found`."""
    with_words = filed if found is None else [each for each in filed if each.note.id in found]
    if not wanted.has_choices and found is None:
        return list(with_words)
    passing = [each for each in with_words if wanted.passes(each)]
    if wanted.by_votes:
        passing.sort(key=lambda each: each.note.votes or 0, reverse=True)
    return nested(passing)


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
