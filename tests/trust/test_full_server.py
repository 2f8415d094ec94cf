"""The disk of the server is full while a café goes there: the file is the café, as it was.

A database on a small disk of its own, really full; where nobody may mount one, it is stood in for
by `tests/cli/test_sharing_refused.py` alone. The control: with room the same command succeeds.
"""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.life import make_life
from tests.postgres import whose
from wcafe.app import open_cafe, share_cafe
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import ServerRefuses

SIZE = 12_000_000


@pytest.fixture
def small(cluster):
    """A disk of 12 MB on which the server has a database."""
    if os.getuid() or not whose():
        pytest.skip("only root mounts a small disk")
    folder = Path(mkdtemp(prefix="wcafe-small-"))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder],
        capture_output=True,
        timeout=30,
    )
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("no disk may be mounted here")
    try:
        shutil.chown(folder, "postgres", "postgres")
        cluster.sql(f"CREATE TABLESPACE small LOCATION '{folder}'")
        cluster.sql("CREATE DATABASE small TABLESPACE small")
        yield folder
        cluster.sql("DROP DATABASE small WITH (FORCE)")
        cluster.sql("DROP TABLESPACE small")
    finally:
        subprocess.run(["umount", "-l", folder], check=True, timeout=30)
        folder.rmdir()


@pytest.mark.parametrize("left", [0, 300_000, 700_000])
def test_a_full_disk_of_the_server_changes_nothing_on_either_side(small, cluster, tmp_path, left):
    file, there = tmp_path / "life.wcafe", SharedAddress.parse(cluster.address("small"))
    make_life(file)
    before = file.read_bytes()
    filling = small / "filling"
    filling.write_bytes(b"x" * max(0, shutil.disk_usage(small).free - left))

    with pytest.raises(ServerRefuses, match="No space left on device"):
        share_cafe(file, there)

    assert file.read_bytes() == before
    filling.unlink()
    asked = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'wcafe%'"
    assert cluster.told(asked, "small") == "0"
    with open_cafe(file) as cafe:
        assert cafe.cafes.faults() == ()
    with open_cafe(share_cafe(file, there)) as cafe:
        assert cafe.cafes.faults() == ()
