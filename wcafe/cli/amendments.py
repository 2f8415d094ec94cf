"""Commands on corrections: list and add them, accept or decline, read filled forms."""

import argparse
from collections.abc import Sequence
from datetime import date

from wcafe.app import utc_now
from wcafe.cli.opening import open_to_change, open_to_read, require_file
from wcafe.cli.statements import find_theme
from wcafe.cli.tell import say, say_json, warn
from wcafe.domain.amending import (
    decision_name,
    is_late,
    received,
    statement_numbers,
    what_it_is_about,
)
from wcafe.domain.amendments import Amendment, AmendmentId, Decision, Way
from wcafe.domain.synthesis import StatementId
from wcafe.domain.text import new_id, one_line
from wcafe.errors import NoSuchAmendment, NoSuchRound, NoSuchStatement, NoSuchTable
from wcafe.exports import amendment_json
from wcafe.i18n import Words, labelled
from wcafe.services.cafe import Snapshot
from wcafe.services.filled_forms import FormRead, read_form_file
from wcafe.services.known import known_tables
from wcafe.services.opened import OpenCafe
from wcafe.written import long_day

_SHORTEST_ID = 4  # characters that may stand for an id
_SHOWN_ID = 8


def list_amendments(chosen: argparse.Namespace, words: Words) -> int:
    """List the corrections, those on which nobody decided yet first."""
    with open_to_read(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
    until = snapshot.cafe.publication.amend_until
    found = received(snapshot.amendments, until)
    if chosen.json:
        say_json([amendment_json(each, until) for each in found.all])
        return 0
    say(*(_line(each, snapshot, words) for each in found.all))
    if until is not None:
        told = words.gettext("Corrections are taken until {date}; {late} came later.")
        language = words.info().get("language", "en")
        warn([told.format(date=long_day(until, language), late=found.late)])
    return 0


def add(chosen: argparse.Namespace, words: Words) -> int:
    """Keep a correction and print its id."""
    with open_to_change(chosen.file, words) as cafe:
        snapshot = cafe.cafes.snapshot()
        _require_place(chosen, snapshot)
        theme = None if chosen.theme is None else find_theme(chosen.theme, snapshot.themes).id
        statement = None if chosen.statement is None else _statement(chosen.statement, snapshot)
        amendment = Amendment(
            id=AmendmentId(new_id()),
            text=chosen.text,
            who=one_line(chosen.who),
            may_be_named=chosen.named,
            table=None if chosen.table is None else chosen.table - 1,
            round=None if chosen.round is None else chosen.round - 1,
            theme=theme,
            statement=statement,
            way=Way(chosen.way),
            came=_today(),
        )
        cafe.amendments.save(amendment)
    say(amendment.id)
    return 0


def accept(chosen: argparse.Namespace, words: Words) -> int:
    return _decide(chosen, Decision.ACCEPTED, words)


def decline(chosen: argparse.Namespace, words: Words) -> int:
    return _decide(chosen, Decision.DECLINED, words)


def _decide(chosen: argparse.Namespace, decision: Decision, words: Words) -> int:
    with open_to_change(chosen.file, words) as cafe:
        found = _find(chosen.amendment, cafe)
        decided = cafe.amendments.decide(found.id, decision, chosen.reason)
        snapshot = cafe.cafes.snapshot()
    say(_line(decided, snapshot, words))
    return 0


def bring_in(chosen: argparse.Namespace, words: Words) -> int:
    """Read filled forms and keep what is new in them, all or nothing."""
    for path in chosen.mails:
        require_file(path)
    file, is_dry_run = chosen.file, chosen.dry_run
    opened = open_to_read(file, words) if is_dry_run else open_to_change(file, words)
    with opened as cafe:
        snapshot, found = cafe.cafes.snapshot(), FormRead()
        for path in chosen.mails:
            found += read_form_file(path, snapshot, _today())
        if found.new and not is_dry_run:
            cafe.amendments.put({each.id: each for each in found.new})
    if chosen.json:
        until = snapshot.cafe.publication.amend_until
        say_json(
            {
                "added": [amendment_json(each, until) for each in found.new],
                "known": [each.id for each in found.known],
                "unread": list(found.unread),
                "gone": found.gone,
                "too_long": found.cut,
            }
        )
        return 0
    say(*_told(found, snapshot, words))
    if is_dry_run:
        say(words.gettext("This was a dry run: nothing was changed."))
    return 0


def _told(found: FormRead, snapshot: Snapshot, words: Words) -> list[str]:
    _, plural = words.gettext, words.ngettext
    sentence = _("Corrections added: {added}; here already: {known}.")
    lines = [sentence.format(added=len(found.new), known=len(found.known))]
    lines += [_line(each, snapshot, words) for each in found.new]
    if found.gone:
        told = plural(
            "{number} is about a sentence that is not there any more.",
            "{number} are about sentences that are not there any more.",
            found.gone,
        )
        lines.append(told.format(number=found.gone))
    if found.cut:
        told = plural(
            "{number} is longer than a correction may be, and was left out.",
            "{number} are longer than a correction may be, and were left out.",
            found.cut,
        )
        lines.append(told.format(number=found.cut))
    if found.unread:
        lines.append(_("Not part of the form:"))
        lines += [f"  {line}" for line in found.unread]
    return lines


def _line(amendment: Amendment, snapshot: Snapshot, words: Words) -> str:
    _ = words.gettext
    told = [what_it_is_about(amendment, snapshot.themes, words)]
    if amendment.who:
        agreed = _("{who}, may be named") if amendment.may_be_named else _("{who}, not to be named")
        told.append(agreed.format(who=amendment.who))
    if is_late(amendment, snapshot.cafe.publication.amend_until):
        told.append(_("came late"))
    if amendment.reason:
        told.append(_("reason: {reason}").format(reason=amendment.reason))
    text = amendment.text.replace("\n", " / ")
    state = decision_name(amendment.decision, words)
    beside = " · ".join(filter(None, told))
    line = labelled(f"{amendment.id[:_SHOWN_ID]} {state}", text, words)
    return f"{line} ({beside})" if beside else line


def _find(said: str, cafe: OpenCafe) -> Amendment:
    """Return the correction of that id, or the one whose id begins so. Raises NoSuchAmendment."""
    every = cafe.amendments.all()
    exact = [each for each in every if each.id == said]
    begun = [each for each in every if len(said) >= _SHORTEST_ID and each.id.startswith(said)]
    found = exact or begun
    if len(found) != 1:
        raise NoSuchAmendment(amendment=said)
    return found[0]


def _statement(said: str, snapshot: Snapshot) -> StatementId:
    """Return the statement of that id, or of that number, such as 1.2. Raises NoSuchStatement."""
    numbers = statement_numbers(snapshot.themes)
    for id_, number in numbers.items():
        if said in (id_, number):
            return id_
    raise NoSuchStatement(statement=said)


def _require_place(chosen: argparse.Namespace, snapshot: Snapshot) -> None:
    tables, rounds = known_tables(snapshot), len(snapshot.cafe.rounds)
    named: Sequence[int] = [note.table + 1 for note in snapshot.notes]
    if chosen.table is not None and not 1 <= chosen.table <= max([tables, *named]):
        raise NoSuchTable(number=chosen.table, tables=tables)
    if chosen.round is not None and not 1 <= chosen.round <= rounds:
        raise NoSuchRound(number=chosen.round, rounds=rounds)


def _today() -> date:
    return utc_now().astimezone().date()
