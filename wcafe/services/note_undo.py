"""An import of notes taken back as one, and brought in again."""

from dataclasses import replace

from wcafe.domain.filing import put
from wcafe.domain.lineage import fingerprint
from wcafe.domain.notes import DeviceId, Note, edit_of
from wcafe.domain.synthesis import Theme
from wcafe.services.note_list import Door, NotesReport
from wcafe.store import Work


def turn(work: Work, report: NotesReport, device: DeviceId, take_in: Door, *, is_in: bool) -> None:
    """Take a whole import back, or with `is_in` bring it back.

    What somebody changed since stays as they left it.
    """
    cafe = work.cafes.get()
    for before, after in report.notes:
        gone = replace(after, is_deleted=True)
        old, new = (before or gone, after) if is_in else (after, before or gone)
        here = work.notes.get(after.id)
        if here is not None and _says(here) == _says(old):
            take_in(
                edit_of(new, base=here.rev, cafe=cafe.id, generation=cafe.generation, device=device)
            )
    _refile(work, report, is_in=is_in)


def _refile(work: Work, report: NotesReport, *, is_in: bool) -> None:
    themes, listed = work.themes.all(), work.themes.listed()
    wanted = report.themes[1 if is_in else 0]
    made = {theme.id for theme in report.themes[1]} - {theme.id for theme in report.themes[0]}
    stands = {note: theme.id for theme in themes for note in theme.notes}
    places = {}
    for note, each in report.filed.items():
        old, new = (each.before, each.after) if is_in else (each.after, each.before)
        if stands.get(note) != old or work.notes.get(note) is None:
            continue  # somebody sorted it since
        places[note] = new
        was = each.after if is_in else each.listed
        listed.pop(note, None)
        if was is not None:
            listed[note] = was
    here = {theme.id for theme in themes}
    if is_in:
        come = [replace(each, notes=()) for each in wanted if each.id in made - here]
        themes = (*themes, *come)
    plain = {theme.id: _plain(theme) for theme in report.themes[1]}
    now = put(themes, places, like=wanted)
    if not is_in:
        now = tuple(
            theme
            for theme in now
            if theme.id not in made or theme.notes or _plain(theme) != plain[theme.id]
        )
    work.themes.arrange(now)
    work.themes.list_under(listed)


def _says(note: Note) -> tuple[bool, str]:
    return note.is_deleted, fingerprint(note)


def _plain(theme: Theme) -> tuple[str, str]:
    return theme.name, theme.statement
