"""Commands on a café as a whole: make one, look it over, show the example."""

import argparse
import shlex
from contextlib import suppress

from wcafe.app import create_cafe, open_cafe, utc_now
from wcafe.cli.opening import open_to_read
from wcafe.cli.tell import say, say_json, typed, warn
from wcafe.domain.artefacts import EDITIONS, HANDOUTS
from wcafe.domain.cafe import draft
from wcafe.domain.people import Person
from wcafe.errors import DamagedCafe, NewerCafe, NobodySeen, NoStepRule, NotACafe
from wcafe.example import make_example
from wcafe.i18n import Words, interface_language
from wcafe.reports import make_document
from wcafe.services.files import make_folder, write_file
from wcafe.services.plan import Violation

_MOST_TOLD = 3  # faults, on the one line of standard error; JSON has them all


def new(chosen: argparse.Namespace, words: Words) -> int:
    _ = words.gettext
    cafe = draft(
        title=chosen.title,
        language=chosen.lang or interface_language(),
        rounds=chosen.rounds,
        tables=chosen.tables,
        seats=chosen.seats,
        day=chosen.date,
        place=chosen.place,
        questions=chosen.question,
    )
    create_cafe(chosen.file, cafe)
    quoted = shlex.quote(str(chosen.file))
    say(_("Made {path}. Next: wcafe import {path} LIST").format(path=quoted))
    return 0


def demo(chosen: argparse.Namespace, words: Words) -> int:
    """Do the whole job on the example; every file says what it is."""
    _ = words.gettext
    make_folder(chosen.folder)
    path = chosen.folder / "demo.wcafe"
    make_example(path)
    with open_cafe(path, is_read_only=True) as cafe:
        snapshot = cafe.cafes.snapshot()
    now = utc_now().astimezone()
    made = [(path, _("the example café: 58 people, 12 tables, 4 rounds"))]
    for artefact in (*HANDOUTS.values(), *EDITIONS.values()):
        with suppress(NoStepRule, NobodySeen):  # there is none for this café
            document = make_document(artefact.key, snapshot, now)
            made.append((chosen.folder / f"{artefact.key}.pdf", _(artefact.summary)))
            write_file(made[-1][0], document.pdf)
    say(*(f"{file}  {what}" for file, what in made))
    return 0


def check(chosen: argparse.Namespace, words: Words) -> int:
    """Tell what is wrong with the file, which hard rules its plan breaks, and who has no table."""
    _ = words.gettext
    people: tuple[Person, ...] = ()
    broken: tuple[Violation, ...] = ()
    misplaced: list[str] = []
    try:
        with open_to_read(chosen.file, words) as cafe:
            faults = [fault.describe(words) for fault in cafe.cafes.faults()]
            if not faults:
                people, broken = cafe.people.all(), cafe.plans.violations()
                misplaced = [notice.describe(words) for notice in cafe.plans.misplaced()]
    except (DamagedCafe, NotACafe, NewerCafe) as error:
        faults = [error.describe(words)]
    names: dict[str, str] = {person.id: person.name for person in people}
    violations = [
        {
            "rule": violation.rule,
            "who": list(violation.who),
            "rounds": list(violation.rounds),
            "why": violation.describe(words, lambda person: names.get(person, person)),
        }
        for violation in broken
    ]
    if chosen.json:
        told = {"sound": not faults, "faults": faults}
        say_json({**told, "violations": violations, "misplaced": misplaced})
    elif not faults:
        say(*(str(violation["why"]) for violation in violations), *misplaced)
        say(_("{path} is sound.").format(path=typed(chosen.file)))
    if faults:
        more = ["…"] if len(faults) > _MOST_TOLD else []
        warn([f"wcafe: {' '.join([*faults[:_MOST_TOLD], *more])}"])
    return 1 if faults else 0
