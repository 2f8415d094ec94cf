"""P11: the damaged and made cafés that once ended in an error of Python, or in no end at all."""

import lzma

import pytest

from tests.bench.mutants import ask, end, start
from tests.cafes import SHARED

FOLDER = SHARED.parent / "found" / "trust" / "damaged"
FILES = sorted(FOLDER.glob("*.wcafe.xz"))
OF_BEFORE_SEALS = "0810_silent_flip.wcafe.xz"
"""One bit of an address, in a file that has no hash of it: there nobody can know."""

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def looking():
    """Another process that opens, checks, exports and prints what it is told."""
    child = start(careless=False)
    yield child
    end(child)


def told_of(looking, path, file):
    path.write_bytes(lzma.decompress(file.read_bytes()))
    before = path.read_bytes()
    told = ask(looking, path)
    assert path.read_bytes() == before
    return told


def test_each_of_them_is_refused_or_reported_in_time(looking, path, figure):
    tally = {file.name: told_of(looking, path, file) for file in FILES}

    assert len(tally) >= 12
    for name, told in tally.items():
        assert told is not None, name
        assert "raw" not in told, (name, told)
        if name != OF_BEFORE_SEALS:
            assert "refused" in told or told["faults"], name
    figure(f"P11: {len(tally)} found damaged files, 0 raw errors, 0 hangs, 0 changed")


def test_a_build_that_looks_at_outer_types_alone_is_found_out(path):
    child = start(careless=True)
    told = told_of(child, path, FOLDER / "0144_exc_TypeError.wcafe.xz")
    end(child)

    assert "raw" in told
