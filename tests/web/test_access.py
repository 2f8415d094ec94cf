"""A route that does not say who may ask does not come to be."""

import pytest
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute

from wcafe.web.access import Door, Needs, Unguarded, guarded


async def _answer(_call):
    return Response()


async def _bare(_request):
    return Response()


@pytest.mark.parametrize(
    "route",
    [
        Route("/open", _bare),
        Route("/none", Door(None, None, {"GET": _answer})),
        Route("/nobody", Door(None, Needs.NOTHING, {})),
        WebSocketRoute("/socket", _bare),
    ],
)
def test_a_station_with_an_unguarded_route_does_not_start(route):
    guarded([Route("/", Door(None, Needs.NOTHING, {"GET": _answer}))])

    with pytest.raises(Unguarded):
        guarded([Route("/", Door(None, Needs.NOTHING, {"GET": _answer})), route])
