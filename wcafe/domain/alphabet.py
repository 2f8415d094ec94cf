"""Where names stand in an alphabetical list: one rule for names in two parts and whole ones."""

import re
import unicodedata

from wcafe.domain.text import fold

_TAIL = re.compile(r"[\s,]*(\([^()]*\)|\b(jr|sr|junior|senior|phd|md|i{2,3}|iv)\b\.?)\s*$")
_ARTICLES = re.compile(
    r"le|la|les|du|des|l|van|von|der|den|ter|ten|zu|zum|zur|el|al|ben|bin|ibn|abu|di|da|del|della|"
    r"delle|dello|dei|dos|das|do|st|ste|saint|sainte|san|mac|mc|o"
)
"""What belongs to the family name behind it: "Le Goff", "Du Bellay", "Van den Berg"."""
_NOBLE = re.compile(r"^(de |d['’ʼ])+(?=.)")
"""What does not count, as in French dictionaries: "de Kervenoaël" stands under K."""
_TITLES = re.compile(r"(m|mm|mr|mme|mlle|mrs|ms|miss|mx|dr|dre|pr|prof|me|maitre)\.?")


def place_in_alphabet(given: str, family: str) -> tuple[str, str]:
    """Return what a name is sorted by: the family name, then the given one, both folded.

    Where nobody told the parts of a name apart its last word counts as the family name, with
    the articles before it: a list has one alphabet, whoever typed its names.

    >>> place_in_alphabet("Anne", "BIZIEN"), place_in_alphabet("", "Émile Bizien")
    (('bizien', 'anne'), ('bizien', 'emile'))
    >>> place_in_alphabet("", "Yann Le Goff"), place_in_alphabet("Marc", "d’Auzay")
    (('le goff', 'yann'), ('auzay', 'marc'))

    Signs before its first letter do not count, and what has no letter or figure comes first of all.

    >>> place_in_alphabet("Anne", "🙂 (Bizien)"), place_in_alphabet("Zoé", "🙂")
    (('bizien)', 'anne'), (' 🙂', 'zoe'))
    """
    first, last = fold(given), fold(family)
    if not last:
        first, last = "", first
    elif not first:
        first, last = _parted(last)
    counted = _NOBLE.sub("", last)
    start = next((at for at, sign in enumerate(counted) if _counts(sign)), None)
    return f" {counted}" if start is None else counted[start:], first


def initial_of(place: tuple[str, str]) -> str:
    """Return the letter under which a name stands that `place_in_alphabet` sorts by `place`.

    What begins with no letter stands under #.

    >>> initial_of(("le goff", "yann")), initial_of(("3 fontaines", "")), initial_of((" 🙂", ""))
    ('L', '#', '#')
    """
    letter = unicodedata.normalize("NFC", place[0])[:1]
    return letter.title() if letter.isalpha() else "#"  # some letters have no capital in print


def has_letters(words: str) -> bool:
    """Is there a letter in `words`, of any script?"""
    return any(sign.isalpha() for sign in words)


def sorted_part(whole: str) -> tuple[str, str, str]:
    """Return a whole name in three: the words by which it is sorted, what stands before, behind.

    >>> sorted_part("Yann Le Goff (Brest)"), sorted_part("Plato")
    (('Le Goff', 'Yann', '(Brest)'), ('Plato', '', ''))
    """
    words, (_first, last) = whole.split(), _parted(fold(whole))
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            if fold(" ".join(words[start:end])) == last:
                return " ".join(words[start:end]), " ".join(words[:start]), " ".join(words[end:])
    return whole, "", ""


def _parted(whole: str) -> tuple[str, str]:
    """Return the given and the family name of a folded whole name; no sign alone is a name."""
    words = _without_tail(whole).split(" ")
    while len(words) > 1 and not any(map(_counts, words[-1])):
        del words[-1]
    place = len(words) - 1
    while place > 1 and _ARTICLES.fullmatch(words[place - 1]):
        place -= 1
    given = [word for word in words[:place] if word not in ("de", "d'", "d’")]
    if len(given) > 1 and _TITLES.fullmatch(given[0]):
        del given[0]
    return " ".join(given), " ".join(words[place:])


def _without_tail(whole: str) -> str:
    """Return a folded name without brackets, "Jr" and the like behind it, if any of it is left."""
    while (shorter := _TAIL.sub("", whole)) != whole and shorter:
        whole = shorter
    return whole


def _counts(sign: str) -> bool:
    """Is `sign` a letter or a figure, and neither a mark that stands for none nor an emoji?"""
    return unicodedata.category(sign) in ("Ll", "Lo", "Lu", "Lt", "Nd", "Nl", "No")
