"""What the house keeps: its lock, its sizes, its shipped files, its promises to a reader."""

import os
import re
import shlex
import shutil
import subprocess
import tomllib
from fnmatch import fnmatch
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.places import ROOT
from wcafe.cli.parser import make_parser
from wcafe.i18n import ENGLISH
from wcafe.paths import resource_dir
from wcafe.reports.pages.fonts import _FILES

LOCKS = {name: (ROOT / name).read_text() for name in ("requirements.lock", "requirements-run.lock")}
LOCK = LOCKS["requirements.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


NOT_OURS = {"build", "dist", "__pycache__", "node_modules"}
"""Folders that are made, where no git says which these are."""


def tracked(*patterns):
    """Return the files of the project that fit one of `patterns`; all without any."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    return list(unpacked(patterns or ("*",)))


def unpacked(patterns):
    """Yield the files of the project as it lies in an archive, which knows no git."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [each for each in folders if each[0] != "." and each not in NOT_OURS]
        for path in (Path(folder, name) for name in files):
            name = path.relative_to(ROOT).as_posix()
            if any(fnmatch(name, pattern) for pattern in patterns):
                yield path


def test_the_files_are_found_without_git_as_with_it():
    found = {path for path in unpacked(["wcafe/*.py", "tests/*.py"]) if path.stat().st_size}

    assert Path(__file__) in found
    assert {path for path in tracked("wcafe/*.py", "tests/*.py") if path.stat().st_size} == found


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_the_lock_holds_versions_and_hashes_only(lock):
    assert not re.search(r"https?://|index-url|find-links", lock)
    for requirement in re.split(r"\n(?=\S)", lock.strip()):
        if not requirement.startswith("#"):
            assert re.match(r"[\w.-]+==[\w.]+", requirement), requirement
            assert "--hash=sha256:" in requirement, requirement


def wishes(group):
    for wish in PROJECT["dependency-groups"][group]:
        yield from wishes(wish["include-group"]) if isinstance(wish, dict) else [wish]


@pytest.mark.parametrize(
    ("lock", "group"), [("requirements.lock", "dev"), ("requirements-run.lock", "install")]
)
def test_the_lock_has_every_dependency_in_a_version_that_was_asked_for(lock, group):
    asked = [*PROJECT["project"]["dependencies"], *wishes(group)]
    locked = dict(re.findall(r"^([\w.-]+)==([\w.]+)", LOCKS[lock].lower(), re.MULTILINE))
    for requirement in map(Requirement, asked):
        version = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_what_runs_is_what_is_tested_and_no_tool_of_the_tests_is_in_it():
    pins = {name: set(re.split(r"\n(?=\S)", text.strip())) for name, text in LOCKS.items()}

    assert pins["requirements-run.lock"] < pins["requirements.lock"]
    names = {pin.split("==")[0] for pin in pins["requirements-run.lock"]}
    assert not names & {"pytest", "mypy", "ruff", "pikepdf", "page-validation", "hypothesis"}


def test_the_lock_is_what_is_installed():
    for name, version in re.findall(r"^([\w.-]+)==([\w.]+) \\\n", LOCK, re.MULTILINE):
        assert metadata.version(name) == version


def test_each_dependency_says_what_it_is_for():
    lines = (ROOT / "pyproject.toml").read_text().split("dependencies = [")[1].split("]")[0]
    assert all("#" in line for line in lines.strip().splitlines())


def test_files_stay_small():
    lengths = sorted(
        (len(path.read_text().splitlines()), path)
        for path in tracked("wcafe/*.py")
        if "versions" not in path.parts
    )
    sizes = [length for length, _path in lengths]

    assert sizes[len(sizes) // 2] <= 110
    assert sizes[int(0.9 * len(sizes))] <= 220
    assert sizes[-1] <= 300, lengths[-1]


def test_files_of_tests_stay_small():
    for path in tracked("tests/*.py"):
        assert len(path.read_text().splitlines()) <= 400, path


OF_NO_LAYER = {"bench", "e2e", "project", "trust", "web/page"}
"""Folders of tests that mirror no layer: ratios, whole stories, the house, promises, the page."""


def test_a_test_lies_in_a_folder_named_as_what_it_tests():
    for path in tracked("tests/*.py"):
        folder = path.parent.relative_to(ROOT / "tests")
        is_of_a_layer = (ROOT / "wcafe" / folder / "__init__.py").exists()
        assert is_of_a_layer != (str(folder) in OF_NO_LAYER), path


def test_packaging_shadows_nothing():
    assert not (ROOT / "packaging" / "__init__.py").exists()


_BINARY = {".ttf", ".wav", ".png", ".xz"}


def test_no_path_of_a_machine_is_committed():
    for path in tracked():
        if path.suffix not in _BINARY:
            assert f"{ROOT}/" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("file", _FILES.values())
def test_each_font_the_code_names_is_shipped_with_its_licence(file):
    assert (resource_dir("fonts") / file).stat().st_size > 10_000
    assert file in (resource_dir("fonts") / "README.md").read_text()


DOCUMENTS = ("README.md", "CONTRIBUTING.md")


def commands_of(document):
    text = (ROOT / document).read_text()
    blocks = re.findall(r"```(?:sh|console)?\n(.*?)```", text, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("wcafe ")]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_commands_of_the_documents_can_be_typed(document):
    for line in commands_of(document):
        words = shlex.split(line, comments=True)[1:]
        if "--help" not in words:
            make_parser(ENGLISH, words).parse_args(words)


def test_the_readme_names_each_command():
    text = (ROOT / "README.md").read_text()
    for command in (
        "demo",
        "new",
        "import",
        "plan",
        "rehearse",
        "print",
        "report",
        "notes",
        "export",
        "check",
    ):
        assert f"wcafe {command}" in text


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_the_files_the_documents_name_are_there(document):
    text = (ROOT / document).read_text()
    named = set(re.findall(r"`((?:wcafe|tests|resources|packaging|research|\.ci)/[\w./-]*)`", text))
    assert named
    for name in named:
        assert (ROOT / name).exists(), name


def test_make_targets_the_documents_name_exist():
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for document in DOCUMENTS:
        text = (ROOT / document).read_text()
        for target in re.findall(r"(?:^|`)make ([\w-]+)", text, re.MULTILINE):
            assert target in targets, (document, target)


def test_each_line_to_type_in_stops_where_what_it_fills_must():
    """Those that seek, and the one for a day, fill nothing."""
    seeking = re.compile(r"(search|filter|day)_edit = $")
    for path in tracked("wcafe/ui/*.py"):
        before, *made = re.split(r"QLineEdit\((?!QLineEdit)", path.read_text())
        for after in made:
            is_bounded = "maxLength=" in after[:60] or "setMaxLength" in after[:200]
            assert is_bounded or seeking.search(before) or before.endswith("class LineField("), path
            before = after
