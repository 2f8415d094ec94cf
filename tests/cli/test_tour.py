"""The tour of the README, typed line by line as a newcomer does."""

import re
import shlex
import subprocess

import pytest

from tests.project.places import ROOT

pytestmark = pytest.mark.slow  # types the whole tour


REMARKS = ("See and decide: wcafe names list", "there is no strip for them", "is left out")
"""What is told of a name in the notes, of tables that no sentence cites, of what there is not."""


def tour():
    """Return the lines to type, in order."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    text = text.split("## A five-minute tour", 1)[1].split("\n## ", 1)[0]
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def test_each_line_of_the_tour_does_what_it_says(tmp_path, monkeypatch, wcafe):
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    monkeypatch.chdir(tmp_path)
    said = {}
    for line in tour():
        if line.startswith("wcafe "):
            _wcafe, *words = shlex.split(line, comments=True)
            code, said[" ".join(words)], remark = wcafe(*words)
            assert code == 0, line
            assert not remark or any(each in remark for each in REMARKS), remark
        else:
            subprocess.run(["sh", "-c", line], check=True)

    assert "people added: 1, updated: 1." in said["import rue.wcafe changes.csv"]
    assert "hosts table" in said["plan rue.wcafe --from-round 2"]
    assert said["check rue.wcafe"] == "rue.wcafe is sound.\n"
    made = {path.name for path in tmp_path.iterdir()} - {"resources", "changes.csv"}
    assert made == {
        *("rue.wcafe", "plan.csv", "badges.pdf", "tables.pdf", "strips.pdf", "open.zip"),
        *("synthese.pdf", "flash.pdf", "record.pdf", "lettre.pdf", "corrections.html"),
        *("synthesis.docx", "sheets.html", "codes.qdpx", "deliberation.json"),
        *("paper", "labels.pdf", "door.pdf", "run.pdf", "sheets.pdf", "stickers.pdf"),
    }
