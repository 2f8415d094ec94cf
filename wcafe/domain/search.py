"""Words that are looked for: whether they are in a text, accents and capitals aside.

Every face that looks for notes or people asks this one rule.
"""

from dataclasses import dataclass

from wcafe.domain.text import fold


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody typed to find something, folded once for however many texts.

    Where nothing is looked for, it is in every text.
    """

    sought: str

    def __bool__(self) -> bool:
        return bool(self.sought)

    def is_in(self, text: str) -> bool:
        """Does `text` hold what was typed, as it was typed?"""
        return self.is_in_folded(fold(text))

    def is_in_folded(self, text: str) -> bool:
        """Does `text`, folded before, hold it? For texts that are kept folded."""
        return self.sought in text

    def has_each_word_in(self, text: str) -> bool:
        """Does `text` hold every word that was typed, in whatever order?"""
        folded = fold(text)
        return all(word in folded for word in self.sought.split())


def look_for(typed: str) -> Search:
    """Return the search for what was `typed`.

    >>> search = look_for(" elodie")
    >>> search.is_in("Élodie Roux"), search.is_in("Roux Elo"), bool(look_for("  "))
    (True, False, False)
    >>> look_for("roux elo").has_each_word_in("Élodie Roux")
    True
    """
    return Search(fold(typed))
