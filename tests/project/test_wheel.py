"""The wheel works outside the checkout: installed into a clean environment, it does the job."""

import os
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement

from tests.project.places import ROOT

pytestmark = pytest.mark.slow  # builds and installs


def call(*command, **settings):
    done = subprocess.run(command, capture_output=True, text=True, **settings)
    assert done.returncode == 0, done.stderr
    return done.stdout


def all_asked_for(requirements):
    """Return what `requirements` and what they need in turn are met by here, by name."""
    met = {}
    waiting = [Requirement(each) for each in requirements]
    while waiting:
        wish = waiting.pop()
        if wish.name not in met and (wish.marker is None or wish.marker.evaluate({"extra": ""})):
            met[wish.name] = found = distribution(wish.name)
            assert wish.specifier.contains(found.version, prereleases=True), wish
            waiting += map(Requirement, found.requires or ())
    return met


def lend(found, site):
    """Let the packages of `found` be importable from the folder `site`, and nothing beside them."""
    for top in {file.parts[0] for file in found.files} - {"..", "__pycache__"}:
        if not (site / top).exists():
            (site / top).symlink_to(found.locate_file(top))


@pytest.mark.timeout(600)
def test_a_wheel_in_a_clean_environment_does_the_whole_job(tmp_path):
    python = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    build = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path]
    call(*python, *build, ROOT)
    (wheel,) = tmp_path.glob("wcafe-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "wcafe/resources/locale/fr/LC_MESSAGES/wcafe.mo" in names
    assert "wcafe/resources/fonts/Inter-Regular.ttf" in names
    assert "wcafe/resources/html/document.html" in names
    assert not [name for name in names if name.startswith(("tests/", "packaging/", "research/"))]

    # what the wheel asks for is lent from here and no more, so that a word missing in
    # pyproject.toml is found out, and nothing is asked of a registry
    venv.create(tmp_path / "clean")
    bin_ = tmp_path / "clean" / ("Scripts" if os.name == "nt" else "bin")
    install = ["--python", bin_ / "python", "install", "--quiet", "--no-deps", "--no-index"]
    call(*python, *install, wheel)
    site = call(bin_ / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    site = tmp_path / site.strip()
    (folder,) = site.glob("wcafe-*.dist-info")
    asked = Distribution.at(folder).requires
    for found in all_asked_for(asked).values():
        lend(found, site)

    elsewhere = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    outside = {"cwd": tmp_path, "env": {**elsewhere, "LANG": "fr_FR.UTF-8"}}
    told = call(bin_ / "wcafe", "demo", "out", **outside)

    assert len(told.splitlines()) == len(list((tmp_path / "out").iterdir())) > 8
    assert (tmp_path / "out" / "synthesis.pdf").read_bytes().startswith(b"%PDF")
    place = call(bin_ / "python", "-c", "import wcafe; print(wcafe.__file__)", **outside)
    assert str(ROOT) not in place
    assert "est sain" in call(bin_ / "wcafe", "check", "out/demo.wcafe", **outside)
    for name in ("out/s.docx", "out/s.html"):
        call(bin_ / "wcafe", "export", "out/demo.wcafe", "-o", name, **outside)
        assert (tmp_path / name).stat().st_size > 10_000
