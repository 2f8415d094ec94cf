"""Where the things we ship are: fonts, phrases, samples."""

from importlib.resources import files
from pathlib import Path


def resource_dir(name: str) -> Path:
    """Return the folder `name` of `resources/`, in a wheel, a frozen bundle or a checkout."""
    package = Path(str(files("wcafe")))
    shipped = package / "resources"
    root = shipped if shipped.is_dir() else package.parent / "resources"
    return root / name
