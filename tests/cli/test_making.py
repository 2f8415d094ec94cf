"""`wcafe new`."""

import json


def test_new_makes_a_café_with_what_was_asked_for(tmp_path, told):
    path = tmp_path / "x.wcafe"
    told(
        *("new", path, "--title", "Une  rue", "--date", "2026-11-26", "--rounds", 4, "--tables", 6),
        *("--seats", 6, "--question", "Quoi ?", "--question", "Comment ?", "--place", "Brest"),
    )
    data = json.loads(
        told("export", path, "-o", tmp_path / "x.json") and (tmp_path / "x.json").read_text()
    )

    assert (data["cafe"]["title"], data["cafe"]["date"]) == ("Une rue", "2026-11-26")
    assert (data["cafe"]["rounds"], len(data["cafe"]["tables"])) == (4, 6)
    assert data["cafe"]["questions"] == {"mode": "per_round", "texts": ["Quoi ?", "Comment ?"]}
    assert data["cafe"]["language"] == "en"  # the computer's


def test_an_existing_file_is_refused(file, refused):
    before = file.read_bytes()

    assert "already a file" in refused("new", file, "--title", "Autre")
    assert file.read_bytes() == before
