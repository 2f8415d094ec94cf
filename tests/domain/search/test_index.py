"""An index finds what looking at each text finds, whatever came, went and changed before."""

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from wcafe.domain.search import Index, look_for

FRENCH = ["jardin", "jardins", "école", "l'école", "d’eau", "eaux", "beaucoup", "parc", "parcs"]
OTHERS = ["co-voiturage", "covoiturage", "travaux", "travail", "parking", "mer", "OU", "🌿", "-"]
WORDS = st.sampled_from(FRENCH) | st.sampled_from(OTHERS)
SAID = st.lists(WORDS, max_size=6).map(" ".join)
SOUGHT = st.lists(WORDS | st.sampled_from(["OR", '"', "«", "-eau", "jar", "-"]), max_size=5).map(
    " ".join
)
CHANGES = st.lists(st.tuples(st.integers(0, 8), SAID | texts | st.none()), max_size=25)


@given(changes=CHANGES, typed=SOUGHT | texts, is_finished=st.booleans())
def test_it_finds_what_a_look_at_each_text_finds(changes, typed, is_finished):
    index, stand = Index(), {}
    for key, text in changes:
        if text is None:
            index.drop(key)
            stand.pop(key, None)
        else:
            index.put(key, text)
            stand[key] = text
    search = look_for(typed, is_finished=is_finished)

    assert index.find(search) == {key for key, text in stand.items() if search.is_in(text)}
    assert len(index) == len(stand)


@given(changes=CHANGES)
def test_nothing_is_left_of_what_is_gone(changes):
    index = Index()
    for key, text in changes:
        index.put(key, text or "")
    for key in range(9):
        index.drop(key)

    assert not list(index.words)
    assert index.find(look_for("")) == set()


def test_a_text_that_changes_is_found_by_its_new_words_only():
    index = Index()
    index.put("a", "Un jardin")
    index.put("b", "Un jardin et un banc")
    index.put("a", "Un parc")

    assert index.find(look_for("jardin")) == {"b"}
    assert index.find(look_for("parc")) == {"a"}
