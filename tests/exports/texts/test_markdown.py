"""Markdown: what was written is shown, and what belongs together lies together."""

from tests.exports.texts.harvests import bare, numbered, with_texts
from tests.exports.texts.readers import Page, markdown
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note
from wcafe.domain.synthesis import Theme
from wcafe.exports import exported


def written(*notes, **facts):
    return exported("md", bare(notes=notes, **facts)).decode()


def note(id_, text, kind=Kind.IDEA, **facts):
    return Note(id=id_, table=0, round=0, kind=kind, text=text, **facts)


def test_an_arrow_is_an_arrow_and_signs_mean_nothing():
    told = written(note("a", "bus -> vélo, à 9 M€ !\n> cité"), note("b", "# *Titre* <b> & co"))

    assert "bus -> vélo, à 9\u00a0M€\u202f!  \n  \\> cité" in told
    assert "# \\*Titre\\* &lt;b&gt; &amp; co" in told


def test_a_note_that_belongs_to_another_is_a_point_below_it():
    told = written(
        note("a", "Des chemins"),
        note("b", "À l'ombre\n\net au sec", parent="a"),
        note("c", "Sous les tilleuls", parent="b"),
        note("d", "Un banc"),
    )

    assert (
        "- **1**\u00a0 Des chemins (idée, T1·R1)\n"
        "    - **1a**\u00a0 À l'ombre\n\n      et au sec (idée, T1·R1)\n"
        "        - **1b**\u00a0 Sous les tilleuls (idée, T1·R1)\n"
        "- **2**\u00a0 Un banc (idée, T1·R1)\n"
    ) in told
    lists = [tag for tag, _said in Page(markdown(told)).tags if tag in ("ul", "li")]
    assert lists[-6:] == ["li", "ul", "li", "ul", "li", "li"]


def test_kinds_that_nobody_told_are_not_told():
    one = note("a", "Un banc", Kind.INSIGHT)

    assert "Un banc (T1·R1)\n" in written(one)
    assert "Un banc (constat, T1·R1)\n" in written(one, note("b", "Deux bancs"))


def test_what_nobody_sorted_stands_apart_once_something_is():
    one, other = note("a", "Un banc"), note("b", "Deux bancs")

    assert "Pas encore classées" not in written(one, other)
    told = written(one, other, themes=(Theme(id="t", name="Bancs", notes=("a",)),))
    chapters = told.split("\n## ")
    (left,) = [each for each in chapters if each.startswith("Pas encore classées\n")]
    assert "Deux bancs" in left
    assert "Un banc" not in left


def test_a_title_that_ends_in_a_sign_keeps_it():
    told = written(note("a", "Un"), themes=(Theme(id="t", name="C #", notes=("a",)),))

    assert "1 · C #" in "".join(Page(markdown(told)).words)


def test_only_what_a_link_leads_to_has_an_anchor():
    told = exported("md", with_texts(numbered(140))).decode()
    page = Page(markdown(told))

    assert {link[1:] for link in page.links} == set(page.ids)
    assert len(set(page.ids)) == len(page.ids)
