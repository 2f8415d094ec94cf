"""`wcafe import`: which column fills which field."""

import pytest

from tests.cafes import write_list
from tests.cli.lists import PEOPLE


def test_import_tells_what_it_read(file, tmp_path, told):
    rows = PEOPLE + "\nZoé d'Ân-Lê 0;P0@example.org;\nAnonyme;;\n"
    rows = rows.replace("Hôte", "Hôte;Statut")
    rows = rows.replace("p7@example.org;", "p7@example.org;;Annulé")
    path = write_list(
        tmp_path,
        rows.replace("Hôte", "Hôte;Statut").replace("p7@example.org;", "p7@example.org;;Annulé"),
        encoding="cp1252",
    )
    dry = told("import", file, path, "--dry-run", "--json")
    found = told("import", file, path, "--json")

    assert found == dry
    assert set(found) >= {
        *("read", "added", "updated", "duplicates", "set_aside", "rejected"),
        *("columns", "encoding", "delimiter", "header_row", "unused", "status_words"),
    }
    assert (found["read"], found["added"], found["updated"]) == (32, 29, 0)
    assert found["duplicates"] == [
        {"row": 32, "name": "Zoé d'Ân-Lê 0", "reason": "The same person as in row 2."}
    ]
    assert [row["row"] for row in found["set_aside"]] == [9]
    assert [row["row"] for row in found["rejected"]] == [33]
    assert (found["encoding"], found["delimiter"], found["header_row"]) == ("cp1252", ";", 1)
    assert found["columns"]["full_name"] == "Nom complet"
    assert found["status_words"] == {"coming": [], "not_coming": ["Annulé"], "unknown": []}


def test_columns_are_mapped_by_the_user(file, tmp_path, told, refused):
    path = write_list(tmp_path, "Wer;Wo\nAna Silva;Bonn\n")

    assert "--map full_name=COLUMN" in refused("import", file, path)
    assert "Wer, Wo" in refused("import", file, path, "--map", "full_name=Wen")
    refused("import", file, path, "--map", "full_name", code=2)
    found = told("import", file, path, "--map", "full_name=Wer", "--map", "ville=Wo", "--json")
    assert found["columns"] == {"full_name": "Wer", "ville": "Wo"}


@pytest.mark.parametrize(
    ("field", "column"), [("nom", "family"), ("Nom de famille", "family"), ("surnom", "surnom")]
)
def test_no_word_for_a_field_takes_the_names_away(file, tmp_path, told, field, column):
    path = write_list(tmp_path, "NOM;Prénom\nd'Ân-Lê;Zoé\nDiallo;Ben\n")

    found = told("import", file, path, "--map", f"{field}=NOM", "--json")

    told("export", file, "-o", tmp_path / "people.csv", "--what", "people")
    kept = (tmp_path / "people.csv").read_text(encoding="utf-8-sig")
    assert (found["columns"][column], found["added"]) == ("NOM", 2)
    assert '"Zoé";"d\'Ân-Lê"' in kept
