"""The lines of a filled form in a mail: an .eml file, its text saved or pasted, quoted or folded.

Nothing of what is read is markup or an instruction. A line of the form is `key=words`, see
`domain.amend_form`; what follows without a key goes on with the words above it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path

from wcafe.domain.amend_form import END, MARK, NAMED, OTHER, ROUND, TABLE, WHO
from wcafe.domain.text import clean, one_line
from wcafe.errors import CannotRead, MailTooLarge, NoFilledForm
from wcafe.reasons import reason_of
from wcafe.workers.ends import Unfinished
from wcafe.workers.fence import fenced

MOST_BYTES = 10_000_000
_AT_ONCE = 128_000  # bytes that are read here: no step of reading takes more than linear time
_MOST_LINES, _LONGEST_LINE = 20_000, 20_000
_MOST_UNREAD = 40  # lines that are told
_HEADER = re.compile(
    rb"(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|"
    rb"Content-Type|DKIM-Signature|Authentication-Results|ARC-[\w-]+|X-[\w-]+):",
    re.IGNORECASE,
)
_FIELDS = "|".join((WHO, NAMED, TABLE, ROUND, OTHER, END))
_LINE = re.compile(
    rf"(?P<key>(?:\d{{1,4}}(?:\.\d{{1,4}})?|{_FIELDS})-[0-9a-f]{{{MARK}}})=(?P<said>.*)"
)
_QUOTED = re.compile(r"^(?:\s*>)+ ?")
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "table", "blockquote"))
_UNSEEN = frozenset(("script", "style", "head", "title"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """What a mail says.

    Attributes:
        said: the words of each field that has any, by its key.
        unread: the other lines, such as a greeting, as far as they are told.
        sent: the day on which it was sent, where the mail says one.
    """

    said: dict[str, str]
    unread: tuple[str, ...] = ()
    sent: date | None = None


def read_filled(path: Path) -> FilledForm:
    """Read a mail or a text from a file.

    Raises:
        CannotRead: the system refuses. MailTooLarge, NoFilledForm: see `filled_in`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotRead(path=path, reason=reason_of(error)) from error
    return filled_in(content, path.name)


def filled_in(content: bytes, name: str) -> FilledForm:
    """Read a mail, or the text of one, called `name` in errors.

    Raises:
        MailTooLarge: it has more than 10 MB. NoFilledForm: no form is in it.
    """
    if len(content) > MOST_BYTES:
        raise MailTooLarge(name=name)
    if len(content) <= _AT_ONCE:
        return read_content(content, name)
    try:
        return fenced(read_content, content, name)
    except Unfinished as unfinished:
        raise NoFilledForm(name=name) from unfinished


def read_content(content: bytes, name: str) -> FilledForm:
    """Do what `filled_in` does, with no limit but that of this process."""
    sent = None
    if _HEADER.match(content.lstrip(b"\xef\xbb\xbf\r\n ")):
        try:
            mail = message_from_bytes(content.lstrip(b"\xef\xbb\xbf\r\n "))
            sent = _day_of(mail)
            texts = list(_texts(mail))
        except RecursionError as error:  # parts within parts without an end
            raise NoFilledForm(name=name) from error
    else:
        texts = [_decoded(content, "")]
    for text in texts:
        said, unread = _fields_in(text)
        if said:
            return FilledForm(said=said, unread=unread, sent=sent)
    raise NoFilledForm(name=name)


def _texts(mail: Message) -> Iterator[str]:
    """Yield the texts of a mail, plain ones first."""
    parts = [part for part in mail.walk() if part.get_content_maintype() == "text"]
    for kind in ("plain", "html"):
        for part in parts:
            if part.get_content_subtype() != kind:
                continue
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                text = _decoded(payload, part.get_content_charset() or "")
                yield _without_tags(text) if kind == "html" else _unfolded(part, text)


def _decoded(content: bytes, charset: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        charset = "utf-16"
    for encoding in (charset, "utf-8-sig"):
        try:
            return content.decode(encoding) if encoding else content.decode("utf-8-sig")
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", errors="replace")


def _unfolded(part: Message, text: str) -> str:
    """Join the lines that a mail program broke and marked so (RFC 3676)."""
    if part.get_param("format") != "flowed":
        return text
    joins = "" if str(part.get_param("delsp")).lower() == "yes" else " "
    return re.sub(r" \r?\n(?!--)", joins, text)


def _day_of(mail: Message) -> date | None:
    try:
        return parsedate_to_datetime(str(mail["date"])).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _fields_in(text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the words of each field, and the lines that belong to none."""
    said: dict[str, list[str]] = {}
    unread: list[str] = []
    here: list[str] | None = None
    is_quoted = False  # whether the field that goes on here stands behind > signs
    for line in text.splitlines()[:_MOST_LINES]:
        bare = _QUOTED.sub("", line)[:_LONGEST_LINE]
        if found := _LINE.match(bare.strip()):
            here, is_quoted = said.setdefault(found["key"], []), bool(_QUOTED.match(line))
            if not here:  # else the form stands here twice, as in an answer below what it quotes
                here.append(found["said"])
            else:
                here = None
            if found["key"].startswith(END):
                here = None
        elif here is not None:
            here.append(bare if is_quoted else line[:_LONGEST_LINE])
        elif has_more := one_line(bare):
            unread.append(has_more)
    words = {key: clean("\n".join(lines)) for key, lines in said.items()}
    return words, tuple(unread[:_MOST_UNREAD])


class _Bare(HTMLParser):
    """Collects the text of a page, with a line where the page begins one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._is_unseen = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.parts.append("\n")
        self._is_unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS and tag != "br":
            self.parts.append("\n")
        self._is_unseen = max(self._is_unseen - (tag in _UNSEEN), 0)

    def handle_data(self, data: str) -> None:
        if not self._is_unseen:
            self.parts.append(data)


def _without_tags(page: str) -> str:
    reader = _Bare()
    reader.feed(page)
    reader.close()
    return re.sub(r"\n{2,}", "\n", "".join(reader.parts))
