"""What is named on the command line and is not there is refused, with the list of what there is."""

import pytest

from wcafe.domain.artefacts import EDITIONS, HANDOUTS
from wcafe.domain.handouts import ALL
from wcafe.exports import AS, FORMATS, WHAT
from wcafe.i18n import LANGUAGES
from wcafe.reports.artefacts import MAKERS

OUT = "out.pdf"
PRINTED = (*HANDOUTS, ALL)
REFUSED = [
    *[(("report", "--edition", name, "-o", OUT), EDITIONS) for name in ("comic", "records")],
    (("report", "--edition", "Synthese", "-o", OUT), EDITIONS),
    (("report", "--edition", "", "-o", OUT), EDITIONS),
    (("report", "--edition=flashes", "-o", OUT), EDITIONS),
    *[(("print", name, "-o", OUT), PRINTED) for name in ("tent", "synthesis", "{said}")],
    *[(("export", "-o", f"out.{ending}"), FORMATS) for ending in ("doc", "ods", "tar")],
    *[
        (("export", "-o", "out.csv", "--what", what), WHAT)
        for what in ("themes", "photos", "plans")
    ],
    *[(("export", "-o", "out.txt", "--as", name), AS) for name in ("alceste", "notes", "Iramutec")],
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

    refused("report", file, "--edition", "comic", "-o", kept, code=2)

    assert kept.read_text() == "a report of last year"


def test_another_language_than_ours_is_refused_with_ours(refused, tmp_path):
    said = refused("new", tmp_path / "x.wcafe", "--title", "T", "--lang", "de", code=2)

    assert said.rstrip().endswith("fr, en")


@pytest.mark.parametrize(
    ("command", "there_are", "never"),
    [
        ("report", EDITIONS, ("comic",)),
        ("print", PRINTED, ()),
        ("export", FORMATS, ("odt", "tar")),
        ("export", AS, ("polis",)),
        ("export", WHAT, ("photos",)),
    ],
)
def test_help_offers_what_there_is_and_no_more(wcafe, command, there_are, never):
    shown = wcafe(command, "--help")[1]

    assert all(name in shown for name in there_are)
    assert not [name for name in never if name in shown]


def twins():
    """Return the editions and artefacts that are another one under a second name."""
    stories = [maker.story for maker in MAKERS.values()]
    return [name for name, maker in MAKERS.items() if stories.count(maker.story) > 1]


def test_each_edition_and_artefact_is_a_document_of_its_own(monkeypatch):
    assert twins() == []

    monkeypatch.setitem(MAKERS, "flash", MAKERS["synthesis"])
    assert twins() == ["synthesis", "flash"]  # the control: printed as another
