"""The codes of a REFI-QDA project: themes, kinds of note and lone voices, in groups."""

from collections.abc import Callable, Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from wcafe.domain.kinds import KINDS_TO_READ, kind_group
from wcafe.domain.marks import hue
from wcafe.domain.notes import Note, NoteId, has_kinds
from wcafe.domain.synthesis import Theme, mark_of
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot

Code = tuple[str, str]
"""What a code stands for: what it is, and the id of a theme, a kind or a mark."""

_LONE = ("mark", "lone")


class Codes:
    """The codes of what a café hands out; a group without any is left out."""

    def __init__(self, shown: Snapshot, words: Words, make_id: Callable[..., str]) -> None:
        self._shown, self._words, self._make_id = shown, words, make_id
        self._has_kinds = has_kinds(shown.notes)
        self._themes: dict[NoteId, list[Code]] = {}
        for theme in shown.themes:
            for note in theme.notes:
                self._themes.setdefault(note, []).append(("theme", theme.id))

    def groups(self) -> dict[str, list[Element]]:
        """Return the codes by the names of their groups."""
        _, notes, labels = self._words.gettext, self._shown.notes, self._shown.cafe.kind_labels
        themes = [self._theme(theme, n) for n, theme in enumerate(self._shown.themes)]
        there = {note.kind for note in notes} if self._has_kinds else set()
        kinds = [
            self._code(("kind", kind.value), kind_group(kind, self._words, labels))
            for kind in KINDS_TO_READ
            if kind in there
        ]
        lone = [self._code(_LONE, _("Lone voices"))] if any(n.is_lone for n in notes) else []
        named = {_("Themes"): themes, _("Kinds"): kinds, _("Marks"): lone}
        return {name: codes for name, codes in named.items() if codes}

    def book(self) -> Iterable[Element]:
        """Yield each group as a code that stands above its own and for no passage."""
        for name, codes in self.groups().items():
            facts = {"guid": self._make_id("group", name), "name": name, "isCodable": "false"}
            group = Element("Code", facts)
            group.extend(codes)
            yield group

    def sets(self) -> Iterable[Element]:
        """Yield the same groups as some programs know groups: by their members."""
        for name, codes in self.groups().items():
            found = Element("Set", {"guid": self._make_id("set", name), "name": name})
            for code in codes:
                SubElement(found, "MemberCode", {"targetGUID": code.attrib["guid"]})
            yield found

    def of_note(self, note: Note) -> Sequence[Code]:
        """Return what a note is coded with."""
        kinds = [("kind", note.kind.value)] if self._has_kinds else []
        return [*self._themes.get(note.id, ()), *kinds, *([_LONE] if note.is_lone else [])]

    def _code(self, code: Code, name: str, **facts: str) -> Element:
        known = {"guid": self._make_id(*code), "name": name, "isCodable": "true"}
        return Element("Code", known | facts)

    def _theme(self, theme: Theme, place: int) -> Element:
        code = self._code(("theme", theme.id), theme.name, color=hue(mark_of(theme, place)))
        if theme.headline:
            SubElement(code, "Description").text = theme.headline
        for said in theme.statements:
            SubElement(code, "NoteRef", {"targetGUID": self._make_id("statement", said.id)})
        return code
