"""The note-takers' station without the window: it runs until it is told to stop."""

import argparse
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from wcafe.cli.opening import open_to_change
from wcafe.cli.tell import finish, say, say_json
from wcafe.domain.marks import table_title
from wcafe.i18n import Words, labelled
from wcafe.services.opened import OpenCafe
from wcafe.web.station import Station

_STEP = 0.1  # seconds until it is seen that it is to stop


def serve(chosen: argparse.Namespace, words: Words) -> int:
    """Answer phones until Ctrl+C or SIGTERM comes; what came in by then is kept."""
    with open_to_change(chosen.file, words, stays=True) as cafe, _until_stopped() as stopped:
        station = Station(cafe, chosen.host, chosen.port, chosen.name)
        codes = cafe.phones.way_in.codes()
        station.start()
        try:
            ways_in = {table: station.way_in(code) for table, code in codes.items()}
            if chosen.json:
                say_json(_as_json(cafe, station, ways_in))
            else:
                _tell(cafe, station, ways_in, words)
            finish()
            while not stopped:
                time.sleep(_STEP)
        finally:
            station.stop()
    return 0


def _as_json(cafe: OpenCafe, station: Station, ways_in: dict[int, str]) -> dict[str, object]:
    design = cafe.cafes.get()
    return {
        "url": station.url,
        "event": design.id,
        "gen": design.generation,
        "tables": [{"table": table + 1, "join": way} for table, way in ways_in.items()],
    }


def _tell(cafe: OpenCafe, station: Station, ways_in: dict[int, str], words: Words) -> None:
    design, _ = cafe.cafes.get(), words.gettext
    say(
        _("Phones are answered at {address} until you press Ctrl+C. Each table has a code:").format(
            address=station.url
        )
    )
    for table, way in ways_in.items():
        say(f"  {labelled(table_title(table, design.table_name(table), words), way, words)}")


@contextmanager
def _until_stopped() -> Iterator[list[int]]:
    """Yield a list that is empty until somebody wants the program to end."""
    stopped: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        stopped.append(number)

    before = {each: signal.signal(each, stop) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stopped
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
