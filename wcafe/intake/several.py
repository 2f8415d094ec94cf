"""Several people in one cell, and people who come along without a name.

Nobody is invented: what may be several people and cannot be told apart stays one, and is told.
"""

import re
from dataclasses import dataclass

from wcafe.domain.text import fold, one_line
from wcafe.intake.courtesy import is_title
from wcafe.intake.names import LONGEST_NAME, PARTICLES, cut_address, is_nobody, reads_like_a_name


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesFound:
    """The names of a cell, each with its address or none."""

    names: tuple[tuple[str, str], ...]  # name, address
    unnamed: int = 0  # people more, of whom the cell says no name
    is_unclear: bool = False  # may be several people


_LINES = re.compile(r"[\n;]")
_SIGNS = re.compile(r"\s*&\s*|\s*\+\s*|\s+/\s*|\s*/\s+|(?<=[^\W\d_])/(?=[^\W\d_])")
_AND = re.compile(r"(?<=\S)\s+(?:et|and|und)\s+(?=\S)")
_AND_IN_CAPITALS = re.compile(r"(?<=\S)\s+(?:ET|AND|UND)\s+(?=\S)")
_JOIN = "\x1f"
_EACH_WITH_ADDRESS = re.compile(r"([^<>]*)<\s*([^<>\s]+@[^<>\s]+)\s*>")
_WHOSE = r"s(?:on|a|es)|leurs?|m(?:on|a|es)|his|her|their|my|[ld]['’]|others?|more|autre"
_WHO = (
    r"conjointe?|famille|family|[Ii]nvit[ée]e?s?|[Aa]mie?s?|[Ff]riends?|partner|spouse|husband|wife|"
    r"mari|femme|[ée]pou(?:x|se)|enfants?|kids|child(?:ren)?|[Gg]uests?|plus one|accompagnante?s?|"
    r"personnes?|people|pers\.?|compagn(?:e|on)|collègues?|colleagues?|autres?|others?|fils|fille|"
    r"sons?|daughters?|parents?|mère|père|sœur|frère"
)
_ALONG = re.compile(
    r"[\s,(]*(?:\+|\bplus\b|\bet\b|\band\b|&|\bavec\b|\bwith\b)\s*"
    r"(?P<count>\d+|une?\b|one\b|an?\b|deux\b|two\b|trois\b|three\b)?\s*"
    rf"(?P<who>(?:(?:{_WHOSE})\s*)*(?:{_WHO})?)\s*\)?$"
)
_PERSONS = r"pers\w*\.?|personnes?|people|places?|seats?|pax"
_TIMES = re.compile(
    rf"\s*\(?\s*(?:x ?(\d{{1,2}})|(\d{{1,2}}) ?(?:{_PERSONS}))\s*\)?$", re.IGNORECASE
)
_MR_OR_MRS = r"(?:m|mr|monsieur|dr|mme|mrs|ms|madame)\.?\s*"
_COUPLE = re.compile(rf"^{_MR_OR_MRS}(?:et|and|&|/|\+)\s*{_MR_OR_MRS}(?<=[\s.])", re.IGNORECASE)
_COUNTS = {"": 1, "un": 1, "une": 1, "one": 1, "a": 1, "an": 1, "deux": 2, "two": 2, "trois": 3}
_COMPANY = re.compile(
    r"\b(co|cie|compagnie|sons?|fils|filles|freres|bros|associes?|associates?|partners?|ltd|inc|llc|"
    r"sarl|sas|gmbh|group|groupe|services?|solutions|conseil|consulting|mairie|ville|commune|"
    r"association|ecole|universite|university|school|council|library|mediatheque|quartier|culture|"
    r"metiers|oeuvres|studio|cafe|restaurant|parents?|famille|family|enfants?|children|kids)\b"
)
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 5


def names_in(cell: str, *, is_family_first: bool = False, places: int | None = None) -> NamesFound:
    """Return who is named in a cell that should hold one name.

    Args:
        cell: as it stands in the list, its lines apart.
        is_family_first: whether the list writes "Family, First".
        places: how many people the row says it is, if it says so.

    >>> [name for name, _address in names_in("Awa Roy, Lubin Roy et Zoé Le Goff").names]
    ['Awa Roy', 'Lubin Roy', 'Zoé Le Goff']
    >>> [name for name, _address in names_in("Paul et Anne Dupont").names]
    ['Paul Dupont', 'Anne Dupont']
    >>> names_in("Dantès, Edmond").names, names_in("Martin, Zoé et Paul").is_unclear
    ((('Dantès, Edmond', ''),), True)
    >>> names_in("Awa Roy + 2").unnamed, names_in("M. et Mme Roy").unnamed
    (2, 1)
    """
    if len(cell) > LONGEST_NAME:
        return NamesFound(names=((one_line(cell), ""),))
    with_addresses = _EACH_WITH_ADDRESS.findall(cell)
    if len(with_addresses) > 1:
        return NamesFound(
            names=tuple(
                (cut_address(re.sub(r"^[\s,;&/+]*(?:(?:et|and)\s+)?", "", name))[0] or mail, mail)
                for name, mail in with_addresses
            )
        )
    lines = [line.strip() for line in _LINES.split(cell) if one_line(line)]
    if len(lines) > 1 and all(map(_is_a_name, (cut_address(line)[0] for line in lines))):
        found = [names_in(line, is_family_first=is_family_first) for line in lines]
        return NamesFound(
            names=tuple(name for each in found for name in each.names),
            unnamed=sum(each.unnamed for each in found),
            is_unclear=any(each.is_unclear for each in found),
        )
    name, address = cut_address(cell)
    if _COUPLE.match(name):
        return NamesFound(names=((name, address),), unnamed=1)
    name, unnamed = _cut_company(name)
    parts, is_unclear = _parts(name, is_family_first=is_family_first, places=places)
    return NamesFound(
        names=((parts[0], address), *((part, "") for part in parts[1:])),
        unnamed=unnamed,
        is_unclear=is_unclear,
    )


