"""What one wish did to notes, themes and names, and how it is taken back as one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wcafe.domain.cafe import Cafe
from wcafe.domain.filing import UNDER_NONE, Filed, Themes, put, stands_under
from wcafe.domain.lineage import fingerprint
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.settling import DeviceId, edit_of
from wcafe.domain.synthesis import Statement, Theme
from wcafe.services.note_names import prompts_turned, with_names_turned
from wcafe.store import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesChange:
    """What one wish changed, each before and after: what it takes to undo it and to do it again.

    `cafe` is there where tables or rounds were named or added. What a list said and was taken back
    counts as never said; what a person did at the desk and took back stands in the history.
    """

    notes: tuple[tuple[Note | None, Note], ...] = ()
    filed: Mapping[NoteId, Filed] = field(default_factory=dict)
    themes: tuple[tuple[Theme, ...], tuple[Theme, ...]] = ((), ())
    cafe: tuple[Cafe, Cafe] | None = None
    is_from_list: bool = False

    def __bool__(self) -> bool:
        return bool(self.notes or self.filed or self.cafe)


def turn(
    work: Work, change: NotesChange, device: DeviceId, name: str, *, now: str, is_in: bool
) -> None:
    """Take a whole change back, or with `is_in` bring it back.

    What somebody changed since stays as they left it.
    """
    if is_in:
        _turn_names(work, change, is_in=True)
    cafe, batch = work.cafes.get(), work.note_batch()
    batch.meet(device, name, now=now)
    for before, after in change.notes:
        gone = replace(after, is_deleted=True)
        old, new = (before or gone, after) if is_in else (after, before or gone)
        here = batch.head(after.id)
        if here is not None and _says(here) == _says(old):
            wish = edit_of(
                new, base=here.rev, cafe=cafe.id, generation=cafe.generation, device=device
            )
            batch.take_in(wish, now=now)
    batch.write()
    work.notes.changed |= batch.changed
    if change.filed:
        _refile(work, change, is_in=is_in)
    if not is_in:
        _turn_names(work, change, is_in=False)


def _turn_names(work: Work, change: NotesChange, *, is_in: bool) -> None:
    if change.cafe is None:
        return
    old, new = change.cafe if is_in else change.cafe[::-1]
    here, said = work.cafes.get(), work.notes.counts()
    after = with_names_turned(here, old, new, said=said, has_plan=work.plans.current() is not None)
    if old.prompts != new.prompts:
        used = frozenset(note.prompt for note in work.notes.all())
        after = replace(after, prompts=prompts_turned(here, old, new, used=used))
    if after != here:
        work.cafes.save(after)


def _refile(work: Work, change: NotesChange, *, is_in: bool) -> None:
    themes, listed = work.themes.all(), work.themes.listed()
    wanted = change.themes[1 if is_in else 0]
    made = {theme.id for theme in change.themes[1]} - {theme.id for theme in change.themes[0]}
    stands = stands_under(themes)
    places: dict[NoteId, Themes] = {}
    for note, each in change.filed.items():
        old, new = (each.before, each.after) if is_in else (each.after, each.before)
        if stands.get(note, UNDER_NONE) != old or work.notes.get(note) is None:
            continue  # somebody sorted it since
        places[note] = new
        was = each.after if is_in else each.listed
        if change.is_from_list:
            listed.pop(note, None)
            if was is not None:
                listed[note] = was
    here = {theme.id for theme in themes}
    if is_in:
        come = [replace(each, notes=()) for each in wanted if each.id in made - here]
        themes = (*themes, *come)
    plain = {theme.id: _plain(theme) for theme in change.themes[1]}
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


def _plain(theme: Theme) -> tuple[str, str, tuple[Statement, ...]]:
    return theme.name, theme.headline, theme.statements
