"""The wheel works outside the checkout: installed into a clean environment, it does the job."""

import os
import re
import subprocess
import sys
import venv
import zipfile

import pytest

from tests.project.places import ROOT


def call(*command, **settings):
    done = subprocess.run(command, capture_output=True, text=True, **settings)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.timeout(600)
def test_a_wheel_in_a_clean_environment_does_the_whole_job(tmp_path):
    python = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    build = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path]
    call(*python, *build, ROOT)
    (wheel,) = tmp_path.glob("wcafe-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "wcafe/resources/locale/fr/LC_MESSAGES/wcafe.mo" in names
    assert "wcafe/resources/fonts/Inter-Regular.ttf" in names
    assert not [name for name in names if name.startswith(("tests/", "packaging/"))]

    venv.create(tmp_path / "clean", with_pip=True)
    bin_ = tmp_path / "clean" / ("Scripts" if os.name == "nt" else "bin")
    # the versions of the lock, but only what the wheel itself asks for
    lock = (ROOT / "requirements.lock").read_text()
    pins = re.findall(r"^([\w.-]+==[\w.]+(?: ;[^\\\n]*)?)", lock, re.MULTILINE)
    (tmp_path / "constraints.txt").write_text("\n".join(pins))
    install = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    call(bin_ / "python", *install, "--constraint", tmp_path / "constraints.txt", wheel)

    elsewhere = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    outside = {"cwd": tmp_path, "env": {**elsewhere, "LANG": "fr_FR.UTF-8"}}
    told = call(bin_ / "wcafe", "demo", "out", **outside)

    assert len(told.splitlines()) == 4
    assert (tmp_path / "out" / "synthesis.pdf").read_bytes().startswith(b"%PDF")
    place = call(bin_ / "python", "-c", "import wcafe; print(wcafe.__file__)", **outside)
    assert str(ROOT) not in place
    assert "est sain" in call(bin_ / "wcafe", "check", "out/demo.wcafe", **outside)
