"""Our own JSON of notes as rows and columns, so that it is read by the same rules as any list."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from wcafe.domain.note_fields import NOTE_FIELDS
from wcafe.domain.text import guard_cell
from wcafe.errors import CannotRead, NotAList
from wcafe.intake.limits import MOST_BYTES
from wcafe.intake.sheet import Sheet, read_sheet
from wcafe.reasons import reason_of

_COLUMNS = {  # heading in a list: key in JSON
    "id": "id",
    "table": "table",
    "round": "round",
    "kind": "kind",
    "text": "text",
    "author": "author",
    "rev": "rev",
    "version of": "conflict_of",
    "late": "late",
    "parent": "parent",
    "versions": "versions",
    **{field.key: field.key for field in NOTE_FIELDS},
}
_NAMES = {"table name": "table", "round name": "round", "round date": "round"}
_FIRST = (b"[", b"{")


def read_note_sheet(path: Path, encoding: str | None = None) -> Sheet:
    """Read the rows of a list of notes, or the notes of our own JSON as rows.

    Raises:
        NoSuchFile, CannotRead, NotAList …: as `read_sheet`.
    """
    try:
        is_json = _looks_like_json(path)
    except OSError as error:
        raise CannotRead(path=path, reason=reason_of(error)) from error
    if not is_json:
        return read_sheet(path, encoding)
    try:
        document = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise CannotRead(path=path, reason=reason_of(error)) from error
    except (ValueError, RecursionError) as error:
        raise NotAList(path=path) from error
    return Sheet(path=path, rows=_rows(document, path), encoding="utf-8")


def _looks_like_json(path: Path) -> bool:
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        return False
    with path.open("rb") as file:
        return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_FIRST)


def _rows(document: object, path: Path) -> tuple[tuple[str, ...], ...]:
    """Return headings and a row for each note of a harvest, or of a plain list of notes."""
    match document:
        case {"notes": list(notes), **rest}:
            filed, names = _filed(rest.get("themes")), _names(rest.get("cafe"))
        case list(notes):
            filed, names = {}, {}
        case _:
            raise NotAList(path=path)
    if not all(isinstance(note, dict) and isinstance(note.get("text"), str) for note in notes):
        raise NotAList(path=path)
    said = {key for note in notes for key in note}
    columns = {heading: key for heading, key in _COLUMNS.items() if key in said}
    rows = [(*columns, "theme", *_NAMES)]
    for note in notes:
        named = note.get("themes")
        themes = named if isinstance(named, list) else filed.get(note.get("id"), [])
        note = {**note, "parent": note.get("said_parent") or note.get("parent")}
        cells = [*(_cell(note.get(key)) for key in columns.values()), "\n".join(map(str, themes))]
        cells += [names.get((name, note.get(of)), "") for name, of in _NAMES.items()]
        rows.append(tuple(map(guard_cell, cells)))
    return tuple(rows)


def _names(cafe: object) -> Mapping[Any, str]:
    """Return what a harvest calls its tables and rounds, by headings and numbers."""
    names: dict[Any, str] = {}
    for part, number, keys in (
        ("tables", "table", {"name": "table name"}),
        ("named_rounds", "round", {"name": "round name", "date": "round date"}),
    ):
        each = cafe.get(part) if isinstance(cafe, dict) else None
        for one in each if isinstance(each, list) else ():
            if isinstance(one, dict) and isinstance(one.get(number), int):
                names |= {(head, one[number]): _cell(one.get(key)) for key, head in keys.items()}
    return names


def _filed(themes: object) -> Mapping[Any, list[str]]:
    """Return the names of the themes under which each note stands, by the ids of notes."""
    filed: dict[Any, list[str]] = {}
    for theme in themes if isinstance(themes, list) else ():
        match theme:
            case {"name": str(name), "notes": list(notes)}:
                for note in notes:
                    if isinstance(note, str):
                        filed.setdefault(note, []).append(name)
    return filed


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " ".join(map(str, value))
    return str(value)
