"""The open harvest pack: all that may be public of a café in one ZIP, which says what is in it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from wcafe.domain.artefact import Artefact
from wcafe.domain.artefacts import CATALOGUE, EDITIONS, PACK
from wcafe.domain.cafe import Cafe
from wcafe.domain.photo_publishing import (
    photo_alternative,
    photo_caption,
    published_names,
)
from wcafe.domain.photos import PhotoId
from wcafe.domain.publication import PROPOSED_LICENCE
from wcafe.domain.text import fold, one_line
from wcafe.domain.withheld import withheld_in_words
from wcafe.errors import NoDayYet
from wcafe.exports.markdown import escaped
from wcafe.exports.public import public_view
from wcafe.exports.whole_zip import zip_of
from wcafe.i18n import N_, Words, labelled
from wcafe.paths import resource_dir
from wcafe.services.cafe import Snapshot
from wcafe.written import day_in_words

Maker = Callable[[Snapshot], bytes]

SCHEMA_FILE = "harvest.schema.json"
_TERMS = "https://creativecommons.org/licenses/by-sa/4.0/legalcode"
_NOT_SAFE = re.compile(r"[^a-z0-9]+")
_WITHOUT_NAMES = N_("A row for each note, for a spreadsheet; who typed it is left out.")
_WITHOUT_WITHHELD = N_("What was said, for other programs; withheld notes are left out.")


def open_harvest(
    snapshot: Snapshot,
    words: Words,
    makers: Mapping[tuple[str, str], Maker],
    pages: Mapping[str, bytes],
    pictures: Mapping[PhotoId, bytes],
) -> bytes:
    """Return the pack.

    What is in the catalogue is in the pack, but lists of people and what shows their seats. Each
    export is made of the public view, so none holds a withheld note, an author or a guest's name.

    Args:
        snapshot: the café.
        words: those of its language.
        makers: what makes each export, by its key and suffix.
        pages: the PDFs of editions without names, by their keys; those left out are not in it.
        pictures: the photos that are published, by their ids; those left out are not in it.
    """
    public = public_view(snapshot)
    shown = tuple(photo for photo in public.photos if photo.id in pictures)
    public = replace(public, photos=shown)
    files: dict[str, bytes] = {}
    told, missing = [], []
    for artefact in CATALOGUE:
        if not _is_open(artefact):
            continue
        name = _file_name(artefact, words)
        if artefact.is_printed:
            if artefact.key not in pages:
                continue
            files[name] = pages[artefact.key]
        else:
            try:
                files[name] = makers[artefact.key, artefact.suffix](public)
            except NoDayYet as error:
                missing.append(labelled(artefact.title(words), error.describe(words), words))
                continue
        told.append(f"- `{name}` — {artefact.title(words)}. {words.gettext(_use(artefact))}")
    for photo, name in published_names(shown):
        files[name] = pictures[photo.id]
        what = f"{photo_caption(photo, words)}. {photo_alternative(photo, words)}"
        told.append(f"- `{name}` — {escaped(one_line(what), begins=False)}")
    schema = words.gettext("What each word of the JSON means, as a JSON Schema.")
    told += [f"- `{SCHEMA_FILE}` — {schema}"]
    readme = _readme(snapshot, words, told, missing)
    return zip_of(
        {
            "README.md": readme.encode(),
            "LICENSE.txt": _licence(snapshot.cafe, words).encode(),
            **files,
            SCHEMA_FILE: (resource_dir("schemas") / "harvest.json").read_bytes(),
        }
    )


def _is_open(artefact: Artefact) -> bool:
    """May it be public? A list of notes may, as it is made without who typed them."""
    if artefact.is_printed:
        return artefact.key in EDITIONS and not artefact.needs_plan
    is_named = artefact.names_people and artefact.key != "notes"
    return artefact.key != PACK and not is_named and not artefact.needs_plan


def _use(artefact: Artefact) -> str:
    """Return what a file is good for as it is in the pack, where some hold less than elsewhere."""
    if artefact.names_people:
        return _WITHOUT_NAMES
    return _WITHOUT_WITHHELD if artefact.holds_withheld else artefact.use


def _file_name(artefact: Artefact, words: Words) -> str:
    ending = _NOT_SAFE.sub("-", fold(words.gettext(artefact.ending))).strip("-")
    return f"{ending}.{artefact.suffix}"


def _readme(snapshot: Snapshot, words: Words, told: list[str], missing: list[str]) -> str:
    """Return what is in the pack, how it was made, what is left out, and its licence."""
    _, cafe = words.gettext, snapshot.cafe
    day = day_in_words(cafe.day, cafe.language) if cafe.day else ""
    where = " · ".join(filter(None, (cafe.place, day)))
    left_out = [
        _("No file says who wrote a note, and none lists people but those who agreed."),
        _("Nobody is named beside what was said who did not agree to it."),
        _("Names on the list of people stand in notes where that was decided; other names remain."),
        withheld_in_words(snapshot.notes, words),
        "" if snapshot.notes else _("No notes have been taken yet."),
        *missing,
    ]
    heading = _("Open harvest: {title}").format(title=cafe.title)
    lines = [
        f"# {escaped(heading)}",
        *([escaped(where)] if where else []),
        _("What the tables of a World Café said, in formats for people and for programs."),
        "## " + _("What is in it"),
        "\n".join(told),
        "## " + _("How it was made"),
        _(
            "The program wcafe wrote these files from what was noted at the tables, sorted and"
            " stated afterwards. It summarises nothing by itself."
        ),
        "## " + _("What is not in it"),
        "\n".join(f"- {escaped(line)}" for line in left_out if line),
        "## " + _("Licence"),
        escaped(_licence(cafe, words)).rstrip(),
    ]
    return "\n\n".join(lines) + "\n"


def _licence(cafe: Cafe, words: Words) -> str:
    """Return under which licence the harvest is shared; where nobody decided, that nobody did."""
    _ = words.gettext
    work = [cafe.title, cafe.organiser]
    if cafe.licence:
        lines = [_("Licence: {licence}.").format(licence=cafe.licence)]
    else:
        sentence = _(
            "Nobody has decided on a licence yet. {licence} is proposed; until the organiser says"
            " so, ask before you publish anything of it."
        )
        lines = [sentence.format(licence=PROPOSED_LICENCE)]
    if not cafe.licence or fold(cafe.licence) == fold(PROPOSED_LICENCE):
        lines += [
            _("Creative Commons Attribution-ShareAlike 4.0 International: {address}").format(
                address=_TERMS
            ),
            _(
                "In short: anybody may copy, change and share it, if they say where it comes from"
                " and share what they make of it under the same licence."
            ),
        ]
    lines.append(_("Say where it comes from: {work}").format(work=", ".join(filter(None, work))))
    return "\n".join(lines) + "\n"
