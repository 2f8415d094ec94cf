"""What phones were told last on this computer: by it an older copy is known when it takes over.

It lies beside the secret of the codes, not in the café's file: a copy of that would know no more
than it does itself.
"""

import os
import threading
from contextlib import suppress
from pathlib import Path

from wcafe.domain.cafe import CafeId
from wcafe.errors import CannotWrite
from wcafe.reasons import reason_of

_DIGITS = 20


class PhonesTold:
    """The generation of one café, and the last place in its order, that any phone heard of.

    Each is written as it is told and not waited for: a program that is killed has written it.
    Safe to share between threads.
    """

    def __init__(self, folder: Path, cafe: CafeId) -> None:
        self._path = folder / "phones" / f"{cafe}.told"
        self._lock = threading.Lock()
        self.generation, self.seq = self._read()

    @property
    def is_known(self) -> bool:
        """Has this computer ever told phones of it?"""
        return self.generation > 0

    def keep(self, generation: int, seq: int) -> None:
        """Remember what phones are told from now on. Raises CannotWrite."""
        with self._lock:
            try:
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._write(generation, seq)
            except OSError as error:
                raise CannotWrite(path=self._path, reason=reason_of(error)) from error

    def tell(self, seq: int) -> None:
        """Remember that a phone hears of `seq`; where that cannot be, it is not worth a failure."""
        with self._lock, suppress(OSError):
            if seq > self.seq:
                self._write(self.generation, seq)

    def _read(self) -> tuple[int, int]:
        try:
            generation, seq = self._path.read_text().split()
            return int(generation), int(seq)
        except (OSError, ValueError):
            return 0, 0

    def _write(self, generation: int, seq: int) -> None:
        opened = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(opened, f"{generation:0{_DIGITS}} {seq:0{_DIGITS}}\n".encode())
        finally:
            os.close(opened)
        self.generation, self.seq = generation, seq
