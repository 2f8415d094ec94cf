"""Hours of the clock as paper says them."""

from datetime import time

from wcafe.reports.pages.paper import Paper


def hour(when: time, paper: Paper) -> str:
    """Return an hour as the language of `paper` writes it, such as 14:05."""
    said = paper.words.gettext("{hour}:{minutes}")
    return said.format(hour=when.hour, minutes=f"{when.minute:02}")
