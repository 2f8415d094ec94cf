"""The programs of `research` find our designs again."""

import importlib.util

import numpy as np
import pytest

from tests.project.places import ROOT
from tests.solver.designs.test_bank import check
from tests.solver.designs.test_shifts import check as check_shifts
from wcafe.solver.designs.shifts import read_shifts
from wcafe.solver.designs.starters import cycles, read_lengths, read_starters, turn_starter


def load(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "research" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def program():
    return load("find_designs")


@pytest.fixture(scope="module")
def covers():
    return load("find_by_cover")


@pytest.mark.parametrize(
    ("tables", "seats", "cycles", "starters", "rounds"),
    [(5, 3, "7x2+1", 1, 7), (6, 3, "4x4+1x2", 2, 8)],
)
def test_a_design_is_found_again(program, tables, seats, cycles, starters, rounds):
    plan = program.find(tables, seats, read_lengths(cycles), starters, seconds=60)
    written = "\n".join(program.lines(tables, seats, cycles, plan))
    rows = [row for _size, turn, row in read_starters(written) for row in turn_starter(row, turn)]

    check(np.array(rows), tables, seats)
    assert len(rows) == rounds


def test_what_is_not_found_in_the_time_given_is_not_claimed(program):
    lengths = read_lengths("4x3")  # 4 tables of 3: no plan of eight rounds can be
    assert program.find(4, 3, lengths, 2, seconds=0.2) is None


def test_ten_rounds_of_eight_tables_of_four_are_found_again(covers):
    turn = cycles(read_lengths("5x6+1x2"))
    plan = covers.find_mirrored(
        8, 4, read_lengths("5x6+1x2"), starters=2, swapped=4, seconds=300, seed=1
    )
    rows = []
    for groups in plan:
        starter = [0] * 32
        for table, group in enumerate(groups):
            for person in group:
                starter[person] = table
        rows += turn_starter(starter, turn)

    check(np.array(rows), 8, 4)
    assert len(rows) == 10


@pytest.mark.parametrize(("tables", "rounds"), [(5, 4), (8, 4), (9, 4)])
def test_as_many_classes_as_tables_are_found_again(covers, tables, rounds):
    found = np.array(covers.find_complete_shifts(tables, rounds, seconds=300))

    assert found.shape == (tables, rounds)
    check_shifts(found, tables)


def test_where_all_was_tried_nothing_is_claimed(covers):
    assert covers.find_complete_shifts(6, 3, seconds=300) is None  # by parity there are none


def test_shifts_are_found_again_and_written_as_they_are_read():
    program = load("find_shifts")
    found = program.find(10, 9, 4, seconds=300)
    ((tables, kept),) = read_shifts(program.line(10, found))

    assert tables == 10
    assert (kept == found).all()
    check_shifts(kept, 10)
    assert program.find(10, 10, 3, seconds=0.2) is None