def split_given(cell: str) -> tuple[str, ...]:
    """Return the first names of a cell that joins several people's with a word or a sign.

    >>> split_given("Paul et Anne"), split_given("Jean, Paul"), split_given("Jean-Luc")
    (('Paul', 'Anne'), ('Jean, Paul',), ('Jean-Luc',))
    """
    whole = one_line(cell)
    if len(whole) > LONGEST_NAME:
        return (whole,)
    joined = _SIGNS.sub(_JOIN, _LINES.sub(_JOIN, cell.strip()))
    joined = (_AND_IN_CAPITALS if whole.isupper() else _AND).sub(_JOIN, joined)
    parts = tuple(one_line(part) for part in joined.split(_JOIN) if one_line(part))
    return parts if len(parts) > 1 and all(map(_is_a_name, parts)) else (whole,)


def _cut_company(name: str) -> tuple[str, int]:
    """Return a name without those who come along unnamed, and how many they are."""
    if (found := _TIMES.search(name)) and found.start() > 0:
        return name[: found.start()].strip(), max(int(found[1] or found[2]) - 1, 0)
    found = _ALONG.search(name)
    if found is None or found.start() == 0 or not (found["count"] or found["who"].strip()):
        return name, 0
    count = fold(found["count"] or "")
    return name[: found.start()].strip(), int(count) if count.isdigit() else _COUNTS.get(count, 1)


def _parts(name: str, *, is_family_first: bool, places: int | None) -> tuple[list[str], bool]:
    """Return the names that stand in one, and whether it may be several that cannot be told."""
    joined = _SIGNS.sub(_JOIN, name)
    joined = (_AND_IN_CAPITALS if name.isupper() else _AND).sub(_JOIN, joined)
    has_and = _JOIN in joined
    parts = [part.strip() for part in re.split(rf"[,{_JOIN}]", joined) if part.strip()]
    if len(parts) < 2 or _COMPANY.search(fold(name)):
        return [name], False
    if not all(map(_is_a_name, parts)):
        return [name], has_and
    wide = [len(_words(part)) > 1 for part in parts]
    commas = joined.count(",")
    if commas == 0:
        return _with_family(parts, wide), False
    if places == len(parts) or (all(wide) and (len(parts) > 2 or has_and)):
        return _with_family(parts, wide), False
    if not has_and:
        is_one = len(parts) != 2 or not all(wide) or is_family_first or _is_family(parts[0])
        return ([name], len(parts) > 2 and all(wide)) if is_one else (parts, False)
    if commas == 1 and places == len(parts) - 1 and not wide[0]:
        return [f"{given} {parts[0]}" for given in parts[1:]], False
    if wide[-1] and not any(wide[:-1]):  # "Awa, Lubin et Zoé Roy"
        return _with_family(parts, wide), False
    if commas == len(re.findall(",", name)) == joined.count(_JOIN) + 1:
        each = [one_line(part) for part in joined.split(_JOIN)]  # "Roy, Awa & Roy, Lubin"
        if all(part.count(",") == 1 for part in each):
            return each, False
    return [name], True


def _with_family(parts: list[str], wide: list[bool]) -> list[str]:
    """Give those with a first name alone the family name of the next who has one.

    Where it stands first, in capitals, it is that of those who follow: "ROY Paul et Anne".
    """
    named: list[str] = []
    for place, part in enumerate(parts):
        before = [_in_capitals(other) for other in parts[:place] if len(_words(other)) > 1]
        next_wide = next((n for n in range(place, len(parts)) if wide[n]), None)
        family = before[-1] if before else ""
        if next_wide is not None:
            family = "" if wide[place] else _family_of(parts[next_wide])
        named.append(f"{part} {family}".strip())
    return named


def _family_of(name: str) -> str:
    """Return the family name in "Anne Roy" and "ROY Anne"; nothing behind a title."""
    words = name.split()
    return _in_capitals(name) or ("" if is_title(words[0]) else " ".join(words[1:]))


def _in_capitals(name: str) -> str:
    """Return the words in capitals of a name that has others too."""
    words = name.split()
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    return " ".join(capitals) if len(capitals) < len(words) else ""


def _words(part: str) -> list[str]:
    return [word for word in part.split() if fold(word) not in PARTICLES]


def _is_family(part: str) -> bool:
    """Does a name of several words look like that of a family: in capitals, after a particle?"""
    return part.isupper() or fold(part.split()[0]) in PARTICLES


def _is_a_name(part: str) -> bool:
    name = part.strip()
    if is_nobody(name) or _DIGIT.search(name) or not reads_like_a_name(name):
        return False
    first = name.split()[0]
    is_small = first[0].islower() and fold(first) not in PARTICLES
    return not is_small and len(_words(name)) <= _MOST_WORDS
