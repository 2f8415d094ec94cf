"""Rows and columns: plan and notes as spreadsheets open them and as we read them back."""

import csv
import io
from collections.abc import Iterable, Sequence

from wcafe.domain.kinds import Kind, kind_word
from wcafe.domain.lineage import fingerprint
from wcafe.domain.note_fields import NOTE_FIELDS, cell_of
from wcafe.domain.synthesis import themes_by_note
from wcafe.domain.text import guard_cell
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot

Rows = list[Sequence[str]]


_DELIMITERS = {"fr": ";"}  # where a comma stands in numbers; elsewhere it stands between cells


def to_csv(rows: Iterable[Sequence[str]], language: str) -> bytes:
    """Return rows as an Excel of `language` opens them: UTF-8 with its mark, all quoted.

    No cell can start a formula; our own import takes the guarding apostrophe back.
    """
    text = io.StringIO()
    writer = csv.writer(
        text, delimiter=_DELIMITERS.get(language, ","), quoting=csv.QUOTE_ALL, lineterminator="\r\n"
    )
    writer.writerows([guard_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def plan_sheet(snapshot: Snapshot, words: Words) -> Rows:
    """Return each person's table, round by round; tables count from 1, absent is empty."""
    _ = words.gettext
    plan = snapshot.plan
    if plan is None:
        return [["id", _("name"), _("hosts table")]]
    rounds = [_("round {n}").format(n=r + 1) for r in range(plan.rounds)]
    names = {person.id: person.name for person in snapshot.people}
    rows: Rows = [["id", _("name"), _("hosts table"), *rounds]]
    for person in plan.people:
        route = ["" if table is None else str(table + 1) for table in plan.itinerary(person)]
        hosted = plan.hosts.get(person)
        host = "" if hosted is None else str(hosted + 1)
        rows.append([person, names.get(person, ""), host, *route])
    return rows


def notes_sheet(snapshot: Snapshot, words: Words) -> Rows:
    """Return every note that stands, withheld ones too; tables and rounds count from 1.

    The names of its themes stand in one cell, a line each. The versions are what each note has
    said so far, so that another copy of the café which takes the list in can tell what was changed
    since from what was changed there (`lineage`).
    """
    _ = words.gettext
    themes = themes_by_note(snapshot.themes)
    kinds = {kind: kind_word(kind, words, snapshot.cafe.kind_labels) for kind in Kind}
    head = ["id", "table", _("round"), _("kind"), _("text"), _("author"), _("theme"), _("revision")]
    more = [_("came in"), _("version of"), _("late"), _("versions"), _("belongs to")]
    more += [_(field.heading) for field in NOTE_FIELDS]
    more += [_("table name"), _("round name"), _("round date")]
    cafe = snapshot.cafe
    rows: Rows = [[*head, *more]]
    for note in snapshot.notes:
        prints = snapshot.edited.get(note.id) or (fingerprint(note),)
        rows.append(
            [
                note.id,
                str(note.table + 1),
                str(note.round + 1),
                kinds[note.kind],
                note.text,
                note.author,
                "\n".join(themes.get(note.id, ())),
                str(note.rev),
                note.created,
                note.conflict_of or "",
                _("yes") if note.is_late else "",
                " ".join(prints),
                note.parent or "",
                *(cell_of(field, note, words) for field in NOTE_FIELDS),
                cafe.table_name(note.table),
                cafe.round_at(note.round).name,
                str(cafe.round_at(note.round).day or ""),
            ]
        )
    return rows
