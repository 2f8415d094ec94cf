"""P11: cafés that hold by SQL what wcafe never wrote end in a sentence or are fit to be printed
(short form; `python -m tests.bench.mutants 2000` is the long one)."""

from tests.bench.mutants import look_at

MUTANTS = 80
OF_PAPER = ("printing", "sheet_form", "blank_sheet", "photo", "photo_image")


def test_no_made_café_ends_in_anything_but_a_sentence(figure):
    tally = look_at(MUTANTS, seed=3, also=OF_PAPER)

    figure(f"P11 by SQL, short form: {tally.total()} made cafés, {dict(sorted(tally.items()))}")
    assert not [kind for kind in tally if kind.isupper()]
    assert tally["altered and not reported"] == 0
    assert sum(tally[kind] for kind in tally if kind.startswith("refused")) > MUTANTS // 4


def test_a_build_that_looks_at_the_outer_types_alone_is_found_out():
    """The control: without the look at inner types some of the same cafés end as a bug."""
    tally = look_at(MUTANTS, seed=5, careless=True)

    assert [kind for kind in tally if kind.isupper()]
