"""One search for notes and people: what is typed, the words of texts, and what is near.

Every face that looks for something asks here: the desk as people type, the command line.
"""

from wcafe.domain.search.index import Index
from wcafe.domain.search.near import find_near, find_near_name
from wcafe.domain.search.notes import searched
from wcafe.domain.search.query import NOTHING, Search, look_for, look_for_name

__all__ = [
    "NOTHING",
    "Index",
    "Search",
    "find_near",
    "find_near_name",
    "look_for",
    "look_for_name",
    "searched",
]
