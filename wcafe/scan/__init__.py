"""Photos and scans of sheets: made safe, set straight, and read as far as ticks can be read.

All that touches a byte of them happens in a process of its own, with limits. Others import from
here and from none of its modules.
"""

from wcafe.scan.door import Source, find_sources, read_pictures, read_sources
from wcafe.scan.flat import PIXELS_PER_MM, straightened
from wcafe.scan.marked import read_again
from wcafe.scan.published import published_jpeg

__all__ = [
    "PIXELS_PER_MM",
    "Source",
    "find_sources",
    "published_jpeg",
    "read_again",
    "read_pictures",
    "read_sources",
    "straightened",
]
