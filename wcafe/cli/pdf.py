"""What every command that writes a PDF does: look at the café, write the file, tell of it."""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from wcafe.cli.opening import open_to_read
from wcafe.cli.tell import say, warn
from wcafe.domain.artefact import Document
from wcafe.domain.photo_publishing import tell_photos
from wcafe.domain.photos import PhotoId
from wcafe.domain.text import join_names
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.files import write_file

Pairs = Iterable[tuple[str, str]]
MOST_NAMED = 20


def snapshot_of(chosen: argparse.Namespace, words: Words) -> Snapshot:
    """Return the café of the file that was `chosen`, as it is now."""
    with open_to_read(chosen.file, words) as cafe:
        return cafe.cafes.snapshot()


def snapshot_with_pictures(
    chosen: argparse.Namespace, words: Words, *, shows_photos: bool
) -> tuple[Snapshot, Mapping[PhotoId, bytes]]:
    """Return the café and, where photos are shown, the pictures that are published.

    Raises:
        LostPicture: one of them is damaged.
    """
    with open_to_read(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
        return snapshot, cafe.photos.publishing.pictures(snapshot) if shows_photos else {}


def refuse_other_than_pdf(chosen: argparse.Namespace, words: Words) -> None:
    """End the program where the file that was `chosen` would not be called a PDF."""
    if chosen.output.suffix.lower() != ".pdf":
        sentence = words.gettext("“{name}” would be a PDF: let the file’s name end in .pdf")
        chosen.refuse(sentence.format(name=chosen.output.name))


def write_document(document: Document, path: Path, words: Words, *, said: Pairs) -> None:
    """Write `document` to `path`; tell which names or places of what is `said` in it have boxes."""
    write_file(path, document.pdf)
    warn(tell_photos(document.photos, words))
    if document.unprintable:
        told = words.gettext(
            "No font has these characters, which are printed as a box: {characters}"
        )
        warn([told.format(characters=" ".join(sorted(document.unprintable)))])
        boxed = list(dict.fromkeys(name for name, text in said if document.unprintable & set(text)))
        if boxed:
            where = words.gettext("They stand in: {names}")
            warn([where.format(names=join_names(boxed, most=MOST_NAMED))])
    say(str(path))


def warn_of_stale_plan(words: Words) -> None:
    """Say that a plan is printed that does not fit the café any more."""
    warn([words.gettext("The café has changed since this plan was made: compose it again.")])
