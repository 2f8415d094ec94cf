"""How pictures and sheets are called, and how it stands with them, in words."""

from collections.abc import Collection, Mapping

from wcafe.domain.filed_by_hand import is_unread_sheet
from wcafe.domain.notes import Note
from wcafe.domain.photos import Photo, PhotoStatus, Unfiled
from wcafe.domain.sheet_code import SheetCode, read_sheet_code
from wcafe.domain.sheets import TABLECLOTH, SheetPlace
from wcafe.i18n import N_, Words

WHY_UNFILED: Mapping[Unfiled, str] = {
    Unfiled.NO_CODE: N_("no code read"),
    Unfiled.SEVERAL: N_("two sheets"),
    Unfiled.FOREIGN: N_("a code that is none of a sheet"),
    Unfiled.OTHER_CAFE: N_("another café"),
    Unfiled.OTHER_FORM: N_("another version of the sheet"),
    Unfiled.NEWER: N_("a sheet of a newer wcafe"),
    Unfiled.DAMAGED: N_("its code is damaged"),
    Unfiled.NO_SUCH_PLACE: N_("no such table or round here"),
}
"""In a few words, as on a chip."""

EXPLAINED: Mapping[Unfiled, str] = {
    Unfiled.NO_CODE: N_("No code was read on {name}: say of which table and round it is."),
    Unfiled.SEVERAL: N_("{name} shows two sheets: take a picture of each, or file it under one."),
    Unfiled.FOREIGN: N_("The code on {name} is none of a sheet of wcafe."),
    Unfiled.OTHER_CAFE: N_("{name} shows a sheet of another café."),
    Unfiled.OTHER_FORM: N_(
        "{name} shows a sheet that was printed in a version this café does not know: say of which "
        "table and round it is."
    ),
    Unfiled.NEWER: N_("{name} shows a sheet that was printed by a newer wcafe."),
    Unfiled.DAMAGED: N_(
        "A part of the code on {name} cannot be read: say of which table and round it is."
    ),
    Unfiled.NO_SUCH_PLACE: N_(
        "The code on {name} names a table or round that this café does not have."
    ),
}
"""The same as a sentence."""


def photo_name(photo: Photo, words: Words) -> str:
    """Return what the file was called, and which page of it the picture is."""
    return file_name(photo.name, photo.leaf, words)


def file_name(name: str, leaf: int | None, words: Words) -> str:
    """Return the name of a file, with the page of it where it has several."""
    if leaf is None:
        return name
    return words.gettext("{name}, page {page}").format(name=name, page=leaf)


def sheet_name(place: SheetPlace, words: Words) -> str:
    """Return which sheet it is, as in a sentence.

    >>> from wcafe.i18n import ENGLISH
    >>> sheet_name(SheetPlace(table=6, round=1), ENGLISH)
    'Table 7, round 2'
    """
    sentence = words.gettext("Table {table}, round {round}")
    if place.page > 1:
        sentence = words.gettext("Table {table}, round {round}, sheet {page}")
    elif place.page == TABLECLOTH:
        sentence = words.gettext("Table {table}, round {round}, tablecloth")
    return sentence.format(table=place.table + 1, round=place.round + 1, page=place.page)


def vote_sheet_name(photo: Photo, words: Words) -> str:
    """Return which of the dot-vote sheets a picture shows, and which copy of it.

    The first copy of the first sheet is the only one, mostly.
    """
    code = read_sheet_code(photo.code)
    copy = code.table + 1 if isinstance(code, SheetCode) else 1
    sentence = words.gettext("Dot-vote sheet {page}")
    if copy > 1:
        sentence = words.gettext("Dot-vote sheet {page}, copy {copy}")
    return sentence.format(page=photo.page, copy=copy)


def place_name(photo: Photo, words: Words) -> str:
    """Return which sheet a picture shows; nothing where that is not known."""
    if photo.is_votes:
        return vote_sheet_name(photo, words)
    return "" if photo.place is None else sheet_name(photo.place, words)


