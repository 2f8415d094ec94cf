"""Names as lists write them: in one cell or two, in capitals, with a handle or an address."""

import re
from collections.abc import Iterable

from wcafe.domain.text import fold, one_line
from wcafe.intake.courtesy import drop_title, is_title

_NOBODY = frozenset(
    [
        "info requested",
        "anonymous participant",
        "participant anonyme",
        "anonyme",
        "anonymous",
        "inconnu",
        "inconnue",
        "unknown",
        "n a",
        "na",
        "nc",
        "tbd",
        "guest",
        "invite",
        "total",
        "totaux",
        "sous total",
        "subtotal",
        "somme",
        "sum",
    ]
)
_HANDLE = re.compile(r"\s*\(?@[\w.@-]+\)?\s*$")
_MAIL = r"[^<>\s@()\[\],;:]+@[^<>\s@()\[\],;:]+\.\w+"
ADDRESS = re.compile(_MAIL)
_BARE_ADDRESS = re.compile(rf"(?:mailto:)?({_MAIL})")
_ADDRESS = re.compile(
    rf"\s*[<\[(]\s*(?:mailto:)?({_MAIL})\s*[>\])]|(?:^|[\s,;:–—-]+)(?:mailto:)?({_MAIL})(?=$|[\s,;(])"
)
_QUOTED = re.compile("""(["'“«‘])\\s*(.+?)\\s*["'”»’]""")
_TAIL = re.compile(r"\s*\((?:via|by way of|through|de la part de)\b[^()]*\)$|\s+via\s+\S.*$")
_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*$")
_NO_NAME = re.compile(r"[^\w\s'’ʼ.,·&()\-‐‑–]|_")
_NUMBERED = re.compile(r"^(?:\d{1,3}\s*[.)/-]\s+|[-*•–—▪◦☐]\s*)(?=\S)")
_ADDITIONS = frozenset(["jr", "sr", "phd", "ph.d", "md", "ii", "iii", "msc", "mba", "esq"])
LONGEST_NAME = 400  # characters of a cell: what is longer is no name, and is left as it is
_FEW_WORDS, _MOST_WORDS = 3, 7  # fewer need no capitals; more are a sentence
PARTICLES = frozenset(
    [
        "de",
        "d",
        "du",
        "des",
        "la",
        "le",
        "les",
        "von",
        "van",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
    ]
)


def is_nobody(name: str) -> bool:
    """Is this cell no name at all: empty, a number, a total, a place that was never filled?

    >>> [is_nobody(cell) for cell in ("TOTAL : 33", "Info Requested", "42", "Anna")]
    [True, True, True, False]
    """
    letters = re.sub(r"[\W\d_]+", " ", fold(name)).strip()
    return not letters or letters in _NOBODY


def split_name(full: str) -> tuple[str, str]:
    """Return (given, family) where the way of writing tells them apart, else ("", full).

    Capitals mark a family name, with the particles before it; so does a comma after it.

    >>> split_name("LE PERTHUIS DES VAUDS Jean"), split_name("Gérard de VILLEFORT")
    (('Jean', 'LE PERTHUIS DES VAUDS'), ('Gérard', 'de VILLEFORT'))
    >>> split_name("Dantès, Edmond"), split_name("Ada Lovelace")
    (('Edmond', 'Dantès'), ('', 'Ada Lovelace'))
    """
    is_address = _BARE_ADDRESS.fullmatch(full.strip())
    full = one_line(full if is_address else _HANDLE.sub("", full)) or one_line(full)
    if full.count(",") == 1:
        family, given = (part.strip() for part in full.split(","))
        if family and given and not _is_addition(family, given):
            return given, family
    words = full.split(" ")
    if len(words) == 2 and is_title(words[0]):
        return words[0], words[1]
    capitals = [place for place, word in enumerate(words) if _is_capital(word)]
    if not capitals:
        return "", full
    first, last = capitals[0], capitals[-1] + 1
    while first and fold(words[first - 1]) in PARTICLES:
        first -= 1
    family = " ".join(words[first:last])
    inside = [word for word in words[first:last] if not _is_capital(word)]
    if any(fold(word) not in PARTICLES for word in inside):
        return "", full
    if first == 0 and last < len(words):
        return " ".join(words[last:]), family
    if first > 0 and last == len(words):
        return " ".join(words[:first]), family
    return "", full


