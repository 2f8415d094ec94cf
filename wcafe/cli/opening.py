"""Opening a café to read it or to change it, as a command does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wcafe.app import open_cafe
from wcafe.cli.tell import typed, warn
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import CannotRead, NoSuchFile
from wcafe.i18n import Words, interface_language
from wcafe.reasons import reason_of
from wcafe.services.opened import OpenCafe, unsafe_remark, upgrade_remark
from wcafe.written import day_in_words


@contextmanager
def open_to_change(
    where: Path | SharedAddress, words: Words, *, stays: bool = False
) -> Iterator[OpenCafe]:
    """Open a café; say it where an older one was brought up to date, or its server is unsafe.

    Who `stays` hears what others write on the server meanwhile.

    Raises: as `open_cafe`.
    """
    with open_cafe(where, stays=stays) as cafe:
        warn(upgrade_remark(cafe, words))
        warn(unsafe_remark(cafe.place.unsafe, words), is_red=True)
        yield cafe


@contextmanager
def open_to_read(where: Path | SharedAddress, words: Words) -> Iterator[OpenCafe]:
    """Open a café; say it where its file is a keepsake, and what is read may have changed since.

    Raises: as `open_cafe`.
    """
    with open_cafe(where, is_read_only=True) as cafe:
        if cafe.place.sharing is not None:
            sentence = words.gettext(
                "{path} is a keepsake: this is the café as it was on {day}. It is on a server "
                "now: give {address} in place of the file."
            )
            address = typed(SharedAddress.parse(cafe.place.sharing.address))
            day = day_in_words(cafe.place.sharing.since.astimezone().date(), interface_language())
            warn([sentence.format(path=typed(cafe.place.path), day=day, address=address)])
        yield cafe


def require_file(path: Path) -> None:
    """Refuse a list that is not there, before any café is opened for it.

    Raises:
        NoSuchFile, CannotRead
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise NoSuchFile(path=path) from None
    except OSError as error:
        raise CannotRead(path=path, reason=reason_of(error)) from error
