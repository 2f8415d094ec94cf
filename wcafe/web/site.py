"""All addresses that phones may ask for, each with what it needs."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from wcafe.services.opened import OpenCafe
from wcafe.web import deadlines
from wcafe.web.access import Answering, Call, Door, Needs, guarded
from wcafe.web.answers import answer
from wcafe.web.devices import come_in
from wcafe.web.errors import Caught
from wcafe.web.hello import hello
from wcafe.web.live import live
from wcafe.web.notes import list_notes, put_note
from wcafe.web.page import Page
from wcafe.web.photos import put_photo
from wcafe.web.pings import Heard, Pings
from wcafe.web.rooms import Rooms
from wcafe.web.shell import tell_asset, tell_page, tell_words
from wcafe.web.strip import list_strip, put_verdict


def routes_of(cafe: OpenCafe, rooms: Rooms, page: Page, now: Callable[[], datetime]) -> list[Route]:
    """Return the routes of the station of `cafe`."""

    def route(path: str, needs: Needs, **answers: Answering) -> Route:
        return Route(path, Door(cafe.phones, needs, answers))

    shown = tell_page(page.shell)
    return [
        route("/", Needs.NOTHING, GET=shown),
        route("/t", Needs.NOTHING, GET=shown),
        route("/s", Needs.NOTHING, GET=shown),
        route("/a/{version}/{name}", Needs.NOTHING, GET=tell_asset(page.shell)),
        route("/words/{language}.json", Needs.NOTHING, GET=tell_words(page.phrases)),
        route("/ping", Needs.NOTHING, GET=_ping(rooms)),
        route("/api/v1/devices", Needs.CODE, POST=come_in(cafe)),
        route("/api/v1/hello", Needs.PHONE, POST=hello(cafe, rooms, now)),
        route("/api/v1/notes", Needs.PHONE, GET=list_notes(cafe, rooms)),
        route("/api/v1/notes/{note}", Needs.PHONE, PUT=put_note(cafe)),
        route(deadlines.LIVE, Needs.PHONE, GET=live(rooms, cafe.phones, now)),
        route("/api/v1/photos/{photo}", Needs.PHONE, PUT=put_photo(cafe)),
        route("/api/v1/strip", Needs.PHONE, GET=list_strip(cafe)),
        route("/api/v1/strip/{statement}", Needs.PHONE, PUT=put_verdict(cafe)),
    ]


def site(
    cafe: OpenCafe, rooms: Rooms, page: Page, pings: Pings, now: Callable[[], datetime]
) -> ASGIApp:
    """Return what answers phones. Raises Unguarded if a route does not say what it needs."""
    return Caught(Heard(guarded(routes_of(cafe, rooms, page, now)), pings))


def _ping(rooms: Rooms) -> Answering:
    """Return what answers with a sign of life: of the café only whether it is the same one."""

    async def tell(_call: Call) -> Response:
        event = (await rooms.now()).moment.cafe.id
        return answer({"station": hashlib.sha256(event.encode()).hexdigest()[:16]})

    return tell
