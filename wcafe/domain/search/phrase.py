"""Where a phrase stands in a text that was set on pages: its signs, in their order.

Accents, capitals, forms of quotes, hyphens and apostrophes make no difference, nor do the kinds of
blanks, or where a line ends.
"""

import re
import unicodedata
from functools import lru_cache

from wcafe.domain.text import fold

_QUOTES = str.maketrans({**dict.fromkeys("’‘‛ʼʹ′＇`´", "'"), **dict.fromkeys("“”„«»", '"')})
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-"))
_BROKEN = re.compile(r"-[\r\n]+")
_NOT_SEEN = frozenset("\x02\u00ad")  # a hyphen that is there only where a line ends


class FoldedText:
    """A text as phrases are looked for in it, made once for many of them. Cost: 1 ms a page."""

    def __init__(self, text: str) -> None:
        words = _BROKEN.finditer(text.translate(_HYPHENS))
        broken = {place for each in words for place in range(each.start() + 1, each.end())}
        folded: list[str] = []
        self._at: list[int] = []  # the place in the text of each sign of `folded`
        last = ""
        for place, sign in enumerate(text):
            for one in _folded(sign):
                is_again = one == " " == last
                if not (is_again or place in broken):
                    folded.append(one)
                    self._at.append(place)
                    last = one
        self._folded = "".join(folded)
        self._at.append(len(text))

    def places_of(self, phrase: str) -> list[tuple[int, int]]:
        r"""Return where `phrase` stands, in order: from which sign of the text to before which.

        >>> FoldedText("La récolte à\r\nchaud").places_of("recolte a chaud")
        [(3, 19)]
        """
        sought = " ".join("".join(map(_folded, phrase)).split())
        found: list[tuple[int, int]] = []
        start = self._folded.find(sought) if sought else -1
        while start >= 0:
            end = start + len(sought)
            found.append((self._at[start], self._at[end - 1] + 1))
            start = self._folded.find(sought, end)
        return found


@lru_cache(4096)
def _folded(sign: str) -> str:
    """Return what `sign` is compared by: nothing, one sign or several."""
    if sign.isspace():
        return " "
    if sign in _NOT_SEEN or unicodedata.combining(sign):
        return ""
    return fold(sign.translate(_QUOTES).translate(_HYPHENS))