def _is_addition(name: str, behind: str) -> bool:
    """Is what stands behind a comma no first name: "Martin King, Jr.", "Awa Roy, maire"?"""
    is_whole = len(name.split()) > 1 and not any(word[0].islower() for word in name.split())
    return is_whole and (behind[0].islower() or fold(behind).strip(". ") in _ADDITIONS)


def _is_capital(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1


def cut_address(cell: str) -> tuple[str, str]:
    """Return the name and the address of a cell that may hold both, as a mail program writes them.

    A bare address is its own name, unless what stands before the @ is one word.

    >>> cut_address("'Awa Kermarrec' <awa@x.org>"), cut_address("Tavares, Ines <ines@x.org>")
    (('Awa Kermarrec', 'awa@x.org'), ('Tavares, Ines', 'ines@x.org'))
    >>> cut_address("ana@x.org"), cut_address("ana.silva@x.org"), cut_address("Awa (via Liste)")
    (('ana', 'ana@x.org'), ('ana.silva@x.org', 'ana.silva@x.org'), ('Awa', ''))
    """
    line = one_line(cell).strip(" ,;")
    if len(line) > LONGEST_NAME:
        return line, ""
    if bare := _BARE_ADDRESS.fullmatch(line.strip("<>")):
        local = bare[1].partition("@")[0]
        return (local if local.isalpha() else bare[1]), bare[1]
    address = ""
    if found := _ADDRESS.search(line):
        address = found[1] or found[2]
        line = f"{line[: found.start()]} {line[found.end() :]}".strip(" ,;:–—-")
        if line.startswith("(") and line.endswith(")"):
            line = line[1:-1]
    return _unquote(_TAIL.sub("", line)), address


def _unquote(line: str) -> str:
    found = _QUOTED.fullmatch(line.strip())
    return one_line(found[2]) if found and found[1] not in found[2] else line.strip()


def split_line(line: str) -> dict[str, str]:
    """Return what one line of a bare list says: a name, and what stands in brackets after it.

    >>> split_line("Javert, Émile <javert@example.org>")
    {'full_name': 'Javert, Émile', 'email': 'javert@example.org'}
    """
    facts = {}
    name, address = cut_address(line)
    if address:
        facts["email"] = address
    if found := _BRACKETS.search(name):
        facts["organisation"], name = found[1], name[: found.start()]
    return {"full_name": name.strip(), **facts}


def reads_like_a_name(line: str) -> bool:
    """Could one line of a bare list be somebody, rather than prose, code or a table of figures?

    >>> [reads_like_a_name(line) for line in ("d'Ân-Lê, Zoé (Ville de Brest)", "jean dupont")]
    [True, True]
    >>> [reads_like_a_name(line) for line in ("key = value", "We moved on to another table then.")]
    [False, False]
    """
    facts = split_line(line)
    name = facts["full_name"]
    if name and "email" in facts:
        return True
    words = [word for word in name.split() if fold(word) not in PARTICLES]
    if not 0 < len(words) <= _MOST_WORDS or _NO_NAME.search(name):
        return False
    capitals = sum(not word[0].islower() for word in words)
    return len(words) <= _FEW_WORDS or 2 * capitals >= len(words)


def drop_number(name: str) -> str:
    """Return a line of a numbered or dotted list without its number or dot.

    >>> drop_number("3. Awa Kermarrec"), drop_number("- Tilio"), drop_number("A. Roy")
    ('Awa Kermarrec', 'Tilio', 'A. Roy')
    """
    return _NUMBERED.sub("", name)


def has_numbers(names: Iterable[str]) -> bool:
    """Are most lines of a list numbered or dotted?"""
    told = [name for name in names if name]
    return bool(told) and sum(bool(_NUMBERED.match(name)) for name in told) > len(told) / 2


def name_key(name: str) -> tuple[str, ...]:
    """Return the parts of a name in no order: the same for "NOM Prénom" and "Mme Prénom Nom"."""
    return tuple(sorted(re.findall(r"\w+", fold(drop_title(name)))))
