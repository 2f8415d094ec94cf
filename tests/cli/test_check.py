"""`wcafe check`: what is sound, which rules are broken, what was damaged."""

import json
from dataclasses import replace

import pytest

from tests.cafes import write_list
from wcafe.app import open_cafe
from wcafe.domain.cafe import HostMode


def test_check_tells_soundness_and_broken_rules(planned, tmp_path, told, wcafe):
    sound = {"sound": True, "faults": [], "violations": [], "misplaced": []}
    assert told("check", planned, "--json") == sound

    told("import", planned, write_list(tmp_path, "Nom complet\nNour Tard\n", "late.csv"))
    checked = told("check", planned, "--json")
    assert {breach["rule"] for breach in checked["violations"]} == {"presence"}
    assert "Nour Tard" in checked["violations"][0]["why"]

    content = planned.read_bytes()
    planned.write_bytes(content[: len(content) // 2])
    code, out, err = wcafe("check", planned, "--json")
    assert code == 1
    rest = {"violations": [], "misplaced": []}
    assert json.loads(out) == {"sound": False, "faults": [err[7:-1]], **rest}


@pytest.mark.parametrize(
    ("place", "byte", "sentence"),
    [(0, b"s", "is not a café"), (60, b"\x63", "newer wcafe"), (None, b"", "damaged")],
)
def test_a_café_that_is_not_sound_is_told_in_one_line_and_left_as_it_is(
    planned, refused, wcafe, place, byte, sentence
):
    content = bytearray(planned.read_bytes())
    if place is None:
        del content[len(content) // 2 :]
    else:
        content[place : place + 1] = byte
    planned.write_bytes(content)

    assert sentence in refused("check", planned)
    assert json.loads(wcafe("check", planned, "--json")[1])["sound"] is False
    assert planned.read_bytes() == content


def test_a_flipped_bit_in_the_words_of_a_note_is_found(planned, told, refused):
    told("notes", "add", planned, "--table", 1, "--round", 1, "--kind", "idea", "Un banc bleu")
    content = planned.read_bytes()
    assert content.count(b"Un banc bleu") > 1
    planned.write_bytes(content.replace(b"Un banc bleu", b"Un banc blet", 1))

    assert "note" in refused("check", planned)


def test_who_is_to_be_at_a_table_that_is_not_there_is_told(planned, told, wcafe):
    with open_cafe(planned) as cafe:
        first, second, *_more = cafe.people.all()
        cafe.people.save([replace(first, stays_at=98), replace(second, host_of=97)])
        here = cafe.cafes.get()
        cafe.cafes.save(replace(here, rules=replace(here.rules, hosts=HostMode.STAY)))

    said = [
        f"{first.name} is to stay at table 99, which is not there.",
        f"{second.name} was to host table 98, which is not there.",
    ]
    assert told("check", planned, "--json")["misplaced"] == said
    assert "\n".join(said) in wcafe("check", planned)[1]
