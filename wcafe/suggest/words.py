"""The words of a note that say what it is about, and when two words are the same."""

import re
from collections.abc import Iterable, Mapping, Sequence

from wcafe.domain.text import fold

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3  # letters
_FRENCH = (
    "afin ainsi alors apres assez aucun aucune aussi autour autre autres avant avec avoir avons "
    "avez ayant beaucoup bien cela celle celles celui cependant ces cet cette ceux chaque chez "
    "comme comment contre dans depuis des dessous dessus deux devant doit doivent donc dont elle "
    "elles encore entre est etaient etait etant ete etes etre eux faire fait faits faut font hors "
    "ici ils jamais les leur leurs lors lorsque lui mais meme memes mes mettre mieux moi moins "
    "mon nos notamment notre nous ont ou par parce parfois pas pendant permettre peu peut peuvent "
    "plus plusieurs pour pourquoi pouvoir pres puis quand que quel quelle quelles quelque quelques "
    "quels qui quoi sans sauf selon sera seront ses seulement soi soient soit sommes son sont sous "
    "souvent sur tant tel telle tels tes toi ton toujours tous tout toute toutes tres trop une "
    "vers voir vont vos votre vous aux car etc deja lieu fois non oui via "
)
_ENGLISH = (
    "about above after again all also although always among and any are because been before being "
    "between both but can cannot could did does doing down during each even ever every few for "
    "from further get gets had has have having her here hers him his how into its itself just "
    "less let like make made many may might more most much must need needs never not nor now off "
    "often once one only onto other others our ours out over own per rather same she should since "
    "some still such than that the their theirs them then there these they this those though "
    "through too toward under until upon use used using very want was way well were what when "
    "where which while who whom whose why will with within without would yes yet you your"
)
_STOP = frozenset((_FRENCH + _ENGLISH).split())
"""Words without which a note says the same; the French ones without accents."""


def content_words(text: str) -> list[str]:
    """Return the words of `text` that say what it is about, as it writes them, in small letters.

    >>> content_words("Des loyers trop chers, et des LOGEMENTS vides (2 ans)")
    ['loyers', 'chers', 'logements', 'vides', 'ans']
    """
    return [word.lower() for word in _WORD.findall(text) if _says_something(fold(word))]


def root(word: str) -> str:
    """Return what stays of `word` in the other number and gender.

    It leaves alone what only a longer rule would find, as words that are said to be shared
    must look alike to a reader.

    >>> {root("Loyers"), root("loyer")}, {root("locaux"), root("locales")}, root("bus")
    ({'loyer'}, {'local'}, 'bus')
    """
    bare = fold(word)
    if len(bare) <= _SHORTEST:
        return bare
    if bare.endswith("eaux"):
        return bare[:-1]
    if bare.endswith("aux"):
        return f"{bare[:-3]}al"
    if bare.endswith("ies"):
        bare = f"{bare[:-3]}y"
    elif bare.endswith(("s", "x")) and not bare.endswith("ss"):
        bare = bare[:-1]
    return bare[:-1] if bare.endswith("e") and len(bare) > _SHORTEST + 1 else bare


def roots_of(text: str) -> dict[str, str]:
    """Return the root of each content word of `text`, with the word as it stands there first."""
    found: dict[str, str] = {}
    for word in content_words(text):
        found.setdefault(root(word), word)
    return found


def rarest(shared: Iterable[str], counts: Mapping[str, int], *, most: int) -> Sequence[str]:
    """Return those of the roots `shared` that the fewest notes have, as they say most."""
    return sorted(shared, key=lambda each: (counts.get(each, 0), each))[:most]


def _says_something(bare: str) -> bool:
    return len(bare) >= _SHORTEST and bare not in _STOP and not bare.isdigit()
