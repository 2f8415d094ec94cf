"""The harvest for other tools of deliberation: in known words, once each, nobody named."""

import json
from dataclasses import replace

from tests.exports.harvests import SAID, harvest, nothing_said
from wcafe.exports import exported
from wcafe.paths import resource_dir


def told(snapshot):
    return json.loads(exported("json", snapshot, what="metagov"))


def test_each_note_is_a_statement_with_its_place_question_and_kind():
    data = told(harvest())
    asked = {each["id"]: each["content"] for each in data["questions"]}

    assert [each["content"] for each in data["statements"]] == [s for s in SAID if s != "SECRET"]
    first, below = data["statements"][0], data["statements"][3]
    assert asked[first["context"]] == "Que garder, ici ?"
    assert (first["wcafe:table"], first["wcafe:round"], first["wcafe:votes"]) == (1, 1, 3)
    assert first["statementCategory"] == "idea"
    assert below["inReplyTo"] == first["id"]
    assert {each["type"] for each in data["statements"]} == {"Statement"}


def test_themes_sentences_and_what_pulls_apart_point_at_statements_that_are_there():
    data = told(harvest())
    there = {each["id"] for each in data["statements"]}

    assert [each["name"] for each in data["themes"]] == ["Mobilités douces, d'abord !", "مرحبا"]
    (sentence,) = data["syntheses"]
    assert sentence["context"] == data["themes"][0]["id"]
    pointed = [note for theme in data["themes"] for note in theme["items"]]
    pointed += sentence["wcafe:cites"]
    pointed += [each[end] for each in data["relations"] for end in ("subject", "object")]
    assert len(pointed) == 2 + 2 + 1 + 2
    assert set(pointed) <= there


def test_it_has_a_licence_and_a_data_card_and_says_what_is_left_out():
    data = told(harvest())

    assert data["license"] == "CC BY-SA 4.0"
    assert data["dataCard"]["remarks"] == ["1 note est retenue\u00a0: nomme un voisin (1)."]
    assert not [n for n in ("SECRET", "Xanthippe", "Zorro", "Ludovica") if n in json.dumps(data)]
    undecided = harvest()
    undecided = replace(undecided, cafe=replace(undecided.cafe, licence=""))
    assert told(undecided)["license"] is None


def test_its_own_words_are_those_of_the_documented_json():
    schema = json.loads((resource_dir("schemas") / "harvest.json").read_text(encoding="utf-8"))
    documented = schema["properties"]["notes"]["items"]["properties"].keys() | {"date", "cites"}
    data = told(harvest())

    own = [key for each in (data, *data["statements"], *data["syntheses"]) for key in each]
    assert {k.removeprefix("wcafe:") for k in own if k.startswith("wcafe:")} <= documented


def test_a_café_without_notes_says_so():
    data = told(nothing_said())

    assert (data["statements"], data["themes"]) == ([], [])
    assert data["dataCard"]["remarks"] == ["Aucune note n’a encore été prise."]
