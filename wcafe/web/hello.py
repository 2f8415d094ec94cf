"""A phone says that it is there, and is told all it needs to go on."""

from collections.abc import Callable, Mapping
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from wcafe.domain.notes import NoteId
from wcafe.domain.phones import Phone
from wcafe.services.opened import OpenCafe
from wcafe.web.access import Answering, Call
from wcafe.web.answers import answer
from wcafe.web.body import read_json
from wcafe.web.rooms import Rooms
from wcafe.web.telling import passing, steady


def hello(cafe: OpenCafe, rooms: Rooms, now: Callable[[], datetime]) -> Answering:
    """Return what answers to it."""

    async def greet(call: Call) -> Response:
        said = await read_json(call.request)
        phone, unsent = call.phone, said.number("unsent", 0)
        heads = said.revisions("heads")
        cafe.phones.seen.hear(
            phone.id,
            at=now(),
            unsent=unsent,
            is_typing=said.flag("typing"),
            address=call.address,
        )
        wanted = await run_in_threadpool(_wanted, cafe, phone, heads) if heads else ()
        room = await rooms.now()
        return answer(
            {
                **steady(room, phone.tables, call.words),
                **passing(room, now()),
                "seq": room.seq(phone.tables),
                "wanted": wanted,
                "forget": room.station.is_over and not unsent and not wanted,
            }
        )

    return greet


def _wanted(
    cafe: OpenCafe, phone: Phone, heads: Mapping[str, tuple[int, str]]
) -> tuple[NoteId, ...]:
    """Return the notes of which the phone holds what never was here: a copy has taken over."""
    return cafe.phones.missing(phone, {NoteId(id_): head for id_, head in heads.items()})
