"""How notes and statements are told in a text: each with its number, its place and its links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wcafe.domain.kinds import Kind, kind_name
from wcafe.domain.nesting import in_order_of_parents, parents_of
from wcafe.domain.note_fields import facts_in_words
from wcafe.domain.notes import Note, NoteId, has_kinds
from wcafe.domain.sourcing import Standing, notes_behind
from wcafe.domain.synthesis import Opposed, Statement
from wcafe.domain.withheld import withheld_in_words
from wcafe.exports.texts.document import Grid, Paragraph, Point, Points, Quote, Row, Run, Runs
from wcafe.exports.texts.places import Apart, Places, places_of
from wcafe.exports.texts.voice import Voice, as_asides, joined
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot

_DEEPEST = 5  # how far below the first points a text is set; what lies deeper stands with them
_QUOTATION_MARKS = ' \u00a0\u202f«»“”"'

Group = Kind | Apart | None
"""What the heading above a note says of it, and needs no telling beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What is told of a note, apart."""

    number: Runs
    text: Runs
    source: Runs
    links: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a text is told of: a café without its withheld notes, and where each note stands.

    Attributes:
        withheld: how many notes are withheld and why, in a sentence; empty where none is.
        standing: all notes that are told, by their ids.
        has_kinds: whether anybody told of what kinds the notes are.
        cited: by the id of a note, the label and the anchor of each statement that rests on it.
        parents: by the id of a note, the one it belongs to.
        against: by the id of a note, those that somebody set against it.
        prefix: what the anchors of notes begin with, so that those of two sheets differ.
    """

    snapshot: Snapshot
    voice: Voice
    withheld: str
    places: Places
    standing: Standing
    has_kinds: bool
    cited: Mapping[NoteId, Sequence[tuple[str, str]]]
    parents: Mapping[NoteId, NoteId]
    against: Mapping[NoteId, Sequence[NoteId]]
    prefix: str = ""

    @property
    def words(self) -> Words:
        return self.voice.words

    def listed(self, notes: Sequence[Note], group: Group = None) -> Points:
        """Return `notes` as a list: one that belongs to another of them is a point below it."""
        return self.points(in_order_of_parents(notes), group)

    def points(self, notes: Iterable[tuple[Note, int]], group: Group = None) -> Points:
        """Return notes in their order, each as deep as it is said to lie."""
        return Points(
            points=tuple(
                Point(
                    runs=(*told.number, *told.text, *told.source, *told.links),
                    depth=min(depth, _DEEPEST),
                    anchor=self.anchor(note.id),
                )
                for note, depth in notes
                for told in [self._parts(note, group, depth)]
            )
        )

    def quote(self, note: Note) -> Quote:
        """Return a note as what somebody said, in quotation marks, and where it was said."""
        said = self.voice.say(note.text).strip(_QUOTATION_MARKS)
        text = self.words.gettext("“{words}”").format(words=said)
        told = self._parts(note, Kind.QUOTE)
        return Quote(
            runs=(Run(text=text),),
            source=(*told.number, *told.source, *told.links),
            anchor=self.anchor(note.id),
        )

    def actions(self, notes: Sequence[Note]) -> Grid:
        """Return actions as a table: what, who, by when, and where it was said."""
        _ = self.words.gettext
        heads = (_("What"), _("Who"), _("By when"), _("Said at"))
        rows = tuple(self._action(note) for note, _depth in in_order_of_parents(notes))
        return Grid(told=_("Actions: what, who and by when"), heads=heads, rows=rows)

    def _action(self, note: Note) -> Row:
        bare = replace(note, who="", due="")  # they have cells of their own
        told = self._parts(bare, Kind.ACTION)
        cells = (
            (*told.number, *told.text),
            (self.voice.run(note.who),),
            (self.voice.run(note.due),),
            (*told.source, *told.links),
        )
        return Row(cells=cells, anchor=self.anchor(note.id))

    def statement(self, said: Statement, anchor: str) -> Paragraph:
        """Return a statement and, as links, the notes it rests on; or that it rests on none."""
        behind = [note.id for note in notes_behind(said, self.standing)]
        return Paragraph(runs=(self.voice.run(said.text), *self._sources(behind)), anchor=anchor)

    def links_to(self, notes: Iterable[NoteId]) -> Runs:
        """Return links to `notes` in the order in which they are told.

        Of those that stand in no place of this text it is said where they come from.
        """
        told = self.words.gettext("note {number}")
        notes, numbers = list(notes), self.places.numbers
        links = [
            Run(text=str(n), to=f"{self.prefix}n{n}", told=told.format(number=n))
            for n in sorted(numbers[note] for note in notes if note in numbers)
        ]
        others = [self.voice.place(self.standing[note]) for note in notes if note not in numbers]
        return joined([*links, *(Run(text=place) for place in dict.fromkeys(others))], ", ")

    def anchor(self, note: NoteId) -> str:
        return f"{self.prefix}n{self.places.numbers[note]}"

    def _sources(self, notes: Sequence[NoteId]) -> Runs:
        if not notes:
            return as_asides([Run(text=f" {self.words.gettext('(unsourced)')}")])
        return as_asides([Run(text=" ["), *self.links_to(notes), Run(text="]")])

    def _parts(self, note: Note, group: Group, depth: int = 0) -> _Parts:
        facts = ", ".join(self._facts(note, group))
        return _Parts(
            number=(
                Run(text=str(self.places.numbers[note.id]), is_strong=True),
                Run(text="\u00a0 "),
            ),
            text=(self.voice.run(note.text),),
            source=as_asides([Run(text=f" ({facts})")]),
            links=as_asides(self._links(note, depth)),
        )

    def _facts(self, note: Note, group: Group) -> list[str]:
        """Return what is to be known beside the words of a note: kind, place, how it came."""
        _ = self.words.gettext
        told = [self.voice.place(note)]
        if self.has_kinds and note.kind is not group:
            told.insert(0, kind_name(note.kind, self.words, self.snapshot.cafe.kind_labels))
        if note.conflict_of:
            told.append(_("written at the same time as another version"))
        if note.is_late:
            told.append(_("came in after the round"))
        if note.is_lone and group is not Apart.LONE:
            told.append(_("lone voice"))
        told += facts_in_words(note, self.words)
        return [self.voice.say(each) for each in told]

    def _links(self, note: Note, depth: int) -> list[Run]:
        """Return what leads to the statements that rest on a note, and to notes it has to do with.

        A point below another one says by its place to which it belongs.
        """
        _ = self.words.gettext
        told: list[Run] = []
        if (parent := self.parents.get(note.id)) is not None and not depth:
            sentence = _("belongs to {these}")
            told += [Run(text=" · "), *self.voice.with_runs(sentence, self.links_to([parent]))]
        if against := self.against.get(note.id):
            sentence = _("pulls apart from {these}")
            told += [Run(text=" · "), *self.voice.with_runs(sentence, self.links_to(against))]
        for label, anchor in self.cited.get(note.id, ()):
            back = _("back to statement {label}").format(label=label)
            told += [Run(text=" "), Run(text=f"↑\u00a0{label}", to=anchor, told=back)]
        return told


