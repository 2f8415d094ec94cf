"""What tables say to a sentence stands beside it, told apart, as long as it reads so."""

from dataclasses import replace

import pytest

from tests.reports.conftest import NOW, text_of
from tests.reports.knowing import make_cafés
from wcafe.domain.artefacts import SYNTHESIS
from wcafe.domain.verdicts import Answer
from wcafe.reports import make_document, themes

AMENDS, CONFIRMS = "a statement that a table amends", "a statement that a table confirms"
OTHER_WORDS = "a verdict on words that were others"


def told(café):
    return " ".join(text_of(make_document(SYNTHESIS, café, NOW)).split())


@pytest.mark.parametrize(
    ("language", "amended", "denied"),
    [
        ("en", "(to be amended for T2)", "(not said like this by T2)"),
        ("fr", "(à corriger pour T2)", "(pas dit ainsi par T2)"),
    ],
)
def test_who_wants_it_amended_and_whose_it_is_not_are_told_apart(language, amended, denied):
    café = make_cafés(language)[AMENDS]
    others = {replace(v, answer=Answer.NOT_OURS) for v in café.verdicts if v.table == 1}
    denying = replace(café, verdicts=frozenset(others))

    assert amended in told(café)
    assert denied not in told(café)
    assert denied in told(denying)


def test_a_build_for_which_each_table_said_yes_is_found_out(monkeypatch):
    monkeypatch.setattr(themes, "_doubt", lambda *_: "")

    with pytest.raises(AssertionError):
        test_who_wants_it_amended_and_whose_it_is_not_are_told_apart(
            "en", "(to be amended for T2)", "(not said like this by T2)"
        )


@pytest.mark.parametrize("name", [CONFIRMS, OTHER_WORDS])
def test_nothing_stands_beside_what_is_confirmed_or_reads_otherwise_by_now(name):
    assert "for T2" not in told(make_cafés("en")[name])
