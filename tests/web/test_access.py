"""A route that does not say who may ask does not come to be."""

from pathlib import Path

import pytest
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute

import wcafe.web
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


def test_another_method_is_told_which_there_are(phone):
    told = phone.ask("PATCH", "/api/v1/notes")

    assert (told.status, told.headers["Allow"]) == (405, "GET")


def test_nothing_is_decided_by_what_a_host_or_a_form_can_poison():
    odd = (
        ".url",
        "base_url",
        "StaticFiles",
        "FileResponse",
        ".form(",
        "request.cookies",
        "multipart",
    )
    for path in Path(wcafe.web.__file__).parent.glob("*.py"):
        said = path.read_text().replace("station.url", "").replace("self.url", "")
        assert not [each for each in odd if each in said], path
