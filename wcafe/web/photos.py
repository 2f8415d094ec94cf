"""Photos over the wire: the bytes of a JPEG, and where it was taken behind its address."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from wcafe.domain.notes import NoteId
from wcafe.domain.photos import PhotoId
from wcafe.services.opened import OpenCafe
from wcafe.web import refusals
from wcafe.web.access import Answering, Call
from wcafe.web.answers import answer
from wcafe.web.body import Fields, read_photo, require_id

_COMING, _READING = 8, 2  # photos that are received, and that are decoded, at the same time
_PATIENCE = 20.0  # seconds that one waits until it is received


def put_photo(cafe: OpenCafe) -> Answering:
    """Return what keeps a photo: it is on the disk once this answers."""
    coming, reading = asyncio.Semaphore(_COMING), asyncio.Semaphore(_READING)

    async def put(call: Call) -> Response:
        photo = PhotoId(require_id(call.request.path_params["photo"]))
        said = read_place(call)
        round_, operation = said.number("round"), said.id("op")
        table = said.number("table") - 1 if said.has("table") else None
        note = NoteId(said.id("note")) if said.has("note") else None
        if round_ < 1:
            raise refusals.unfit()
        async with _patiently(coming):
            jpeg = await read_photo(call.request)
            async with reading:
                await run_in_threadpool(
                    cafe.phones.photos.take_in,
                    call.phone,
                    photo,
                    jpeg,
                    round_=round_ - 1,
                    table=table,
                    note=note,
                )
        return answer(
            {
                "event": (await run_in_threadpool(cafe.cafes.get)).id,
                "op": operation,
                "photo": photo,
                "hash": hashlib.sha256(jpeg).hexdigest(),
            }
        )

    return put


def read_place(call: Call) -> Fields:
    """Return what stands behind the address, each said once. Raises Refused."""
    said = call.request.query_params.multi_items()
    if len(dict(said)) != len(said):
        raise refusals.unfit()
    return Fields(
        {
            name: int(value) if name in ("round", "table") and _is_number(value) else value
            for name, value in said
        }
    )


def _is_number(said: str) -> bool:
    return said.isascii() and said.isdecimal() and len(said) < 6


@asynccontextmanager
async def _patiently(places: asyncio.Semaphore) -> AsyncIterator[None]:
    """Hold one of `places`. Raises Refused where none is free for a while."""
    try:
        await asyncio.wait_for(places.acquire(), _PATIENCE)
    except TimeoutError:
        raise refusals.busy() from None
    try:
        yield
    finally:
        places.release()
