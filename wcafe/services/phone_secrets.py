"""The secret of which a café's codes are made. It lies on this computer, never in the café's file.

So a file that is sent to somebody opens no table (TRUST.md 6).
"""

import os
import secrets
from pathlib import Path

from wcafe.domain.cafe import CafeId
from wcafe.errors import CannotWrite
from wcafe.reasons import reason_of

_BYTES = 32


def secret_of(folder: Path, cafe: CafeId) -> bytes:
    """Return the secret of `cafe`, the same each time on this computer; the first time it is made.

    Args:
        folder: where this computer keeps what wcafe remembers; made if it is not there.
        cafe: whose secret.

    Raises:
        CannotWrite
    """
    path = folder / "phones" / f"{cafe}.key"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            kept = path.read_bytes()
            if len(kept) == _BYTES:
                return kept
            opened = os.open(path, os.O_WRONLY | os.O_TRUNC)  # somebody was killed here
        made = secrets.token_bytes(_BYTES)
        with open(opened, "wb") as file:  # noqa: PTH123 - a descriptor is no path
            file.write(made)
    except OSError as error:
        raise CannotWrite(path=path, reason=reason_of(error)) from error
    return made
