"""The harvest as a REFI-QDA project (.qdpx), which programs of qualitative research open.

Written after version 1.5 of the standard (`Project.xsd` of 18 March 2019): a ZIP with `project.qde`
and, in `sources/`, a text for each table and round. Themes, kinds and lone voices are codes. Each
note is a passage with its codes, and a case with what is known of it; statements are memos of the
passages they rest on. The same harvest is the same bytes: ids are made of ours, dates are those
that the café knows.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from wcafe.domain.cafe import Cafe
from wcafe.domain.marks import round_title, table_title
from wcafe.domain.nesting import in_order_of_parents, parents_of
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.text import one_line
from wcafe.domain.withheld import withheld_in_words
from wcafe.exports.public import with_agreed_names
from wcafe.exports.refi_codes import Codes
from wcafe.exports.refi_variables import Variables
from wcafe.exports.whole_zip import zip_of
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot

_NAMESPACE = "urn:QDA-XML:project:1.0"
_HEAD = b'<?xml version="1.0" encoding="utf-8"?>\n'
_BETWEEN = "\n\n"  # the notes of a source
_LONGEST_NAME = 80  # characters of a passage or a memo that is named by its beginning


def refi_project(snapshot: Snapshot, words: Words) -> bytes:
    """Return the notes that anybody may read, with their themes, as a project of REFI-QDA.

    Nobody is named who did not agree: whoever coded is `wcafe`. Positions count characters from 0,
    the end is the first one behind a passage; texts are UTF-8 with plain line feeds.
    """
    project = _Project(with_agreed_names(snapshot.handed_out), words)
    _ = words.gettext
    if not project.notes:
        project.told.append(_("No notes have been taken yet."))
    project.told.append(withheld_in_words(snapshot.notes, words))
    files = {"project.qde": _HEAD + tostring(project.whole(), encoding="utf-8")}
    for name, text in project.texts.items():
        files[f"sources/{name}"] = text.encode()
    return zip_of(files)


class _Project:
    """The project while it is put together; `texts` are the sources by the names of their files."""

    def __init__(self, snapshot: Snapshot, words: Words) -> None:
        self.snapshot, self.words = snapshot, words
        self.texts: dict[str, str] = {}
        cafe = self.cafe
        self.notes = self.snapshot.notes
        self.codes = Codes(self.snapshot, self.words, self.id)
        self.variables = Variables(cafe, self.notes, self.words, self.id)
        self.user = self.id("user", "wcafe")
        licence = self.words.gettext("Licence {licence}.").format(licence=cafe.licence)
        day = cafe.day.isoformat() if cafe.day else ""
        told = [cafe.purpose, " · ".join(filter(None, (cafe.place, day))), cafe.organiser]
        self.told = [*told, licence if cafe.licence else ""]

    @property
    def cafe(self) -> Cafe:
        return self.snapshot.cafe

    def id(self, *names: str) -> str:
        """Return the id of what is called by `names`, the same in each project of this café."""
        return str(uuid5(NAMESPACE_URL, "/".join(("wcafe", self.cafe.id, *names))))

    def whole(self) -> Element:
        """Return the project; what it has none of is left out, as the standard asks for."""
        facts = {"name": self.cafe.title, "origin": "wcafe", "creatingUserGUID": self.user}
        if self.cafe.day is not None:
            begins = datetime.combine(self.cafe.day, self.cafe.starts)
            facts["creationDateTime"] = begins.isoformat()
        root = Element("Project", {"xmlns": _NAMESPACE, **facts})
        users = SubElement(root, "Users")
        SubElement(users, "User", {"guid": self.user, "name": "wcafe"})
        if book := list(self.codes.book()):
            SubElement(SubElement(root, "CodeBook"), "Codes").extend(book)
        if self.notes:
            self.variables.describe(SubElement(root, "Variables"))
            SubElement(root, "Cases").extend(map(self._case, self.notes))
            SubElement(root, "Sources").extend(self._sources())
        _collect(root, "Notes", self._memos())
        _collect(root, "Links", self._links())
        _collect(root, "Sets", self.codes.sets())
        _say(root, "Description", "\n".join(filter(None, self.told)))
        return root

    # Sources

    def _sources(self) -> Iterable[Element]:
        places = sorted({(note.table, note.round) for note in self.notes})
        memos = self._memos_by_note()
        for table, round_ in places:
            cafe = self.cafe
            here = [note for note in self.notes if (note.table, note.round) == (table, round_)]
            title = table_title(table, cafe.table_name(table), self.words)
            said_in = round_title(round_, cafe.round_at(round_), self.words)
            guid = self.id("source", str(table), str(round_))
            file = f"{guid}.txt"
            facts = {"guid": guid, "name": f"{title} · {said_in}"}
            source = Element(
                "TextSource",
                {**facts, "plainTextPath": f"internal://{file}", "creatingUser": self.user},
            )
            _say(source, "Description", cafe.question(table, round_))
            text = ""
            for note, _depth in in_order_of_parents(here):
                text += _BETWEEN if text else ""
                passage = self._passage(note, len(text))
                for memo in memos.get(note.id, ()):
                    SubElement(passage, "NoteRef", {"targetGUID": memo})
                source.append(passage)
                text += note.text
            self.variables.of_place(source, table, round_)
            self.texts[file] = text
            yield source

    def _passage(self, note: Note, begins: int) -> Element:
        made = {"creatingUser": self.user}
        if came := _utc(note.created):
            made["creationDateTime"] = came
        passage = Element(
            "PlainTextSelection",
            {
                "guid": self.id("passage", note.id),
                "name": _beginning(note.text),
                "startPosition": str(begins),
                "endPosition": str(begins + len(note.text)),
                **made,
            },
        )
        for code in self.codes.of_note(note):
            coding = SubElement(
                passage, "Coding", {"guid": self.id("coding", note.id, *code), **made}
            )
            SubElement(coding, "CodeRef", {"targetGUID": self.id(*code)})
        return passage

    def _case(self, note: Note) -> Element:
        case = Element("Case", {"guid": self.id("case", note.id), "name": _beginning(note.text)})
        self.variables.of_note(case, note)
        SubElement(case, "SelectionRef", {"targetGUID": self.id("passage", note.id)})
        return case

    # What is said of them

    def _memos(self) -> Iterable[Element]:
        for theme in self.snapshot.themes:
            for said in theme.statements:
                guid = self.id("statement", said.id)
                name = _beginning(f"{theme.name}: {said.text}")
                memo = Element("Note", {"guid": guid, "name": name, "creatingUser": self.user})
                _say(memo, "PlainTextContent", said.text)
                yield memo

    def _memos_by_note(self) -> Mapping[NoteId, list[str]]:
        memos: dict[NoteId, list[str]] = {}
        for theme in self.snapshot.themes:
            for said in theme.statements:
                for note in said.notes:
                    memos.setdefault(note, []).append(self.id("statement", said.id))
        return memos

    def _links(self) -> Iterable[Element]:
        """Yield which notes belong to others, and which pull apart."""
        _, here = self.words.gettext, {note.id for note in self.notes}
        for child, parent in parents_of(self.notes).items():
            yield self._link(child, parent, _("belongs to"), "OneWay")
        for pair in sorted(self.snapshot.opposed):
            if {pair.one, pair.other} <= here:
                yield self._link(pair.one, pair.other, _("pull apart"), "Associative")

    def _link(self, one: NoteId, other: NoteId, name: str, direction: str) -> Element:
        facts = {"guid": self.id("link", one, other, direction), "name": name}
        ends = {"originGUID": self.id("passage", one), "targetGUID": self.id("passage", other)}
        return Element("Link", {**facts, "direction": direction, **ends})


def _utc(created: str) -> str:
    """Return when a note came in as the standard has it; empty where the café does not know."""
    try:
        return f"{datetime.fromisoformat(created).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    except ValueError:
        return ""


def _beginning(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"


def _say(parent: Element, tag: str, text: str) -> None:
    """Add `text` to `parent`, if there is any."""
    if text:
        SubElement(parent, tag).text = text


def _collect(parent: Element, tag: str, found: Iterable[Element]) -> None:
    """Add what was `found` to `parent` under `tag`, if there is any."""
    if kept := list(found):
        SubElement(parent, tag).extend(kept)
