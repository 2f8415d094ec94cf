"""Filled forms that came back by mail: what each line is about, before anything is kept."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID, uuid5

from wcafe.domain.amend_form import (
    AGREED,
    END,
    NAMED,
    OTHER,
    ROUND,
    TABLE,
    WHO,
    find_field,
    form_fields,
    own_key,
)
from wcafe.domain.amendments import Amendment, AmendmentId, Way
from wcafe.domain.lengths import LONG, SHORT
from wcafe.domain.text import has_words, one_line
from wcafe.errors import OtherForm
from wcafe.intake.filled_form import FilledForm, filled_in, read_filled
from wcafe.services.cafe import Snapshot

_SEED = UUID("3f6b1a52-7d0e-4a57-9d3b-52f0c0a6f1de")
_DIGITS = 3  # of a table or round


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRead:
    """What a filled form says of this café.

    Attributes:
        new: what would be kept.
        known: what is here already, decided or not.
        unread: lines that are no answer to the form, in people's words.
        gone: how many of `new` are about a sentence that is not there any more.
        cut: how many were longer than a correction may be, and are not kept.
    """

    new: tuple[Amendment, ...] = ()
    known: tuple[Amendment, ...] = ()
    unread: tuple[str, ...] = ()
    gone: int = 0
    cut: int = 0

    def __add__(self, other: "FormRead") -> "FormRead":
        """Return both as one; what both say is new once."""
        here = {each.id for each in self.new}
        return FormRead(
            new=(*self.new, *(each for each in other.new if each.id not in here)),
            known=(*self.known, *other.known, *(n for n in other.new if n.id in here)),
            unread=(*self.unread, *other.unread),
            gone=self.gone + other.gone,
            cut=self.cut + other.cut,
        )


def read_form_file(path: Path, snapshot: Snapshot, today: date) -> FormRead:
    """Return what the mail or text in the file `path` says, see `understand`.

    Raises:
        CannotRead, MailTooLarge, NoFilledForm, OtherForm
    """
    return understand(read_filled(path), snapshot, today)


def read_form_text(text: str, name: str, snapshot: Snapshot, today: date) -> FormRead:
    """Return what a pasted mail says, called `name` in errors; they are those of a file."""
    return understand(filled_in(text.encode(errors="replace"), name), snapshot, today)


def understand(form: FilledForm, snapshot: Snapshot, today: date) -> FormRead:
    """Return what `form` says of the café; the same form again says the same amendments.

    Args:
        form: as it was read.
        snapshot: the café.
        today: the day it came in, where its mail says none.

    Raises:
        OtherForm: it is the form of another café.
    """
    cafe, said = snapshot.cafe, form.said
    own = {own_key(each, cafe.id): each for each in (WHO, NAMED, TABLE, ROUND, OTHER, END)}
    facts = {own[key]: words for key, words in said.items() if key in own}
    if not facts:
        raise OtherForm
    table, round_ = _place_in(facts.get(TABLE, "")), _place_in(facts.get(ROUND, ""))
    sender = Amendment(
        id=AmendmentId(""),
        text="-",
        who=one_line(facts.get(WHO, ""))[:SHORT],
        may_be_named=facts.get(NAMED, "").strip() == AGREED,
        table=table,
        round=round_,
        way=Way.FORM,
        came=form.sent or today,
    )
    fields = form_fields(snapshot.themes)
    kept = {each.id for each in snapshot.amendments}
    new: list[Amendment] = []
    known: list[Amendment] = []
    gone = cut = 0
    for key, words in said.items():
        if not has_words(words) or (key in own and own[key] != OTHER):
            continue
        if len(words) > LONG:
            cut += 1
            continue
        field = find_field(key, fields)
        amendment = replace(
            sender,
            id=_id_of(cafe.id, key, sender.who, words),
            text=words,
            theme=field.theme if field else None,
            statement=field.statement if field else None,
        )
        (known if amendment.id in kept else new).append(amendment)
        gone += field is None and key not in own and amendment.id not in kept
    odd = [
        words
        for name, place in ((TABLE, table), (ROUND, round_))
        if has_words(words := one_line(facts.get(name, ""))) and place is None
    ]
    return FormRead(
        new=tuple(new), known=tuple(known), unread=(*form.unread, *odd), gone=gone, cut=cut
    )


def _id_of(cafe: str, key: str, who: str, words: str) -> AmendmentId:
    """Return the id of one answer, the same whenever the same person sends it again."""
    return AmendmentId(str(uuid5(_SEED, "\n".join((cafe, key.rpartition("-")[2], who, words)))))


def _place_in(words: str) -> int | None:
    """Return the table or round that was written, from 0; None where it is no number."""
    said = one_line(words)
    is_number = said.isascii() and said.isdigit() and len(said) <= _DIGITS
    return int(said) - 1 if is_number and int(said) > 0 else None
