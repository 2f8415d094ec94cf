"""Our JSON is what its documented schema says, key by key, and each key says what it means."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from tests.exports.harvests import harvest, nothing_said
from wcafe.exports import exported
from wcafe.paths import resource_dir

SCHEMA = json.loads((resource_dir("schemas") / "harvest.json").read_text(encoding="utf-8"))


def written(snapshot):
    return json.loads(exported("json", snapshot))


def undescribed(value, schema, where="harvest"):
    """Yield what is in `value` and not in the schema, and what the schema has and it has not."""
    if schema.get("type") == "array":
        for each in value:
            yield from undescribed(each, schema["items"], f"{where}[]")
    elif "properties" in schema:
        for key in sorted(value.keys() ^ schema["properties"].keys()):
            yield f"{where}.{key}"
        for key in value.keys() & schema["properties"].keys():
            yield from undescribed(value[key], schema["properties"][key], f"{where}.{key}")


def described(schema):
    """Yield whether each part of the schema says what it means."""
    for key, part in schema.get("properties", {}).items():
        if "const" not in part or key != "wcafe_harvest":
            yield key, part.get("description", "")
        yield from described(part)
    if "items" in schema:
        yield from described(schema["items"])


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)
    assert [key for key, words in described(SCHEMA) if not words.endswith(".")] == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("make", [harvest, nothing_said])
def test_our_json_is_what_the_schema_says(make, language):
    shot = make()
    data = written(replace(shot, cafe=replace(shot.cafe, language=language)))

    Draft202012Validator(SCHEMA).validate(data)
    assert list(undescribed(data, SCHEMA)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data["notes"][0].pop("votes"),
        lambda data: data["notes"][0].update(table=0),
        lambda data: data["notes"][0].update(kind="remark"),
        lambda data: data["cafe"].update(people=0),
        lambda data: data["opposed"].append(["one"]),
    ],
)
def test_what_is_not_as_it_says_is_found_out(spoil):
    data = written(harvest())
    spoil(data)

    assert not Draft202012Validator(SCHEMA).is_valid(data)


def test_a_key_that_nobody_described_is_found_out():
    data = written(harvest())
    data["notes"][0]["mood"] = "good"

    assert list(undescribed(data, SCHEMA)) == ["harvest.notes[].mood"]


def test_who_sent_a_correction_is_told_where_that_was_agreed_to():
    shot = harvest()
    (sent,) = shot.amendments

    assert written(shot)["amendments"][0]["who"] == ""
    agreed = replace(shot, amendments=(replace(sent, may_be_named=True),))
    assert written(agreed)["amendments"][0]["who"] == "Quux"
