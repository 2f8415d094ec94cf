"""What is near where nothing is found: another search, as it would be typed, that finds something.

Words that no text has are replaced by those that look most like them, or left out; what was meant
as it stands is looked for word by word; and what no text has together is looked for apart.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from wcafe.domain.search.index import Index, K
from wcafe.domain.search.query import QUOTES, Search, look_for, look_for_name
from wcafe.domain.search.sought import Sought
from wcafe.domain.search.words import said_of_person

_UNQUOTED = str.maketrans(dict.fromkeys(QUOTES, " "))


def find_near(search: Search, index: Index[K], *, either: str) -> str | None:
    """Return what could be typed instead of `search`, which finds nothing; None if nothing is near.

    `either` is the word for either of two, as the reader writes it: OU or OR.
    """
    for typed in _proposals(search, index, either):
        proposed = look_for(typed, is_finished=True)
        if proposed and typed != search.typed and index.find(proposed):
            return typed
    return None


def find_near_name(search: Search, texts: Iterable[str]) -> str | None:
    """Return what could be typed instead of `search`, which finds nobody in `texts`; else None.

    `texts` are what `search` has been asked about: they are read already.
    """
    written: dict[str, str] = {}
    joined: set[str] = set()
    everybody = tuple(texts)
    for text in everybody:
        said = said_of_person(text)
        joined.update(word.key for word in said.joined)
        for word in said.words:
            written.setdefault(word.key, text[word.start : word.end])
    typed = search.typed
    for sought in reversed(_wanted(search)):
        if any(map(sought.fits, written)) or any(map(sought.fits, joined)):
            continue
        if (near := _closest(sought.word.key, written)) is None:
            return None
        typed = typed[: sought.word.start] + written[near] + typed[sought.word.end :]
    proposed = look_for_name(typed)
    is_new = typed != search.typed and any(map(proposed.is_in, everybody))
    return typed if is_new else None


def distance(one: str, other: str) -> int:
    """Return how many letters to add, leave out, change or swap with the next make one the other.

    Optimal string alignment, O(len(one) * len(other)).

    >>> distance("jradin", "jardin"), distance("eco", "ecole"), distance("", "a")
    (1, 2, 1)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before = before, row
        row = [at]
        for there, its in enumerate(other, start=1):
            cost = min(before[there] + 1, row[-1] + 1, before[there - 1] + (letter != its))
            is_swapped = at > 1 and there > 1 and letter == other[there - 2] and one[at - 2] == its
            row.append(min(cost, earlier[there - 2] + 1) if is_swapped else cost)
    return row[-1]


def _proposals(search: Search, index: Index[K], either: str) -> Iterator[str]:
    """Yield what could be typed instead, the nearest first."""
    typed = search.typed
    known: list[str] = []
    words: list[str] = []
    for sought in reversed(_wanted(search)):
        start, end = sought.word.start, sought.word.end
        if index.has_word(sought):
            known.insert(0, search.typed[start:end])
            words.insert(0, known[0])
        elif (near := _closest(sought.word.key, index.words, index.words.count)) is not None:
            words.insert(0, index.written(near))
            typed = typed[:start] + words[0] + typed[end:]
    yield typed
    yield " ".join(typed.translate(_UNQUOTED).split())
    yield " ".join(known)
    yield f" {either} ".join(dict.fromkeys(known))
    yield f" {either} ".join(dict.fromkeys(words))


def _wanted(search: Search) -> list[Sought]:
    """Return the words that are looked for, in the order in which they were typed."""
    return [
        sought
        for group in search.groups
        for term in group
        if not term.is_without
        for sought in term.ways[0]
    ]


def _closest(
    word: str, words: Iterable[str], weigh: Callable[[str], int] = lambda _word: 0
) -> str | None:
    """Return the one of `words` that looks most like `word`, the heaviest; None if none does."""
    if len(word) < 3 or not word.isalpha():
        return None
    most, letters = min(3, 1 + (len(word) - 1) // 6), _letters_of(word)
    alike = (
        other
        for other in words
        if abs(len(other) - len(word)) <= most
        and (letters ^ _letters_of(other)).bit_count() <= 2 * most  # seldom, and quickly told
    )
    ranked = ((distance(word, other), other[0] != word[0], -weigh(other), other) for other in alike)
    nearest = min((rank for rank in ranked if rank[0] <= most), default=None)
    return nearest[-1] if nearest is not None else None


@lru_cache(maxsize=50_000)  # the same words are in many notes
def _letters_of(word: str) -> int:
    """Return which letters are in `word`, a bit each."""
    letters = 0
    for letter in word:
        letters |= 1 << ord(letter) % 61
    return letters
