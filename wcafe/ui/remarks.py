"""What is to be told of pages beside that they are there: who and what is not on them, and why."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from wcafe.domain.artefact import Document
from wcafe.domain.artefacts import PRINTED
from wcafe.domain.document_words import tell_document
from wcafe.domain.photo_publishing import tell_photos
from wcafe.errors import WcafeError
from wcafe.ui.words import _, desk_words

T = TypeVar("T")
_MOST_NAMED = 6


def remark_of(made: Document) -> str:
    """Say who is not in a document, and what no font could print in it."""
    remarks = [
        *tell_document(made, desk_words(), most=_MOST_NAMED),
        *tell_photos(made.photos, desk_words()),
    ]
    for key, error in made.lacking.items():
        sentence = _("“{name}” is left out. {why}")
        remarks.append(sentence.format(name=_(PRINTED[key].name), why=error.describe(desk_words())))
    if made.unprintable:
        sentence = _("No shipped font has these characters, so they are printed as a box: {signs}")
        remarks.append(sentence.format(signs=" ".join(sorted(made.unprintable))))
    return " ".join(remarks)


def told_together(documents: Sequence[Document], lacking: Mapping[str, WcafeError]) -> Document:
    """Return what is to be told of several documents as one without pages."""
    return Document(
        pdf=b"",
        unprintable=frozenset().union(*(each.unprintable for each in documents)),
        left_out=_once(each.left_out for each in documents),
        too_small=_once(each.too_small for each in documents),
        unseen=_once(each.unseen for each in documents),
        cut=_once(each.cut for each in documents),
        without_strip=_once(each.without_strip for each in documents),
        lacking=lacking,
    )


def _once(told: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(told)))
