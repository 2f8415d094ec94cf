"""The words of many texts, kept so that a search takes no look at each of them."""

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Iterator, KeysView
from typing import Generic, TypeVar

from wcafe.domain.search.query import Search
from wcafe.domain.search.sought import Sought, Term, Way, places_of
from wcafe.domain.search.words import said_of

K = TypeVar("K", bound=Hashable)
_MOST_LOOKED_AT = 20


class Vocabulary(Generic[K]):
    """Which texts have which word, and the words by their beginnings."""

    def __init__(self) -> None:
        self._texts: dict[str, set[K]] = {}
        self._sorted: list[str] = []

    def __contains__(self, word: str) -> bool:
        return word in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._sorted)

    def put(self, word: str, text: K) -> None:
        texts = self._texts.get(word)
        if texts is None:
            texts = self._texts[word] = set()
            insort(self._sorted, word)
        texts.add(text)

    def drop(self, word: str, text: K) -> None:
        texts = self._texts.get(word)
        if texts is None:
            return
        texts.discard(text)
        if not texts:
            del self._texts[word]
            del self._sorted[bisect_left(self._sorted, word)]

    def texts_with(self, word: str) -> set[K]:
        return self._texts.get(word, set())

    def count(self, word: str) -> int:
        """Return how many texts have `word`."""
        return len(self.texts_with(word))

    def words_for(self, sought: Sought) -> set[str]:
        """Return the words that fit what is `sought`."""
        found = {word for word in sought.forms if word in self._texts}
        for beginning in sought.beginnings:
            at = bisect_left(self._sorted, beginning)
            while at < len(self._sorted) and (word := self._sorted[at]).startswith(beginning):
                if sought.fits(word):
                    found.add(word)
                at += 1
        return found

    def texts_with_one(self, words: Iterable[str]) -> set[K]:
        """Return the texts that have one of `words`, which are all here."""
        return set[K]().union(*(self._texts[word] for word in words))

    def texts_for(self, sought: Sought) -> set[K]:
        """Return the texts that have a word which fits what is `sought`."""
        return self.texts_with_one(self.words_for(sought))


class Index(Generic[K]):
    """Texts by their keys, and which of them have what is looked for.

    It finds what `Search.is_in` does. To find the texts of a search takes as long as there are
    words that begin like those looked for, and texts that have them.
    """

    def __init__(self) -> None:
        self.words = Vocabulary[K]()
        self._joined = Vocabulary[K]()
        self._texts: dict[K, str] = {}
        self._keys: dict[K, tuple[str, ...]] = {}  # the words of each text in their order

    def __len__(self) -> int:
        return len(self._texts)

    def keys(self) -> KeysView[K]:
        return self._texts.keys()

    def says(self, key: K, text: str) -> bool:
        """Does `key` say `text` already?"""
        return self._texts.get(key) == text

    def put(self, key: K, text: str) -> None:
        """Let `key` say `text`, instead of what it said before."""
        if self.says(key, text):
            return
        self.drop(key)
        said = said_of(text)
        self._texts[key] = text
        self._keys[key] = tuple(word.key for word in said.words)
        for word in self._keys[key]:
            self.words.put(word, key)
        for each in said.joined:
            self._joined.put(each.key, key)

    def drop(self, key: K) -> None:
        """Forget `key`, if it is here."""
        if (text := self._texts.pop(key, None)) is None:
            return
        for word in self._keys.pop(key):
            self.words.drop(word, key)
        for each in said_of(text).joined:
            self._joined.drop(each.key, key)

    def has_word(self, sought: Sought) -> bool:
        """Is there a text with a word that fits what is `sought`?"""
        return bool(self.words.words_for(sought) or self._joined.words_for(sought))

    def written(self, word: str) -> str:
        """Return `word`, the key of a word, as texts write it, without capitals if one does."""
        written = word
        for key in sorted(self.words.texts_with(word), key=str)[:_MOST_LOOKED_AT]:
            text = self._texts[key]
            at = next(each for each in said_of(text).words if each.key == word)
            written = text[at.start : at.end]
            if written.islower():
                break
        return written

    def find(self, search: Search) -> set[K]:
        """Return the keys of the texts that have what is looked for."""
        found: set[K] | None = None
        for group in search.groups:
            with_one = set[K]().union(*map(self._with, group))
            found = with_one if found is None else found & with_one
        return set(self._texts) if found is None else found

    def _with(self, term: Term) -> set[K]:
        have = set[K]().union(*map(self._have, term.ways))
        return self._texts.keys() - have if term.is_without else have

    def _have(self, way: Way) -> set[K]:
        if len(way) == 1:
            return self.words.texts_for(way[0]) | self._joined.texts_for(way[0])
        words = [self.words.words_for(sought) for sought in way]
        have_all = set.intersection(*map(self.words.texts_with_one, words))
        fit = [each.__contains__ for each in words]
        return {key for key in have_all if any(True for _at in places_of(fit, self._keys[key]))}
