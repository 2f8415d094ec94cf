"""Files that go out: the harvest, the people, the plan and the agenda in formats others read."""

from wcafe.exports.amendments_json import amendment_json
from wcafe.exports.formats import AS, FORMATS, WHAT, exported, held_by
from wcafe.exports.plan_json import notes_json, plan_json
from wcafe.exports.public import open_editions

__all__ = [
    "AS",
    "FORMATS",
    "WHAT",
    "amendment_json",
    "exported",
    "held_by",
    "notes_json",
    "open_editions",
    "plan_json",
]
