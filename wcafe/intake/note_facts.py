"""What cells of a list say of notes beside their words: yes or no, support, dots, tables."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from wcafe.domain.lengths import CELL, SHORT
from wcafe.domain.note_fields import NOTE_FIELDS, FactForm, NoteField
from wcafe.domain.notes import Support
from wcafe.domain.settling import MOST_VOTES
from wcafe.domain.text import fold, one_line
from wcafe.errors import BadVotes, NoSuchTable, TextTooLong, WcafeError
from wcafe.intake.action_states import read_day, read_state
from wcafe.intake.note_places import Spots
from wcafe.intake.notes_found import NotASupport, NotATable, NotAYesOrNo, NotVotes

_YES_WORDS = "yes|oui|true|vrai|x|1|y|o|ok|√|✓|✔|☑|✅|[x]"
_NO_WORDS = "no|non|false|faux|0|n|☐|✗|✘|[]|[ ]"
_UNKNOWN = "|?|n/a|na|nd|ns|nsp|none|nothing|unknown|aucun|aucune|rien|inconnu|inconnue"
YES = frozenset(_YES_WORDS.split("|"))
"""What says yes, as our exports do, or is a tick; folded."""

_DASHES = frozenset(("-", "–", "—", "/"))
_NO = frozenset(_NO_WORDS.split("|")) | _DASHES
_UNSAID = frozenset(_UNKNOWN.split("|")) | _DASHES
_TABLE = (
    "table|whole table|the whole table|the table|all|all of us|everyone|everybody|whole group|"
    "the whole group|group|entire table|all the table|toute la table|la table|table entiere|"
    "tous|toutes|tout le monde|tous et toutes|tout le groupe|le groupe|groupe|groupe entier|"
    "collectif|collective|consensus|unanimite|unanime|unanimous"
)
_PERSON = (
    "person|one person|a person|a single person|single person|only one person|one|1 person|"
    "individual|someone|1|une personne|personne seule|une seule personne|une|un|un e|seul|seule|"
    "1 personne|individuel|individuelle|quelqu un|personne|une voix|one voice"
)
_SUPPORTS = dict.fromkeys(_TABLE.split("|"), Support.TABLE) | dict.fromkeys(
    _PERSON.split("|"), Support.PERSON
)
_VOTES = re.compile(
    r"\+?(\d{1,6})(?:[.,]0+)?\s*(?:votes?|voix|points?|dots?|gommettes?|pastilles?|stickers?)?"
)
_DOTS = re.compile(r"(?:[●•∙·⚫⬤○◉*xX|]\s*)+")  # as they were drawn
_IN_WORDS = re.compile(r"(?:from |de la |la |the )?(?:table|t|no|n|nr|#)?\s*[°.:]?\s*(\d{1,4})")
_LONGEST = MappingProxyType({"prompt": SHORT, "due": SHORT})
_SHOWN = 60  # characters of a cell in a message


class FactCells:
    """Reads the cells of one list, for a café with these tables and prompts.

    A prompt that differs from one of the café, or from one further up, by capitals and accents
    alone is that one.
    """

    def __init__(self, tables: Spots, prompts: Iterable[str]) -> None:
        self._tables = tables
        self._named = {
            fold(name): at
            for at, names in enumerate(zip(tables.names, tables.listed, strict=False))
            for name in (*names[1], names[0])
            if name
        }
        self._prompts = {fold(prompt): prompt for prompt in prompts}

    def read_row(self, cells: Mapping[str, str]) -> tuple[dict[str, object], dict[str, WcafeError]]:
        """Return the facts that a row says, by their names in `Said`, and what is not understood.

        An empty cell says nothing, but in a list that was written here, which tells what each note
        has said so far: there it clears the fact.

        Args:
            cells: what stands in each column, by the fields; `author` is a fact too.
        """
        is_ours = bool(cells.get("versions"))
        said: dict[str, object] = {}
        not_understood: dict[str, WcafeError] = {}
        if "author" in cells and (cells["author"] or is_ours):
            said["author"] = one_line(cells["author"])
        for field in NOTE_FIELDS:
            if (cell := cells.get(field.key, "")) or (is_ours and field.key in cells):
                try:
                    said[field.of] = self.read(field, cell, is_ours=is_ours)
                except WcafeError as error:
                    not_understood[field.key] = error
        return said, not_understood

    def read(self, field: NoteField, cell: str, *, is_ours: bool) -> object:
        """Return the fact that `cell` says.

        Args:
            field: what the column says of notes.
            cell: what stands there.
            is_ours: the list was written here: each text stands as it is meant.

        Raises:
            NotAYesOrNo, NotASupport, NotVotes, BadVotes, NotATable, NoSuchTable, NotAState,
            NotADay, TextTooLong: it is not understood.
        """
        match field.form:
            case FactForm.TICK:
                return read_yes_or_no(cell)
            case FactForm.SUPPORT:
                return _read_support(cell)
            case FactForm.NUMBER:
                return _read_votes(cell)
            case FactForm.TABLE:
                return self._read_table(cell)
            case FactForm.STATE:
                return read_state(cell)
            case FactForm.DAY:
                return read_day(cell)
            case FactForm.TEXT:
                return self._read_text(field, cell, is_ours=is_ours)

    def _read_text(self, field: NoteField, cell: str, *, is_ours: bool) -> str:
        text, most = one_line(cell), _LONGEST.get(field.key, CELL)
        if len(text) > most:
            raise TextTooLong(most=most, length=len(text))
        if is_ours:
            return text
        if fold(text) in (_NO if field.key == "withheld" else _DASHES):
            return ""
        return self._prompts.setdefault(fold(text), text) if field.key == "prompt" else text

    def _read_table(self, cell: str) -> int | None:
        key = fold(cell)
        if key in _UNSAID:
            return None
        if key in self._named:
            return self._named[key]
        if not (found := _IN_WORDS.fullmatch(key)):
            raise NotATable(cell=one_line(cell)[:_SHOWN])
        number = int(found[1])
        if not 1 <= number <= self._tables.most:
            raise NoSuchTable(number=number, tables=len(self._tables.names) or self._tables.most)
        return number - 1


def read_yes_or_no(cell: str) -> bool:
    """Return whether `cell` says yes, or is ticked. Raises NotAYesOrNo."""
    key = fold(cell)
    if key in YES:
        return True
    if key in _NO or key in _UNSAID:
        return False
    raise NotAYesOrNo(cell=one_line(cell)[:_SHOWN])


def looks_like(field: NoteField, cells: Iterable[str]) -> bool:
    """Is at least half of what stands in a column understood as `field`, and anything at all?"""
    reading = FactCells(Spots(most=10_000), ())
    filled = [cell for cell in cells if cell]
    understood = sum(_is_understood(reading, field, cell) for cell in filled)
    return 0 < len(filled) <= 2 * understood


def _is_understood(reading: FactCells, field: NoteField, cell: str) -> bool:
    try:
        reading.read(field, cell, is_ours=True)
    except WcafeError:
        return False
    return True


def _read_support(cell: str) -> Support | None:
    key = re.sub(r"[^\w]+", " ", fold(cell)).strip()
    if key in _UNSAID:
        return None
    if (support := _SUPPORTS.get(key)) is None:
        raise NotASupport(cell=one_line(cell)[:_SHOWN])
    return support


def _read_votes(cell: str) -> int | None:
    key = fold(cell)
    if _DOTS.fullmatch(key):
        return len("".join(key.split()))
    if key in _UNSAID:
        return None
    if not (found := _VOTES.fullmatch(key)):
        raise NotVotes(cell=one_line(cell)[:_SHOWN])
    if (number := int(found[1])) > MOST_VOTES:
        raise BadVotes(number=number, least=0, most=MOST_VOTES)
    return number
