"""The program that found our designs finds them again."""

import importlib.util

import numpy as np
import pytest

from tests.project.places import ROOT
from tests.solver.test_designs import check
from wcafe.solver.starters import read_starters, turned

PROGRAM = ROOT / "packaging" / "find_designs.py"


@pytest.fixture(scope="module")
def program():
    spec = importlib.util.spec_from_file_location("find_designs", PROGRAM)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("tables", "seats", "cycles", "starters", "rounds"),
    [(5, 3, "7x2+1", 1, 7), (6, 3, "4x4+1x2", 2, 8)],
)
def test_a_design_is_found_again(program, tables, seats, cycles, starters, rounds):
    plan = program.find(tables, seats, program.read_lengths(cycles), starters, seconds=60)
    written = "\n".join(program.lines(tables, seats, cycles, plan))
    rows = [row for _size, turn, row in read_starters(written) for row in turned(row, turn)]

    check(np.array(rows), tables, seats)
    assert len(rows) == rounds


def test_what_is_not_found_in_the_time_given_is_not_claimed(program):
    lengths = program.read_lengths("4x3")  # 4 tables of 3: no plan of eight rounds can be
    assert program.find(4, 3, lengths, 2, seconds=0.2) is None
