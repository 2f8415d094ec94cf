"""Keep None, True and False alive under Python 3.11, where PySide6 6.12 would wear them out.

PySide6 6.12 is built for Pythons whose constants are immortal (PEP 683, from 3.12 on). Under
3.11 each call of a Qt function that returns nothing drops one reference to None too many, and
each `emit` one to True: `label.setText("")` a few thousand times ends the program with “Fatal
Python error: none_dealloc”. References to spare do what immortality does in 3.12.
"""

import sys
from ctypes import c_ssize_t

_TO_SPARE = 1 << 40  # more than a desk uses in a thousand years


def spare_constants() -> None:
    """Give the three constants references to spare, where they can be palette out."""
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        for constant in (None, True, False):
            c_ssize_t.from_address(id(constant)).value += _TO_SPARE
