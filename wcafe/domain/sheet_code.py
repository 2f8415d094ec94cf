"""The code on a sheet or sticker: of which café, table, round and page it is. It names nobody.

The text is a name of the format and 24 letters and digits: 96 bits of facts, then 24 of a check
sum, in the signs that a QR code packs closest. It is told apart whether a text is no code of ours,
one of a later wcafe, or one of ours with a wrong sign in it.
"""

import re
from base64 import b32decode, b32encode
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import Final

from wcafe.domain.cafe import MOST_ROUNDS, MOST_TABLES, CafeId
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.sheet_form import MOST_SHEETS, VERSION_LENGTH
from wcafe.domain.sheet_layout import BOXES, SheetShape
from wcafe.domain.sheets import SheetPlace
from wcafe.domain.vote_layout import VoteShape

TAG_LENGTH = 10
"""How many signs the tag of a café has; hexadecimal digits."""

_FORMATS: Final = {"WCAFE-S1-": 1, "WCAFE-S2-": 2}
"""The names of the format, each with the version of the sheets that have it."""
_BADGE: Final = "WCAFE-P-"
_OURS = re.compile(r"WCAFE-[A-Z][0-9]*-")
_PAYLOAD = re.compile(r"[A-Z2-7]{24}")
_FACTS, _CHECK = 12, 3  # bytes
_FIELDS = {"kind": 2, "tag": 40, "table": 10, "round_": 5, "page": 7, "shape": 8, "form": 24}
"""How many bits each fact has, the first ones leading."""


class SheetKind(Enum):
    """What the code stands on."""

    HARVEST = 0
    STICKER = 1
    VOTES = 2


class NotRead(Enum):
    """Why a text is no code of a sheet that this wcafe reads."""

    FOREIGN = "foreign"  # nothing of ours
    BADGE = "badge"  # of ours, but somebody's badge
    NEWER = "newer"  # of a later wcafe
    DAMAGED = "damaged"  # ours, with signs that do not fit together


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCode:
    """What the code on a piece of paper says.

    Attributes:
        kind: what sort of paper it is.
        cafe: the tag of the café, as `cafe_tag` gives it.
        table: from 0, as is `round_`. A dot-vote sheet belongs to no table: it says which copy
            it is, of several that hang on other walls.
        page: which sheet of this table and round, from 0.
        shape: how it is laid out.
        form: the version of what it asks (`SheetForm.version`, `VoteForm.version`).
    """

    kind: SheetKind
    cafe: str
    table: int
    round_: int
    page: int
    shape: SheetShape | VoteShape
    form: str

    def __post_init__(self) -> None:
        is_placed = (
            0 <= self.table < MOST_TABLES
            and 0 <= self.round_ < MOST_ROUNDS
            and 0 <= self.page < MOST_SHEETS
        )
        are_named = _is_hexadecimal(self.cafe, TAG_LENGTH) and _is_hexadecimal(
            self.form, VERSION_LENGTH
        )
        is_shaped = isinstance(self.shape, VoteShape) == (self.kind is SheetKind.VOTES)
        if not (is_placed and are_named and is_shaped):
            raise ValueError("no sheet can have such a code")

    @property
    def place(self) -> SheetPlace:
        """Which sheet it is."""
        return SheetPlace(round=self.round_, table=self.table, page=self.page + 1)

    @property
    def text(self) -> str:
        """What stands in the square code."""
        facts = {
            "kind": self.kind.value,
            "tag": int(self.cafe, 16),
            "table": self.table,
            "round_": self.round_,
            "page": self.page,
            "shape": _number_of(self.shape),
            "form": int(self.form, 16),
        }
        packed = 0
        for name, bits in _FIELDS.items():
            packed = packed << bits | facts[name]
        raw = packed.to_bytes(_FACTS, "big")
        name = next(name for name, version in _FORMATS.items() if version == _version(self.shape))
        return name + b32encode(raw + _check_sum(name, raw)).decode()


def _version(shape: SheetShape | VoteShape) -> int:
    """Return which layout is meant; sheets of dots have had one so far."""
    return shape.version if isinstance(shape, SheetShape) else max(_FORMATS.values())


def cafe_tag(cafe: CafeId) -> str:
    """Return the short name by which a code says of which café it is; nothing is learned by it."""
    return sha256(f"sheets of {cafe}".encode()).hexdigest()[:TAG_LENGTH].upper()


def read_sheet_code(text: str) -> SheetCode | NotRead:
    """Return what `text` says as the code of a sheet, or why it is none."""
    text = text.strip().upper()
    name = next(filter(text.startswith, _FORMATS), None)
    if name is None:
        return _other(text)
    written = text.removeprefix(name)
    if not _PAYLOAD.fullmatch(written):
        return NotRead.DAMAGED
    raw = b32decode(written)
    facts, check = raw[:_FACTS], raw[_FACTS:]
    is_whole = check == _check_sum(name, facts)
    return _unpacked(facts, _FORMATS[name]) if is_whole else NotRead.DAMAGED


def _other(text: str) -> NotRead:
    if text.startswith(_BADGE):
        return NotRead.BADGE
    if _OURS.match(text):
        return NotRead.NEWER
    return NotRead.DAMAGED if text.startswith("WCAFE-") else NotRead.FOREIGN


def _unpacked(raw: bytes, version: int) -> SheetCode | NotRead:
    """Return the facts; what no sheet of today can say was said by a later wcafe."""
    packed, facts = int.from_bytes(raw, "big"), {}
    for name, bits in reversed(_FIELDS.items()):
        facts[name] = packed & (1 << bits) - 1
        packed >>= bits
    try:
        return SheetCode(
            kind=SheetKind(facts["kind"]),
            cafe=f"{facts['tag']:0{TAG_LENGTH}X}",
            table=facts["table"],
            round_=facts["round_"],
            page=facts["page"],
            shape=_shape_of(facts["shape"], SheetKind(facts["kind"]), version),
            form=f"{facts['form']:0{VERSION_LENGTH}X}",
        )
    except ValueError:
        return NotRead.NEWER


def _number_of(shape: SheetShape | VoteShape) -> int:
    paper = (shape.paper is PaperSize.LETTER) << BOXES + 1
    if isinstance(shape, VoteShape):
        return shape.rows | paper
    headed = sum(1 << box for box in shape.headed)
    one_digit = (shape.digits == 1) << BOXES + 2
    return headed | (shape.digits == 3) << BOXES | paper | one_digit


def _shape_of(number: int, kind: SheetKind, version: int) -> SheetShape | VoteShape:
    """Return the shape of that number. Raises ValueError: none of that version has it."""
    has_three, has_one = number >> BOXES & 1, number >> BOXES + 2 & 1
    if number >> BOXES + 3 or (kind is not SheetKind.VOTES and has_three and has_one):
        raise ValueError("a shape of a later wcafe")
    paper = PaperSize.LETTER if number >> BOXES + 1 & 1 else PaperSize.A4
    if kind is SheetKind.VOTES:
        return VoteShape(paper=paper, rows=number & (1 << BOXES + 1) - 1)
    return SheetShape(
        paper=paper,
        headed=frozenset(box for box in range(BOXES) if number >> box & 1),
        digits=3 if has_three else 1 if has_one else 2,
        version=version,
    )


def _check_sum(name: str, facts: bytes) -> bytes:
    return sha256(name.encode() + facts).digest()[:_CHECK]


def _is_hexadecimal(text: str, length: int) -> bool:
    return len(text) == length and re.fullmatch("[0-9A-F]*", text) is not None
