"""What is to be told of pages beside that they are there: the same at the desk and by command."""

from wcafe.domain.artefact import Document
from wcafe.domain.strips import without_strip
from wcafe.domain.text import join_names
from wcafe.i18n import N_, Words

_OF_PEOPLE = {
    "left_out": N_("No badge is printed for people who attend no round: {names}."),
    "cut": N_("Too long for a line, and cut at its end: {names}."),
    "unseen": N_("No certificate is printed for people whom check-in did not see: {names}."),
    "too_small": N_(
        "Hard to read on a badge of this size: {names}. A larger one has room for them."
    ),
}
"""What is said of the names that a document gives back, by its field."""


def tell_document(document: Document, words: Words, *, most: int) -> list[str]:
    """Say who and what is not on its pages as one would think, a sentence each.

    Args:
        document: what was made.
        words: the language of who reads it.
        most: how many are named.
    """
    told = [
        words.gettext(sentence).format(names=join_names(names, most=most))
        for field, sentence in _OF_PEOPLE.items()
        if (names := getattr(document, field))
    ]
    return [*told, *filter(None, [without_strip(document.without_strip, words, most=most)])]
