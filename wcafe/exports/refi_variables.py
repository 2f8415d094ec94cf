"""What is known of a note or a source beside its words, as variables of a REFI-QDA project."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element, SubElement

from wcafe.domain.cafe import Cafe
from wcafe.domain.kinds import kind_name
from wcafe.domain.note_fields import NOTE_FIELDS, FactForm, cell_of
from wcafe.domain.notes import Note, has_kinds
from wcafe.i18n import Words

_INTEGER, _TEXT = ("Integer", "IntegerValue"), ("Text", "TextValue")
_TYPES = {
    FactForm.TEXT: _TEXT,
    FactForm.TICK: ("Boolean", "BooleanValue"),
    FactForm.NUMBER: _INTEGER,
    FactForm.TABLE: _INTEGER,
    FactForm.SUPPORT: _TEXT,
    FactForm.STATE: _TEXT,
    FactForm.DAY: ("Date", "DateValue"),
}
"""The type of a variable, and the element that holds its value, by what a fact is."""
_NEVER_TOLD = ("withheld", "wall")
"""Why a note is kept back, which no note here is; and what was shown on the day."""


class Variables:
    """The variables of a project, and their values. What is not known has no value."""

    def __init__(
        self, cafe: Cafe, notes: Sequence[Note], words: Words, make_id: Callable[..., str]
    ) -> None:
        _ = words.gettext
        self._cafe, self._words, self._make_id = cafe, words, make_id
        self._has_kinds = has_kinds(notes)
        self._fields = [each for each in NOTE_FIELDS if each.key not in _NEVER_TOLD]
        self._known = {
            "table": (_("Table"), _INTEGER),
            "table name": (_("Name of the table"), _TEXT),
            "round": (_("Round"), _INTEGER),
            "round name": (_("Name of the round"), _TEXT),
            "question": (_("Question"), _TEXT),
            "kind": (_("Kind"), _TEXT),
            **{each.key: (_(each.title), _TYPES[each.form]) for each in self._fields},
        }

    def describe(self, parent: Element) -> None:
        for key, (name, (type_, _tag)) in self._known.items():
            facts = {"guid": self._make_id("variable", key), "name": name}
            SubElement(parent, "Variable", {**facts, "typeOfVariable": type_})

    def of_place(self, parent: Element, table: int, round_: int) -> None:
        """Add what is known of a table and a round, both from 0."""
        cafe = self._cafe
        self._add(parent, "table", str(table + 1))
        self._add(parent, "table name", cafe.table_name(table))
        self._add(parent, "round", str(round_ + 1))
        self._add(parent, "round name", cafe.round_at(round_).name)
        self._add(parent, "question", cafe.question(table, round_))

    def of_note(self, parent: Element, note: Note) -> None:
        """Add what is known of a note, its table and its round."""
        self.of_place(parent, note.table, note.round)
        if self._has_kinds:
            name = kind_name(note.kind, self._words, self._cafe.kind_labels)
            self._add(parent, "kind", name)
        for each in self._fields:
            said = cell_of(each, note, self._words)
            self._add(parent, each.key, "true" if said and each.form is FactForm.TICK else said)

    def _add(self, parent: Element, key: str, said: str) -> None:
        if said:
            value = SubElement(parent, "VariableValue")
            SubElement(value, "VariableRef", {"targetGUID": self._make_id("variable", key)})
            SubElement(value, self._known[key][1][1]).text = said
