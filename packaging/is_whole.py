"""Ends with 0 if a virtual environment is one that pip can go on with.

It is not where it was made without pip, where an installation was interrupted in the middle of a
package (pip takes that for installed), or where its folder has been moved, as its commands then
start another Python or none.
"""

import re
import sys
from importlib.metadata import Distribution, distributions
from importlib.util import find_spec
from pathlib import Path
from sysconfig import get_path


def is_whole(environment: Path) -> bool:
    """Look at the environment that this Python is of."""
    if not Path(sys.prefix).samefile(environment) or find_spec("pip") is None:
        return False
    installed = distributions(path=[get_path("purelib")])
    return all(map(_is_installed, installed)) and _is_in_place(environment)


def _is_installed(distribution: Distribution) -> bool:
    """Is every file there, as long as it was?"""
    if distribution.files is None:  # the list of them is written last
        return False
    for file in distribution.files:
        path = Path(file.locate())
        if path.suffix != ".pyc" and not path.exists():
            return False
        if file.size is not None and path.stat().st_size != file.size:
            return False
    return True


def _is_in_place(environment: Path) -> bool:
    """Do its commands start the Python beside them?"""
    for command in ("pip", "wcafe"):
        path = environment / "bin" / command
        if path.exists():
            named = re.search(r"/[^\n'\"]*/python[\d.]*", path.read_text(encoding="utf-8")[:400])
            if named is None or not Path(named[0]).parent.samefile(path.parent):
                return False
    return True


if __name__ == "__main__":
    sys.exit(not is_whole(Path(sys.argv[1])))
