"""What is named on the command line and is not there is refused, with the list of what there is."""

import pytest

from wcafe.exports import FORMATS, WHAT
from wcafe.i18n import LANGUAGES
from wcafe.reports import ARTEFACTS, EDITIONS, artefacts

OUT = "out.pdf"
REFUSED = [
    *[
        (("report", "--edition", name, "-o", OUT), EDITIONS)
        for name in ("flash", "record", "comic")
    ],
    (("report", "--edition", "Synthesis", "-o", OUT), EDITIONS),
    (("report", "--edition", "", "-o", OUT), EDITIONS),
    (("report", "--edition=flash", "-o", OUT), EDITIONS),
    *[
        (("print", name, "-o", OUT), ARTEFACTS)
        for name in ("tents", "host-kit", "door-list", "all", "synthesis", "{said}")
    ],
    *[(("export", "-o", f"out.{ending}"), FORMATS) for ending in ("docx", "html", "xlsx", "zip")],
    *[
        (("export", "-o", "out.csv", "--what", what), WHAT)
        for what in ("themes", "photos", "plans")
    ],
]


@pytest.fixture
def file(tmp_path, monkeypatch, told):
    monkeypatch.chdir(tmp_path)
    told("new", "rue.wcafe", "--title", "Rue")
    told("notes", "add", "rue.wcafe", "--table", 1, "--round", 1, "--kind", "idea", "Un banc")
    return tmp_path / "rue.wcafe"


@pytest.mark.slow
@pytest.mark.parametrize(("words", "there_are"), REFUSED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_refused_with_those_there_are(file, monkeypatch, wcafe, words, there_are, language):
    monkeypatch.setenv("LANGUAGE", language)
    command, *options = words

    code, out, err = wcafe(command, file.name, *options)

    assert (code, out) == (2, "")
    assert err.strip().splitlines()[-1].endswith(", ".join(there_are))
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_file_that_is_there_stays_as_it_is(file, refused):
    kept = file.parent / OUT
    kept.write_text("a report of last year")

    refused("report", file, "--edition", "flash", "-o", kept, code=2)

    assert kept.read_text() == "a report of last year"


def test_another_language_than_ours_is_refused_with_ours(refused, tmp_path):
    said = refused("new", tmp_path / "x.wcafe", "--title", "T", "--lang", "de", code=2)

    assert said.rstrip().endswith("fr, en")


@pytest.mark.parametrize(
    ("command", "there_are", "never"),
    [
        ("report", EDITIONS, ("flash", "record")),
        ("print", ARTEFACTS, ("tents", "door-list")),
        ("export", FORMATS, ("docx", "xlsx")),
        ("export", WHAT, ("photos",)),
    ],
)
def test_help_offers_what_there_is_and_no_more(wcafe, command, there_are, never):
    shown = wcafe(command, "--help")[1]

    assert all(name in shown for name in there_are)
    assert not [name for name in never if name in shown]


def twins():
    """Return the editions and artefacts that are another one under a second name."""
    found = []
    for made in (artefacts._EDITIONS, {n: make for n, (make, _k) in artefacts._ARTEFACTS.items()}):
        makers = list(made.values())
        found += [name for name, maker in made.items() if makers.count(maker) > 1]
    return found


def test_each_edition_and_artefact_is_a_document_of_its_own(monkeypatch):
    assert twins() == []

    monkeypatch.setitem(artefacts._EDITIONS, "flash", artefacts._EDITIONS["synthesis"])
    assert twins() == ["synthesis", "flash"]  # the control: printed as another
