"""Notes over the wire: those of a phone's tables, and what it wishes of one (TRUST.md 4.2)."""

import asyncio
from collections import defaultdict
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from wcafe.domain.cafe import CafeId
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.phones import PhoneWish
from wcafe.domain.settling import OperationId
from wcafe.services.opened import OpenCafe
from wcafe.web import refusals
from wcafe.web.access import Answering, Call
from wcafe.web.answers import answer, as_answer
from wcafe.web.body import Fields, read_json, require_id
from wcafe.web.rooms import Rooms

_MOST_MADE = 500  # answers kept: one a table, and one for each choice of them that scribes have


def list_notes(cafe: OpenCafe, rooms: Rooms) -> Answering:
    """Return what answers with the notes of the phone's tables, deleted ones too.

    All phones of a table read again whenever one of them has written: what they are told is made
    once for all of them.
    """
    made: dict[tuple[int, ...], tuple[object, bytes]] = {}
    making: defaultdict[tuple[int, ...], asyncio.Lock] = defaultdict(asyncio.Lock)

    async def tell(call: Call) -> Response:
        phone = call.phone
        async with making[phone.tables]:
            room = await rooms.now()
            here = room.moment.cafe
            state = (room.seq(phone.tables), room.readings, here.generation)
            kept = made.get(phone.tables)
            if kept is None or kept[0] != state:
                notes = await run_in_threadpool(cafe.phones.notes, phone)
                told = [_told(note) for note in notes]
                found = answer({"event": here.id, "gen": here.generation, "notes": told})
                if len(made) >= _MOST_MADE:
                    made.clear()
                kept = made[phone.tables] = state, bytes(found.body)
        return as_answer(kept[1])

    return tell


def put_note(cafe: OpenCafe) -> Answering:
    """Return what keeps a note, or deletes it: it is on the disk once this answers."""

    async def put(call: Call) -> Response:
        note = require_id(call.request.path_params["note"])
        wish = read_wish(NoteId(note), await read_json(call.request))
        kept = await run_in_threadpool(cafe.phones.take_in, call.phone, wish)
        return answer(asdict(kept))

    return put


def read_wish(note: NoteId, said: Fields) -> PhoneWish:
    """Make a wish of what a phone sent. Raises Refused, BadPhoneWish."""
    is_delete = said.text("kind") == "delete"
    if not is_delete and said.text("kind") != "put":
        raise refusals.unfit()
    if said.number("round") < 1 or (said.has("table") and said.number("table") < 1):
        raise refusals.unfit()
    return PhoneWish(
        id=OperationId(said.id("op")),
        note=note,
        event=CafeId(said.id("event")),
        gen=said.number("gen"),
        base=said.number("base"),
        is_delete=is_delete,
        text=said.text("text", "" if is_delete else None),
        kind=_kind(said.text("note_kind")) if said.has("note_kind") else None,
        round=said.number("round") - 1,
        table=said.number("table") - 1 if said.has("table") else None,
        prompt=said.text("prompt") if said.has("prompt") else None,
    )


def _kind(said: str) -> Kind:
    try:
        return Kind(said)
    except ValueError:
        raise refusals.unfit("kind") from None


def _told(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "table": note.table + 1,
        "round": note.round + 1,
        "kind": note.kind.value,
        "prompt": note.prompt,
        "text": note.text,
        "rev": note.rev,
        "seq": note.seq,
        "hash": note.hash,
        "deleted": note.is_deleted,
        "late": note.is_late,
        "conflict_of": note.conflict_of,
        "created": note.created,
        "author": note.author,
    }
