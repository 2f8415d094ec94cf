"""Hands the desk its doors to files: what the composition root knows and a face does not."""

from wcafe.app import create_cafe, duplicate_cafe, harvest_of_copy, open_for_desk
from wcafe.example import make_example
from wcafe.ui.window.doors import Doors


def doors() -> Doors:
    """Return how the desk reaches files."""
    return Doors(
        open=open_for_desk,
        create=create_cafe,
        example=make_example,
        duplicate=duplicate_cafe,
        copy=lambda opened, path: opened.copy_to(path),
        harvest=harvest_of_copy,
    )