def say_dots(what: str, dots: int | None, words: Words) -> str:
    """Say how many dots something was given, or that somebody has to count them.

    >>> from wcafe.i18n import ENGLISH
    >>> say_dots("Benches", 3, ENGLISH)
    'Benches – 3 dots'
    """
    if dots is None:
        return words.gettext("{what} – not certain: count these dots").format(what=what)
    sentence = words.ngettext("{what} – {number} dot", "{what} – {number} dots", dots)
    return sentence.format(what=what, number=dots)


def say_missing(place: SheetPlace, words: Words) -> str:
    """Say that a sheet did not come back."""
    return words.gettext("{sheet}: not received").format(sheet=sheet_name(place, words))


def short_place(place: SheetPlace, words: Words) -> str:
    """Return the place of a sheet as on a label, such as T6·R2."""
    label = words.gettext("T{table}·R{round}").format(table=place.table + 1, round=place.round + 1)
    return f"{label}·{place.page}" if place.page > 1 else label


def say_status(photo: Photo, status: PhotoStatus, words: Words) -> str:
    """Say in a few words whether a picture is filed, and why not."""
    if status is PhotoStatus.FILED:
        return words.gettext("filed")
    if status is PhotoStatus.TWICE:
        return words.gettext("received twice")
    if is_unread_sheet(photo):
        return words.gettext("a sheet, code not read")
    return words.gettext(WHY_UNFILED[photo.unfiled or Unfiled.NO_CODE])


def say_doubts(photo: Photo, words: Words) -> tuple[str, ...]:
    """Say how many boxes of a sheet somebody has to look at, or that none could be read."""
    if photo.form and not photo.boxes:
        return (words.gettext("its boxes were not read: the corners were not found"),)
    if photo.is_votes:
        asked = sum(box.dots is None for box in photo.boxes)
        told = words.ngettext(
            "{number} row to count: its dots are unsure",
            "{number} rows to count: their dots are unsure",
            asked,
        )
        return (told.format(number=asked),) if asked else ()
    doubtful = sum(bool(box.unsure) for box in photo.boxes)
    told = words.ngettext(
        "{number} box to look at: its ticks are unsure",
        "{number} boxes to look at: their ticks are unsure",
        doubtful,
    )
    counted = (told.format(number=doubtful),) if doubtful else ()
    return (*say_unread_boxes(photo, words), *counted)


def say_unread_boxes(photo: Photo, words: Words) -> tuple[str, ...]:
    """Say which boxes are not where they are printed, though the corners of the sheet are."""
    numbers = [f"{box.box}" for box in photo.boxes if box.is_unread]
    if not numbers:
        return ()
    told = words.ngettext(
        "4 corners found, but box {names} is not where it is printed: the paper is creased or "
        "bent, say what is ticked there",
        "4 corners found, but boxes {names} are not where they are printed: the paper is creased "
        "or bent, say what is ticked there",
        len(numbers),
    )
    return (told.format(names=", ".join(numbers)),)


def say_elsewhere(notes: Collection[Note], words: Words) -> str:
    """Say where the notes stand that were typed from a picture and did not go with it."""
    places = sorted({SheetPlace(table=note.table, round=note.round) for note in notes})
    told = words.ngettext(
        "{number} note typed from it stays at {place}.",
        "{number} notes typed from it stay at {place}.",
        len(notes),
    )
    named = " · ".join(sheet_name(place, words) for place in places)
    return told.format(number=len(notes), place=named)


def why(photo: Photo, status: PhotoStatus, words: Words) -> str:
    """Say in a sentence why a picture is not simply filed; nothing where it is."""
    name = photo_name(photo, words)
    if status is PhotoStatus.FILED:
        return ""
    if status is PhotoStatus.TWICE:
        sentence = words.gettext("There is another picture of this sheet: {sheet}.")
        return sentence.format(sheet=place_name(photo, words))
    sentence = words.gettext(EXPLAINED[photo.unfiled or Unfiled.NO_CODE])
    if is_unread_sheet(photo):
        sentence = words.gettext(
            "{name} shows a sheet of this café whose code could not be read: say of which table "
            "and round it is."
        )
    return sentence.format(name=name)
