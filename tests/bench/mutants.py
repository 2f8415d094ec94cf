"""Look at cafés that were changed by SQL: `python -m tests.bench.mutants 2000`.

Each is opened, checked, exported and printed in another process, in limited time. What ends in
anything but a WcafeError, takes longer, or is changed by being looked at is told, with what was
changed; with -v also what was altered and goes unnoticed.
"""

import json
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import chain, repeat
from pathlib import Path

from tests.life import make_life
from tests.mutants import Mutator

LONGEST = 60  # seconds
EACH = 5
CHILD = """
import hashlib, json, sys, traceback
from contextlib import suppress
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from wcafe.app import open_cafe
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import EDITIONS, HANDOUTS
from wcafe.domain.photo_words import say_doubts, why
from wcafe.errors import NobodyMoves, NobodySeen, NoStepRule, NoSuchPhoto, WcafeError
from wcafe.exports import exported
from wcafe.i18n import ENGLISH
from wcafe.reports import make_document
from wcafe.services.printing import everything
from wcafe.services.sheets import sheets_standing

PRINTED = set()

def plain(value):
    if isinstance(value, frozenset):
        return sorted(map(repr, value))
    return sorted(map(repr, value.items())) if isinstance(value, dict) else value

def said_by(cafe, seen):
    told = repr([plain(getattr(seen, each.name)) for each in fields(seen)])
    jpegs = []
    for photo in seen.photos:
        with suppress(NoSuchPhoto):  # which is a fault, and counted
            jpegs.append(cafe.photos.jpeg(photo.id))
    return hashlib.sha256(repr((told, jpegs)).encode()).hexdigest()

def look(path):
    told = {}
    now = datetime(2026, 11, 28, 12, tzinfo=UTC)
    with open_cafe(path, is_read_only=True) as cafe:
        told["faults"] = len(cafe.cafes.faults())
        seen = cafe.cafes.snapshot()
        told["said"] = said_by(cafe, seen)
        cafe.plans.violations()
        seen.is_plan_stale, seen.rounds_begun
        everything(seen, PrintOptions(), is_new_only=True)
        standing = sheets_standing(seen)
        for photo in seen.photos:
            why(photo, standing.status(photo), ENGLISH), say_doubts(photo, ENGLISH)
        if told["faults"] or told["said"] in PRINTED:  # what says the same is printed the same
            return told
        PRINTED.add(told["said"])
        pictures = cafe.photos.publishing.pictures(seen)
        for ending in ("md", "csv", "json"):
            exported(ending, seen, what="notes", pictures=pictures)
        exported("csv", seen, what="people")
        if seen.plan is not None:
            exported("csv", seen, what="plan")
        for artefact in (*EDITIONS.values(), *HANDOUTS.values()):
            if seen.plan is not None or not artefact.needs_plan:
                with suppress(NoStepRule, NobodyMoves, NobodySeen):  # what a sound café may lack
                    make_document(artefact.key, seen, now, pictures=pictures)
    return told

for line in sys.stdin:
    try:
        told = look(Path(line.strip()))
    except WcafeError as error:
        told = {"refused": type(error).__name__}
    except BaseException as error:
        ours = [f for f in traceback.extract_tb(error.__traceback__) if "/wcafe/" in f.filename]
        where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
        told = {"raw": f"{type(error).__name__} at {where}: {str(error)[:80]}"}
    print(json.dumps(told), flush=True)
"""


CARELESS = """
import wcafe.store.trial

wcafe.store.trial.fits = lambda value, kind: True
"""


def start(*, careless):
    program = (CARELESS if careless else "") + CHILD
    return subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def end(child):
    child.kill()
    child.communicate()


def ask(child, path):
    """Return what `child` says of the café in the file `path`; None if that takes too long."""
    child.stdin.write(f"{path}\n")
    child.stdin.flush()
    ready, _written, _odd = select.select([child.stdout], [], [], LONGEST)
    line = child.stdout.readline() if ready else ""
    return json.loads(line) if line else None


def kind_of(told, truth):
    """Return, in words, what became of a mutant; in capitals what must not."""
    if told is None:
        return "HANG"
    if "raw" in told:
        return "RAW"
    if "refused" in told:
        return f"refused: {told['refused']}"
    if told["faults"]:
        return "reported"
    return "harmless" if told["said"] == truth["said"] else "altered and not reported"


def look_at(count, seed, *, tell=lambda *_words: None, careless=False, also=()):
    """Look at `count` mutants; return how many became what.

    Args:
        count: how many.
        seed: what they are drawn by.
        tell: is told of each: its number, what became of it, what was changed, the error.
        careless: let the looking program be a build that looks at outer types only.
        also: tables of which `EACH` more mutants are made.
    """
    tally = Counter()
    with tempfile.TemporaryDirectory() as folder:
        base, path = Path(folder, "life.wcafe"), Path(folder, "mutant.wcafe")
        make_life(base)
        child = start(careless=careless)
        truth = ask(child, base)
        drawn = chain(
            repeat(Mutator(base, seed), count), repeat(Mutator(base, seed, also), EACH * len(also))
        )
        for turn, mutator in enumerate(drawn):
            shutil.copy(base, path)
            if (change := mutator.mutate(path)) is None:
                tally["not possible"] += 1
                continue
            before = path.read_bytes()
            told = ask(child, path)
            kind = kind_of(told, truth) if path.read_bytes() == before else "MADE WORSE"
            tally[kind] += 1
            tell(turn, kind, change, (told or {}).get("raw", ""))
            if told is None:
                end(child)
                child = start(careless=careless)
        end(child)
    return tally


def main(count=500, seed=1):
    begun = time.monotonic()

    def tell(turn, kind, *what):
        if kind.isupper() or ("-v" in sys.argv and kind.startswith("altered")):
            print(turn, kind, *what, flush=True)

    tally = look_at(count, seed, tell=tell)
    print(f"{count} mutants in {time.monotonic() - begun:.0f} s: {dict(tally)}")
    return any(kind.isupper() for kind in tally)


if __name__ == "__main__":
    sys.exit(main(*(int(said) for said in sys.argv[1:] if said.isdigit())))
