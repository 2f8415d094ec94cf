"""The open harvest pack: all that may be public, and no more, with words that are true."""

import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from tests.exports.harvests import SAID, harvest, nothing_said
from wcafe.domain.artefacts import EDITIONS, EXPORTS, PACK
from wcafe.domain.publication import NameChoice, Naming
from wcafe.exports import exported, formats, pack
from wcafe.exports.pack import SCHEMA_FILE
from wcafe.exports.public import public_view
from wcafe.paths import resource_dir

PAGES = {key: b"%PDF of " + key.encode() for key in EDITIONS}
KEPT_BACK = ("SECRET", "Xanthippe", "Wilhelmine", "Zorro", "Acme", "Quux", "Ludovica")
"""A withheld note, who typed, a guest, an organisation, who sent a correction or takes one on."""


def files_of(snapshot, pages=PAGES):
    with zipfile.ZipFile(io.BytesIO(exported("zip", snapshot, what=PACK, pages=pages))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def unpacked(files):
    """Yield each file by its name, and those in files that are ZIPs themselves."""
    for name, content in files.items():
        yield name, content
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from unpacked({f"{name}/{n}": archive.read(n) for n in archive.namelist()})


def found_back(files):
    return {(n, secret) for n, c in unpacked(files) for secret in KEPT_BACK if secret.encode() in c}


def with_language(snapshot, language):
    return replace(snapshot, cafe=replace(snapshot.cafe, language=language))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_export_that_may_be_public_is_in_it_and_told_once(language):
    files = files_of(with_language(harvest(), language))
    readme = files["README.md"].decode()

    suffixes = [name.rpartition(".")[2] for name in files]
    wanted = [s for k, s in EXPORTS if k not in ("people", "plan", PACK)] + ["pdf"] * len(PAGES)
    assert sorted(suffixes) == sorted([*wanted, "md", "txt", "json"])  # README, LICENSE, schema
    assert all(re.fullmatch(r"[a-z0-9-]+(\.schema)?\.[a-z]+", name) for name in [*files][2:])
    for name in [*files][2:]:
        assert readme.count(f"`{name}`") == 1
    assert files[SCHEMA_FILE] == (resource_dir("schemas") / "harvest.json").read_bytes()
    assert [key for key in PAGES if PAGES[key] in files.values()] == list(PAGES)


def test_nothing_that_is_kept_back_is_in_any_of_its_files():
    files = files_of(harvest())

    assert found_back(files) == set()
    assert sum(SAID[0].encode() in content for _name, content in unpacked(files)) >= 6


@pytest.mark.parametrize("forgotten", ["handed_out", "author", "who"])
def test_a_view_that_forgets_something_is_found_out(monkeypatch, forgotten):
    def leaky(snapshot):
        made = public_view(snapshot)
        if forgotten == "handed_out":
            return replace(made, notes=snapshot.notes)
        return replace(snapshot.handed_out, amendments=made.amendments)

    monkeypatch.setattr(pack, "public_view", leaky)
    if forgotten == "who":
        monkeypatch.setitem(
            formats.MAKERS,
            ("notes", "md"),
            lambda shot: shot.amendments[0].who.encode() or b"Zorro",
        )

    assert found_back(files_of(harvest()))


def test_lists_in_it_say_who_typed_nothing_and_the_themes_point_at_no_withheld_note():
    files = files_of(with_language(harvest(), "en"))

    data = json.loads(files["harvest.json"])
    assert [note["text"] for note in data["notes"]] == [text for text in SAID if text != "SECRET"]
    assert data["themes"][0]["notes"] == ["n0", "n1"]
    assert data["themes"][0]["statements"][0]["cites"] == ["n0"]
    assert data["cafe"]["people"] == 2  # still counted
    assert "who typed it is left out" in files["README.md"].decode()


def test_only_who_agreed_to_it_keeps_a_name_in_what_the_files_are_made_of():
    names = [person.name for person in public_view(harvest()).people]

    assert names == ["–", "Agathe Oui"]


def test_a_name_of_the_list_that_stands_in_a_note_stands_in_no_file_until_that_is_decided():
    shot = harvest()
    notes = (replace(shot.notes[0], text="Wilhelmine Zorro plante"), *shot.notes[1:])
    shot = replace(shot, notes=notes)
    assert found_back(files_of(shot)) == set()

    kept = (NameChoice(name="Wilhelmine Zorro", naming=Naming.KEPT),)
    told = replace(shot.cafe.publication, names=kept)
    files = files_of(replace(shot, cafe=replace(shot.cafe, publication=told)))

    assert {secret for _name, secret in found_back(files)} == {"Wilhelmine", "Zorro"}


def test_the_readme_is_markdown_that_no_title_can_break():
    title = "# <img src=x onerror=alert(1)> [lien](http://evil.test) `a` *b*"
    shot = harvest()
    readme = files_of(replace(shot, cafe=replace(shot.cafe, title=title)))["README.md"].decode()

    tokens = MarkdownIt().parse(readme)
    kinds = {child.type for token in tokens for child in token.children or [token]}
    assert not kinds & {"html_block", "html_inline", "image", "link_open"}
    heading = next(token for token in tokens if token.type == "inline")
    shown = "".join(child.content for child in heading.children)
    assert shown == f"Récolte ouverte\u00a0: {title}"
    assert "1 note est retenue\u00a0: nomme un voisin (1)." in readme


def test_its_licence_is_the_one_that_was_chosen_and_where_nobody_chose_it_says_so():
    def licence(said):
        shot = harvest()
        files = files_of(replace(shot, cafe=replace(shot.cafe, language="en", licence=said)))
        text = files["LICENSE.txt"].decode()
        plain = "".join(
            child.content or "\n"
            for token in MarkdownIt().parse(files["README.md"].decode())[-3:]
            for child in token.children or ()
        )
        assert "".join(plain.split()) == "".join(text.split())
        return text

    terms = "https://creativecommons.org/licenses/by-sa/4.0/legalcode"
    proposed = licence("CC BY-SA 4.0")
    assert proposed.startswith("Licence: CC BY-SA 4.0.\n")
    assert terms in proposed
    assert proposed.endswith("Notre rue, demain, Ville de Dinan\n")
    other = licence("Licence Ouverte 2.0")
    assert other.startswith("Licence: Licence Ouverte 2.0.\n")
    assert "Creative Commons" not in other
    nobody = licence("")
    assert nobody.startswith("Nobody has decided on a licence yet. CC BY-SA 4.0 is proposed;")
    assert terms in nobody


def test_a_café_where_nothing_was_said_has_a_pack_that_says_so():
    files = files_of(nothing_said(day=None), pages={})
    readme = files["README.md"].decode()

    assert "Aucune note n’a encore été prise." in readme
    assert "Ce café n’a pas encore de date" in readme
    assert not [name for name in files if name.endswith((".ics", ".pdf"))]
    assert ".ics" not in readme


def test_the_same_café_is_the_same_pack():
    shot = harvest()
    made = [exported("zip", shot, what=PACK, pages=PAGES) for _n in range(2)]

    assert made[0] == made[1]
