"""A clock that nobody can set, to notice when somebody sets the one on the wall."""

import time

NOTICED = 2.0  # seconds by which a clock is set before it counts: others are small corrections


def steady_seconds() -> float:
    """Return seconds that go on while the computer sleeps and that no correction of time moves.

    On Windows Python's own monotonic clock is of that kind; elsewhere the system has one.
    """
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):  # of Linux, of macOS
        if (which := getattr(time, name, None)) is not None:
            return time.clock_gettime(which)
    return time.monotonic()
