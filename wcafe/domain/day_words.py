"""The words of the day: names and acronyms of this café, offered while somebody types.

They are entered once, are right as they stand, and nothing marks or alters them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wcafe.domain.cafe import Cafe
from wcafe.domain.lengths import SHORT
from wcafe.domain.text import fold, one_line
from wcafe.errors import TextTooLong

LEAST, LEAST_INSIDE = 2, 3
"""Letters after which a word is offered: of its beginning, and of one of its later parts."""
_MOST_STARTS = 6  # words before the cursor that may be the beginning of a name

_SAME = str.maketrans(dict.fromkeys("’‘‛ʼʹ′＇`´", "'") | dict.fromkeys("‐‑﹣－", "-"))
_START = re.compile(r"(?<![^\W_])[^\W_]")
_BULLET = re.compile(r"^[-–—•*·▪]\s+")

_TOKEN = re.compile(r"[^\W_]+(?:['’&.\-‐‑][^\W_]+)*")
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu)['’](?=\w)", re.IGNORECASE)
_BLANK = re.compile(r"[ \u00a0\u202f]*")
_ENDS = re.compile(r"[.!?:…\n«“\"]\s*$")
_LINKS = frozenset(("de", "du", "des", "la", "le", "les", "d", "of", "the", "en", "sur", "sous"))
"""Small words that a name may have between its great ones: “Jardin des Lilas”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A word of the day that may be meant, and where what is typed of it begins."""

    word: str
    start: int


def read_words(text: str) -> tuple[str, ...]:
    r"""Return the words of the day that stand in `text`, a line each; each once, bullets left out.

    Raises:
        TextTooLong: a line is no word but a paragraph.

    >>> read_words("PCAET\n- Zoé d'Ân-Lê\n\npcaet")
    ('PCAET', "Zoé d'Ân-Lê")
    """
    read: dict[str, str] = {}
    for line in text.splitlines():
        if word := _BULLET.sub("", one_line(line)):
            if len(word) > SHORT:
                raise TextTooLong(most=SHORT, length=len(word))
            read.setdefault(key_of(word), word)
    return tuple(read.values())


def key_of(word: str) -> str:
    """Return `word` as it is compared: accents, capitals and forms of an apostrophe are one."""
    return fold(word.translate(_SAME))


def offers(before: str, words: Sequence[str], *, most: int = 6) -> list[Offer]:
    """Return which of `words` may be meant by the end of `before`, the likeliest first.

    Args:
        before: what stands before the cursor, on its line.
        words: of the day.
        most: how many are offered at most.

    >>> [offer.word for offer in offers("un avis de l'ade", ("PCAET", "ADEME"))]
    ['ADEME']
    """
    if not words or not before:
        return []
    known = _keys(tuple(words))
    starts = [found.start() for found in _START.finditer(before)][-_MOST_STARTS:]
    found: dict[str, Offer] = {}
    for is_inside in (False, True):
        for start in starts:
            for word in _begun_by(before[start:], known, is_inside=is_inside):
                found.setdefault(word, Offer(word=word, start=start))
    return list(found.values())[:most]


def places_of(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where words of the day stand in `text`: nothing there is to be marked as wrong.

    Each place is from its start to before its end; a part of a longer word is none.
    """
    places = []
    for word in words:
        said = r"\s+".join(map(_either, one_line(word).split(" ")))
        pattern = re.compile(rf"(?<!\w){said}(?!\w)", re.IGNORECASE)
        places += [found.span() for found in pattern.finditer(text)]
    return sorted(places)


def propose_words(cafe: Cafe) -> list[str]:
    """Return acronyms and names from the title, questions and names of `cafe`, to choose from.

    Those that are words of the day already are not among them.
    """
    texts = (
        cafe.title,
        *cafe.questions.texts,
        *(table.name for table in cafe.tables),
        *(round_.name for round_ in cafe.rounds),
        cafe.place,
        cafe.organiser,
        cafe.purpose,
    )
    known = {key_of(word) for word in cafe.words}
    found = {key_of(word): word for text in reversed(texts) for word in _named_in(text)}
    proposed = [word for key, word in found.items() if key not in known]
    return sorted(proposed, key=lambda word: (not _is_acronym(word), key_of(word)))


def _begun_by(typed: str, known: Sequence[tuple[str, str]], *, is_inside: bool) -> Iterator[str]:
    key = key_of(typed)
    if len(key) < (LEAST_INSIDE if is_inside else LEAST):
        return
    if typed[-1].isspace():
        key += " "
    for word, whole in known:
        if is_inside:
            inner = (whole[found.start() :] for found in _START.finditer(whole) if found.start())
            is_meant = any(part.startswith(key) for part in inner)
        else:
            is_meant = whole.startswith(key)
        if is_meant and word != typed:
            yield word


@lru_cache(maxsize=4)  # with each key the same words are asked for
def _keys(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((word, key_of(word)) for word in words)


def _either(part: str) -> str:
    """Return a pattern for one part of a word, whichever apostrophe or hyphen it has."""
    same = {"'": "['’‘‛ʼʹ′＇`´]", "-": "[-‐‑﹣－]"}
    return "".join(same.get(sign, re.escape(sign)) for sign in part.translate(_SAME))


def _is_acronym(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and all(sign.isupper() for sign in letters)


def _named_in(text: str) -> Iterator[str]:
    """Yield acronyms, and words with a capital that no sentence begins with."""
    if not any(sign.islower() for sign in text):
        return  # all of it is in capitals: nothing stands out
    name: tuple[int, int, bool] | None = None  # start, end, and whether it begins a sentence
    linked = 0  # the end of the small words behind it
    for token in _TOKEN.finditer(text):
        elided = _ELIDED.match(token[0])
        start = token.start() + (elided.end() if elided else 0)
        core = text[start : token.end()]
        is_next = name is not None and bool(_BLANK.fullmatch(text, linked, token.start()))
        if _is_acronym(core):
            yield from _whole(text, name)
            name = None
            yield core
        elif core[0].isupper():
            if name is not None and is_next:
                name = (name[0], token.end(), name[2] and not (elided or linked > name[1]))
            else:
                yield from _whole(text, name)
                begins = start == 0 or bool(_ENDS.search(text, 0, token.start()))
                name = (start, token.end(), begins and not elided)
            linked = token.end()
        elif is_next and core in _LINKS:
            linked = token.end()
        else:
            yield from _whole(text, name)
            name = None
    yield from _whole(text, name)


def _whole(text: str, name: tuple[int, int, bool] | None) -> Iterator[str]:
    if name is not None and not name[2] and name[1] - name[0] > 1:
        yield one_line(text[name[0] : name[1]])
