"""Where Python looks for modules while wcafe runs: never in the current folder.

That folder may be full of what came out of a mail. Only what Python has loaded long before may be
imported up here: anything else would be looked for there.
"""

# pathlib would be looked for there too
# ruff: noqa: PTH100, PTH112, PTH117, PTH118, PTH120, PTH121
import os
import sys

import wcafe

HOME = os.path.dirname(os.path.dirname(os.path.abspath(wcafe.__file__)))
"""The folder in which the package lies."""

_PYTHON = tuple(
    os.path.normcase(os.path.join(prefix, "lib")) for prefix in (sys.prefix, sys.base_prefix)
)


def without_here(folders: list[str]) -> list[str]:
    """Return `folders` but the current one and those that are sought from there."""
    return [folder for folder in folders if not _is_here(folder)]


def search_path() -> list[str]:
    """Return where to look for modules: as before, but not in the current folder.

    Where wcafe itself lies in it, it is the last place to look.
    """
    found = without_here(sys.path)
    return found if HOME in found else [*found, HOME]


def _is_here(folder: str) -> bool:
    if not os.path.isabs(folder):
        return folder == "" or os.path.isdir(folder)
    if os.path.normcase(folder).startswith(_PYTHON):  # whoever stands in Python's own folder
        return False
    try:
        return os.path.samefile(folder, os.curdir)
    except OSError:
        return False
