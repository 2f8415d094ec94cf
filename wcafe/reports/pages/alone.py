"""ReportLab without what it would run from a person's home. To be imported before it.

It looks for modules of these names, and for files `~/.reportlab_mods` and
`~/.reportlab_settings`, and runs what it finds: without a home that is a folder `~` in the
current one. A file in the place of the home would end it, and so would a current folder that
was deleted. And paper is to be the same for all.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))


@contextmanager
def _in_a_folder() -> Iterator[None]:
    """Stand in a folder that is there while the block runs, if the current one is not."""
    try:
        Path.cwd()
    except FileNotFoundError:
        here = os.open(os.curdir, os.O_RDONLY)  # deleted, and yet whoever stands in it can return
        os.chdir(sys.prefix)
        try:
            yield
        finally:
            os.fchdir(here)
            os.close(here)
    else:
        yield


with _in_a_folder():
    import_module("reportlab.rl_config")
