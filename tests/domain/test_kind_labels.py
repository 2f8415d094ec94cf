"""What a café calls kinds of note: its own words, else the usual ones, and never one for two."""

import pytest

from wcafe.domain.kinds import Kind, KindLabel, kind_group, kind_name, require_distinct
from wcafe.errors import SameLabel
from wcafe.i18n import ENGLISH, words_for


def label(kind, one="", many=""):
    return KindLabel(kind=kind, one=one, many=many)


def test_an_empty_word_is_the_usual_one():
    labels = (label(Kind.IDEA, one="piste"), label(Kind.STORY, many="Récits de vie"))

    assert (
        kind_name(Kind.IDEA, ENGLISH, labels) == kind_group(Kind.IDEA, ENGLISH, labels) == "piste"
    )
    assert kind_name(Kind.STORY, ENGLISH, labels) == "story"
    assert kind_group(Kind.STORY, ENGLISH, labels) == "Récits de vie"
    assert kind_name(Kind.ACTION, words_for("fr"), labels) == "action"


@pytest.mark.parametrize("word", ["Question", "constat", "QUESTIÓN"])
def test_a_word_in_use_for_another_kind_is_refused(word):
    with pytest.raises(SameLabel):
        require_distinct((label(Kind.IDEA, one=word),))


def test_a_word_is_free_once_its_kind_is_called_otherwise():
    require_distinct(())
    require_distinct((label(Kind.IDEA, one="Question"), label(Kind.QUESTION, one="Interrogation")))


def test_one_kind_may_have_the_same_word_for_one_and_for_several():
    require_distinct((label(Kind.IDEA, one="Piste", many="piste"),))
