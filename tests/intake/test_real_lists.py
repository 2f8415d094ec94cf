"""The lists of the real world, against what reading them right means."""

import json

import pytest

from tests.cafes import SHARED
from wcafe.intake.people import read_people
from wcafe.intake.sheet import read_sheet

pytestmark = pytest.mark.real

FOLDER = SHARED / "participants"
EXPECTED = (
    json.loads((FOLDER / "expected.json").read_text(encoding="utf-8")) if FOLDER.is_dir() else {}
)
A_PERSON_HAS_TO_SAY = {  # likely the same person, but with another address or none
    "derived_google_forms_reponses_fr.xlsx": 1,
    "derived_pretix_positions_fr_semicolon.csv": 1,
}


@pytest.mark.parametrize("name", EXPECTED)
def test_everybody_to_seat_is_found_and_nobody_else(name):
    expected = EXPECTED[name]
    found = read_people(read_sheet(FOLDER / name))

    likely = A_PERSON_HAS_TO_SAY.get(name, 0)
    assert len(found.people) == expected["people_to_seat"] + likely
    assert found.encoding == expected.get("encoding")
    assert found.delimiter == expected.get("delimiter")
    told = len(found.duplicates) + len(found.set_aside) + len(found.rejected)
    assert found.read == len(found.people) + told


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        (
            "real_urssi_berkeley_2018_participants.csv",
            {"full_name": "name", "organisation": "affiliation"},
        ),
        (
            "real_deputes_14e_legislature.csv",
            {
                "family": "Nom",
                "given": "Prénom",
                "group": "Groupe",
                "organisation": "Parti (rattachement financier)",
            },
        ),
    ],
)
def test_the_columns_of_the_real_lists_are_guessed(name, columns):
    found = read_people(read_sheet(FOLDER / name))

    assert dict(found.columns) == columns
    assert (found.read, len(found.people)) == ((70, 70) if "urssi" in name else (648, 648))
    assert found.header_row == 1
