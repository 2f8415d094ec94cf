"""Files that go out: the harvest, the people and the plan in formats others read."""

from wcafe.exports.amendments_json import amendment_json
from wcafe.exports.formats import FORMATS, WHAT, exported
from wcafe.exports.plan_json import notes_json, plan_json

__all__ = ["FORMATS", "WHAT", "amendment_json", "exported", "notes_json", "plan_json"]
