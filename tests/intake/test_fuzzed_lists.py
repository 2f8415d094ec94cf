"""Lists that nobody has seen: nobody is lost, nobody doubled, nobody seated who said no.

300 lists here; WCAFE_LISTS=5000 for more, and `python -m tests.bench.lists` to see what is wrong.
"""

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from tests.made_lists import made_lists, verdict

pytestmark = pytest.mark.slow

LISTS = int(os.environ.get("WCAFE_LISTS", "300"))
MOST_ASKED = 0.05  # the share of lists about which a person has to say something


def test_who_comes_is_read_from_lists_of_any_make(tmp_path):
    counts = Counter()

    @settings(
        max_examples=LISTS,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(made=made_lists())
    def read(made):
        found = verdict(made, tmp_path)
        counts[found.kind] += 1
        assert found.kind != "wrong", found.why

    read()

    assert sum(counts[kind] for kind in ("unsure", "refused", "told")) <= MOST_ASKED * LISTS
    assert counts["right"] >= 0.9 * LISTS


def test_a_reader_that_drops_the_last_row_is_found_out(tmp_path, monkeypatch):
    """The control: the oracle sees a person who is lost."""
    from dataclasses import replace

    from tests import made_lists as oracle

    def careless(path):
        sheet = read(path)
        return replace(sheet, rows=sheet.rows[:-1])

    read = oracle.read_sheet
    monkeypatch.setattr(oracle, "read_sheet", careless)
    kinds = set()

    @settings(max_examples=20, derandomize=True, database=None, deadline=None)
    @given(made=made_lists(with_rows=False))
    def look(made):
        kinds.add(verdict(made, tmp_path).kind)

    look()

    assert "wrong" in kinds
