"""A list of recipients, as a mail program gives it to the clipboard: one person an address.

`"Kermarrec, Awa" <awa@example.org>; Tilio Bréhat <tilio@example.org>`, on one line or many, after
"To:" or not. RFC 5322 separates with commas, Outlook with semicolons; names with a comma in them
are quoted by some programs and not by others.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header, make_header

_LABEL = re.compile(
    r"[ \t>*]*(to|cc|bcc|from|reply-to|à|a|pour|de|cci|copie|destinataires?|recipients?)"
    r"[ \u00a0\u202f]?:[ \t]*",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"[ \t>*]*(subject|objet|date|sent|envoyée?s?( le)?|importance)[ \u00a0\u202f]?:",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?!mailto:)[\w .'-]+:", re.IGNORECASE)  # "Voisins: a@b.fr, …;"
_LONGEST_QUOTE = 300  # characters: a name is shorter
_PART = re.compile(
    rf'(?P<end>[;,]|\r\n?|\n)|"(?:[^"\\\r\n]|\\.){{0,{_LONGEST_QUOTE}}}+"'
    r'|<[^<>\r\n]*>|\([^()\r\n]*\)|[^;,\r\n"<(]++|.'
)
_ADDRESS = r"[^\s<>@\"(),;:\[\]]+@[^\s<>@\"(),;:\[\]]+\.[^\s<>@\"(),;:\[\].]+"
_NAMED = re.compile(rf"(?s)(.*?)\s*\[?[<(\[]\s*(?:mailto:)?({_ADDRESS})\s*[>)\]]\]?", re.IGNORECASE)
_BESIDE = re.compile(rf"([^@,\t|]*[^@,\s|])[ \u00a0]+({_ADDRESS})")
_BARE = re.compile(rf"(?:mailto:)?({_ADDRESS})\s*(?:\(([^()]*)\))?", re.IGNORECASE)
_QUOTED = re.compile(r"""(["'‘’“«])\s*(.*?)\s*["'’”»]""")
_LONGEST = 2_000_000  # characters: 20,000 recipients have no more
_HEAD = 2_000  # characters in which the first address stands


def find_recipients(text: str) -> list[str] | None:
    r"""Return each recipient as "Name <address>", or None if `text` is no list of them.

    >>> find_recipients("To: 'Zoé Li' <zoe@example.org>; ana@example.org;")
    ['Zoé Li <zoe@example.org>', 'ana@example.org']
    >>> find_recipients("Nom;Courriel\nZoé;zoe@example.org") is None
    True
    """
    if "@" not in text[:_HEAD] or len(text) > _LONGEST:
        return None
    lines = [line for line in text.splitlines() if line.strip() and not _OTHER_LABEL.match(line)]
    is_labelled = any(map(_LABEL.match, lines[:3]))
    if not is_labelled and not any("@" in line for line in lines[:1]):
        return None  # a table has headings
    entries = list(_cut("\n".join(map(_without_label, lines))))
    found = [_read(entry) for entry in entries]
    known = [each for each in found if each]
    has_brackets = any("<" in each for each in known)
    is_enough = len(known) > len(entries) * (0.5 if has_brackets else 0.75)
    is_cut = len(entries) > len(lines) or all(line.rstrip()[-1] in ";," for line in lines[:-1])
    is_quoted = has_brackets and any(entry.startswith('"') for entry in entries)
    if not is_enough or not (is_cut or is_quoted or is_labelled):
        return None
    return [one or _bare_name(entry) for one, entry in zip(found, entries, strict=True)]


def _without_label(line: str) -> str:
    found = _LABEL.match(line)
    return line[found.end() :] if found else line


def _cut(text: str) -> Iterator[str]:
    """Cut `text` into its recipients: at what ends one, and not inside "LAST, First <…>"."""
    pieces = list(_pieces(text))
    has_semicolons = any(end == ";" for _piece, end in pieces)
    waiting: list[str] = []
    for number, (piece, end) in enumerate(pieces):
        after = pieces[number + 1][0] if number + 1 < len(pieces) else ""
        waiting += [piece] if piece else []
        if "@" not in piece and waiting:
            if end == "," and (has_semicolons or _is_family(piece)):
                continue
            if end == "\n" and after.startswith("<"):
                continue
        if waiting:
            yield ", ".join(waiting).replace(", <", " <")
        waiting = []


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Cut `text` at each comma, semicolon and line end outside quotes and brackets."""
    parts: list[str] = []
    for found in _PART.finditer(text):
        if end := found["end"]:
            yield _without_group("".join(parts)), "\n" if end in "\r\n" else end
            parts = []
        else:
            parts.append(found[0])
    yield _without_group("".join(parts)), "\n"


def _without_group(piece: str) -> str:
    """Return `piece` without the name of a group before its first member."""
    piece = piece.strip()
    found = _GROUP.match(piece)
    return piece[found.end() :].strip() if found else piece


def _is_family(piece: str) -> bool:
    """Could this be a family name with the given one after the comma, and no person alone?"""
    return piece.isupper() or " " not in piece


def _read(entry: str) -> str | None:
    """Return "Name <address>" or an address; None where `entry` is not one recipient."""
    if found := _BARE.fullmatch(entry):
        address, name = found[1], found[2] or ""
    elif found := _NAMED.fullmatch(entry) or _BESIDE.fullmatch(entry):
        name, address = found[1], found[2]
    else:
        return None
    name = _bare_name(name)
    if "@" in name:  # some programs write the address for a name too
        name = ""
    return f"{name} <{address}>" if name else address


def _bare_name(name: str) -> str:
    """Return a name without its quotes, and as it was before a mail encoded it."""
    if "=?" in name:
        with suppress(HeaderParseError, LookupError, UnicodeError):
            name = str(make_header(decode_header(name.strip('"'))))
    name = name.strip().strip("[]").replace("\\(", "(").replace("\\)", ")")
    while found := _QUOTED.fullmatch(name):
        name = found[2].replace('\\"', '"')
    return name.strip()
