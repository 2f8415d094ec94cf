"""Hands the desk its doors to files: what the composition root knows and a face does not."""

from pathlib import Path

from wcafe.app import create_cafe, duplicate_cafe, harvest_of_copy, open_for_desk, share_cafe
from wcafe.domain.shared_address import SharedAddress
from wcafe.example import make_example
from wcafe.services.copying import Copying
from wcafe.services.opened import OpenCafe
from wcafe.services.passwords import can_keep, keep_password, let_in
from wcafe.services.sharing import shared_cafes
from wcafe.ui.window.doors import Doors, Servers


def doors() -> Doors:
    """Return how the desk reaches files."""
    return Doors(
        open=open_for_desk,
        create=create_cafe,
        example=make_example,
        duplicate=duplicate_cafe,
        copy=_copy,
        servers=Servers(
            share=_share,
            cafes=shared_cafes,
            let_in=let_in,
            can_keep=can_keep,
            keep_password=keep_password,
        ),
        harvest=harvest_of_copy,
    )


def _copy(opened: OpenCafe, path: Path, copying: Copying) -> None:
    opened.copy_to(path, copying=copying)


def _share(path: Path, address: SharedAddress, copying: Copying) -> SharedAddress:
    return share_cafe(path, address, copying=copying)
