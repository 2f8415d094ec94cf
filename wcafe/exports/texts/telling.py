"""How notes and statements are told in a text: each with its label, its place and its links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wcafe.domain.agreement import agreed_names, is_agreed
from wcafe.domain.kinds import Kind, kind_name
from wcafe.domain.nesting import parents_of
from wcafe.domain.note_fields import facts_in_words
from wcafe.domain.notes import Note, NoteId, has_kinds
from wcafe.domain.placing import Chapter, Nested, Placing, place_notes
from wcafe.domain.sourcing import Standing, notes_behind
from wcafe.domain.synthesis import Opposed, Statement
from wcafe.domain.verdicts import Confirmation, confirmation_of
from wcafe.domain.withheld import withheld_in_words
from wcafe.exports.texts.document import Point, Points, Quote, Run, Runs
from wcafe.exports.texts.voice import Voice, as_asides, joined
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot

_DEEPEST = 5  # how far below the first points a text is set; what lies deeper stands with them
_QUOTATION_MARKS = ' \u00a0\u202f«»“”"'

Group = Kind | Chapter | None
"""What the heading above a note says of it, and needs no telling beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteParts:
    """What is told of a note, apart."""

    label: Runs
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
        agreed: the names that may be printed, folded.
        confirmation: what the tables say to the statements.
        cited: by the id of a note, the label and the anchor of each statement that rests on it.
        parents: by the id of a note, the one it belongs to.
        against: by the id of a note, those that somebody set against it.
        prefix: what the anchors of notes begin with, so that those of two sheets differ.
    """

    snapshot: Snapshot
    voice: Voice
    withheld: str
    placing: Placing
    standing: Standing
    has_kinds: bool
    agreed: frozenset[str]
    confirmation: Confirmation
    cited: Mapping[NoteId, Sequence[tuple[str, str]]]
    parents: Mapping[NoteId, NoteId]
    against: Mapping[NoteId, Sequence[NoteId]]
    prefix: str = ""

    @property
    def words(self) -> Words:
        return self.voice.words

    def points(self, notes: Iterable[Nested], group: Group = None) -> Points:
        """Return notes as a list: one that belongs to another of them is a point below it."""
        return Points(
            points=tuple(
                Point(
                    runs=(*told.label, *told.text, *_in_brackets(told.source), *told.links),
                    depth=min(depth, _DEEPEST),
                    anchor=self.anchor(note.id),
                )
                for nested in notes
                for note, depth in nested
                for told in [self.parts(note, group, depth)]
            )
        )

    def quote(self, note: Note) -> Quote:
        """Return a note as what somebody said, in quotation marks, and where it was said."""
        said = self.voice.say(note.text).strip(_QUOTATION_MARKS)
        text = self.words.gettext("“{words}”").format(words=said)
        told = self.parts(note, Kind.QUOTE)
        return Quote(
            runs=(Run(text=text),),
            source=(*told.label, *told.source, *told.links),
            anchor=self.anchor(note.id),
        )

    def who(self, note: Note) -> str:
        """Return who takes an action on; that it is noted, where the name is not to be printed."""
        if not note.who or is_agreed(note.who, self.agreed):
            return note.who
        return self.words.gettext("name noted")

    def links_to(self, notes: Iterable[NoteId]) -> Runs:
        """Return links to `notes` in the order in which they are told.

        Of those that stand in no place of this text it is said where they come from.
        """
        told, labels = self.words.gettext("note {number}"), self.placing.labels
        order = {note: place for place, note in enumerate(labels)}
        notes = list(notes)
        links = [
            Run(text=labels[note], to=self.anchor(note), told=told.format(number=labels[note]))
            for note in sorted((note for note in notes if note in order), key=order.__getitem__)
        ]
        others = [self.voice.place(self.standing[note]) for note in notes if note not in order]
        return joined([*links, *(Run(text=place) for place in dict.fromkeys(others))], ", ")

    def anchor(self, note: NoteId) -> str:
        return f"{self.prefix}n{self.placing.labels[note]}"

    def sources(self, said: Statement) -> Runs:
        """Return as links the notes on which a statement rests; or that it rests on none."""
        notes = [note.id for note in notes_behind(said, self.standing)]
        if not notes:
            none = self.words.gettext("(unsourced)")
            return as_asides([Run(text=f" {none}")])
        return as_asides([Run(text=" ["), *self.links_to(notes), Run(text="]")])

    def parts(self, note: Note, group: Group, depth: int = 0) -> NoteParts:
        """Return what is told of a note that lies so deep, below a heading that says `group`."""
        label = self.placing.labels[note.id]
        return NoteParts(
            label=(Run(text=label, is_strong=True), Run(text="\u00a0 ")),
            text=(self.voice.run(note.text),),
            source=as_asides([Run(text=", ".join(self._facts(note, group)))]),
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
        if note.is_lone and group is not Chapter.LONE:
            told.append(_("lone voice"))
        told += facts_in_words(replace(note, who=self.who(note)), self.words)
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
    placing = place_notes(snapshot.notes, snapshot.themes, snapshot.opposed)
    cited: dict[NoteId, list[tuple[str, str]]] = {}
    for number, placed in enumerate(placing.themes, start=1):
        for place, said in enumerate(placed.theme.statements, start=1):
            for note in notes_behind(said, standing):
                label = (f"{number}.{place}", statement_anchor(number, place))
                cited.setdefault(note.id, []).append(label)
    return Telling(
        snapshot=snapshot,
        voice=Voice(language=snapshot.cafe.language, words=words),
        withheld=withheld,
        placing=placing,
        standing=standing,
        has_kinds=has_kinds(snapshot.notes),
        agreed=agreed_names(snapshot.people, snapshot.cafe.publication),
        confirmation=confirmation_of(snapshot.verdicts, snapshot.themes, standing),
        cited=cited,
        parents=parents_of(snapshot.notes),
        against=_against(snapshot.opposed, standing),
    )


def statement_anchor(theme: int, place: int) -> str:
    """Return the anchor of a statement of a theme, both from 1."""
    return f"s{theme}-{place}"


def _in_brackets(runs: Runs) -> Runs:
    return as_asides([Run(text=" ("), *runs, Run(text=")")])


def _against(opposed: Iterable[Opposed], standing: Standing) -> dict[NoteId, list[NoteId]]:
    found: dict[NoteId, list[NoteId]] = {}
    for pair in sorted(opposed):
        if pair.one in standing and pair.other in standing:
            found.setdefault(pair.one, []).append(pair.other)
            found.setdefault(pair.other, []).append(pair.one)
    return found