def telling_of(snapshot: Snapshot, words: Words) -> Telling:
    """Return what is told of a café in the language of `words`; withheld notes are only counted."""
    withheld = withheld_in_words(snapshot.notes, words)
    snapshot = snapshot.handed_out
    standing = {note.id: note for note in snapshot.notes}
    cited: dict[NoteId, list[tuple[str, str]]] = {}
    for number, theme in enumerate(snapshot.themes, start=1):
        for place, said in enumerate(theme.statements, start=1):
            for note in notes_behind(said, standing):
                label = (f"{number}.{place}", statement_anchor(number, place))
                cited.setdefault(note.id, []).append(label)
    return Telling(
        snapshot=snapshot,
        voice=Voice(language=snapshot.cafe.language, words=words),
        withheld=withheld,
        places=places_of(snapshot.notes, snapshot.themes),
        standing=standing,
        has_kinds=has_kinds(snapshot.notes),
        cited=cited,
        parents=parents_of(snapshot.notes),
        against=_against(snapshot.opposed, standing),
    )


def statement_anchor(theme: int, place: int) -> str:
    """Return the anchor of a statement of a theme, both from 1."""
    return f"s{theme}-{place}"


def _against(opposed: Iterable[Opposed], standing: Standing) -> dict[NoteId, list[NoteId]]:
    found: dict[NoteId, list[NoteId]] = {}
    for pair in sorted(opposed):
        if pair.one in standing and pair.other in standing:
            found.setdefault(pair.one, []).append(pair.other)
            found.setdefault(pair.other, []).append(pair.one)
    return found
