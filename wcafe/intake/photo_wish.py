"""What a cell says about being in pictures: a wish to be in none, or a consent to be.

Lists ask for it either way round, and a yes means the one or the other. Whatever speaks of pictures
itself, such as “pas de photo”, means the same under both headings.
"""

import re
from collections.abc import Mapping

from wcafe.domain.text import fold
from wcafe.intake.cells import is_yes
from wcafe.intake.consent import consent_in, is_silent

WISH, CONSENT = "no_photo", "photo_consent"
"""The fields whose cells ask for it: a yes is a wish to be in no picture, or to be in some."""

_ITSELF = re.compile(
    r"\b(photo\w*|images?|pictures?|film\w*|videos?|refus\w*|interdi\w*|oppos\w*|"
    r"(souhaite|veux|want|wish) (pas|not)|(ne|don ?t|not) (souhaite|veux|want|wish))\b"
)
_FORBIDDEN = re.compile(r"\binterdi\w*|\bforbidden\b")
_NO = re.compile(r"(non|no|n|0|faux|false)[ .!]*|[❌✗✘]")
_PARTLY = re.compile(
    r"\b(sauf|except\w*|only|uniquement|seulement|but|mais|si|if|unless|a condition)\b"
)
_ALLOWED = re.compile(r"\b(ok|okay|possible|allowed|welcome)\b")
_FILE = re.compile(r"https?:|www\.|\.(jpe?g|png|gif|webp|heic|pdf)\b")


def photo_wish_in(facts: Mapping[str, str]) -> bool | None:
    """Return whether somebody wishes to be on no picture; None where that is not said.

    Of two columns that say it the one that asks for no pictures wins.

    >>> photo_wish_in({"no_photo": "oui"}), photo_wish_in({"photo_consent": "oui"})
    (True, False)
    """
    found = {
        _wish(facts.get(WISH, ""), means_wish=True),
        _wish(facts.get(CONSENT, ""), means_wish=False),
    }
    return True if True in found else False if False in found else None


def unclear_photo_wish(facts: Mapping[str, str]) -> str:
    """Return the words of a cell that are neither a yes nor a no; none where all is clear."""
    for field, means_wish in ((WISH, True), (CONSENT, False)):
        cell = facts.get(field, "")
        if not _is_silent(cell) and _wish(cell, means_wish=means_wish) is None:
            return cell
    return ""


def _wish(cell: str, *, means_wish: bool) -> bool | None:
    if _is_silent(cell):
        return None
    said = " ".join(re.sub(r"[’']", " ", fold(cell)).split())
    agrees = False if _FORBIDDEN.search(said) else consent_in(cell)
    if agrees is None and _ALLOWED.search(said):
        agrees = True
    if agrees and _PARTLY.search(said):
        return None
    if not means_wish or _ITSELF.search(said) or (agrees and not is_yes(cell)):
        return None if agrees is None else not agrees
    if _NO.fullmatch(said):
        return False
    return True if is_yes(cell) else None


def _is_silent(cell: str) -> bool:
    return is_silent(cell) or bool(_FILE.search(cell.casefold()))
