"""A phone comes in: by the code that it scanned, or by the short one that somebody typed."""

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from wcafe.errors.phones import NoSuchCode
from wcafe.services.opened import OpenCafe
from wcafe.web.access import Answering, Call
from wcafe.web.answers import answer
from wcafe.web.body import Fields, has_body, read_json

_LONGEST_TYPED = 40  # characters of a short code with all that people type between them
_LONGEST_NAME = 300


def come_in(cafe: OpenCafe) -> Answering:
    """Return what answers to it."""

    async def join(call: Call) -> Response:
        said = await read_json(call.request) if has_body(call.request) else Fields({})
        name = said.text("name", "")[:_LONGEST_NAME]
        if call.token:
            joined = await run_in_threadpool(cafe.phones.join, call.token, name=name)
        elif said.has("code") and "authorization" not in call.request.headers:
            joined = await run_in_threadpool(
                cafe.phones.join_by_short_code,
                said.text("code")[:_LONGEST_TYPED],
                address=call.address,
                name=name,
            )
        else:
            raise NoSuchCode
        call.known_as(joined.phone)
        return answer(
            {
                "event": (await run_in_threadpool(cafe.cafes.get)).id,
                "device": joined.phone.id,
                "token": joined.token,
                "tables": [table + 1 for table in joined.phone.tables],
            }
        )

    return join
