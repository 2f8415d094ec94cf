"""When each sentence of the synthesis is true, by what `facts` reads off a café."""

from tests.reports.facts import (
    actions,
    again,
    by_question,
    changes,
    comes_home,
    everybody,
    filed,
    hands_over,
    has_chapter,
    has_checked_in,
    has_contact,
    has_hosts_in_turn,
    has_moves,
    has_states,
    hosted,
    is_counted,
    is_met,
    is_new_each_time,
    is_recorded,
    is_told,
    is_voice,
    kinds_are_told,
    left,
    met,
    of,
    others,
    people,
    proves,
    repeats,
    sat,
    tells_how,
    voices,
)
from wcafe.domain.amendments import Decision
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import ActionState
from wcafe.domain.sourcing import notes_behind


def tells_moves(shot):
    return any(
        is_true(shot)
        for phrase, is_true in TRUE_WHEN.items()
        if phrase.startswith(
            ("In each round", "Everybody", "All others", "A host", "At ", "Each tab", "In the l")
        )
    )


def is_expected(shot):
    return people(shot) > 0 and not is_counted(shot) and not has_checked_in(shot)


ALWAYS = object()  # a heading, a name or a count of what stands below it: nothing to be untrue
NEVER = object()  # is looked for by another test
TRUE_WHEN = {
    "SYNTHESIS OF THE WORLD CAFÉ": lambda s: True,
    "(unsourced)": lambda s: any(
        not notes_behind(said, {note.id: note for note in s.handed_out.notes})
        for theme in s.themes
        for said in theme.statements
    ),
    "Organised by {organiser}": lambda s: bool(s.cafe.organiser),
    "Licence {licence}: copy, reuse, share": lambda s: bool(s.cafe.licence),
    "{n} participant": NEVER,
    "participant": NEVER,
    "{n} participant expected": is_expected,
    "participant expected": is_expected,
    "{n} participant checked in": has_checked_in,
    "participant checked in": has_checked_in,
    "People who were counted: {rounds}.": lambda s: any(r.headcount for r in s.cafe.rounds),
    "The café in figures": lambda s: True,
    "Notes by kind": kinds_are_told,
    "Counted from where people really sat.": lambda s: is_recorded(s) and is_met(s),
    "Counted from where people really sat, where that was recorded; else as planned.": lambda s: (
        bool(s.live.actual) and not is_recorded(s) and is_met(s)
    ),
    "Counted as planned; where people really sat was not recorded.": lambda s: (
        not s.live.actual and is_met(s) and not s.is_plan_stale
    ),
    "Counted as planned, and the café has changed since; where people really sat was not "
    "recorded.": lambda s: not s.live.actual and is_met(s) and s.is_plan_stale,
    "people met (median)": is_met,
    "repeat meetings": lambda s: is_met(s) and len(sat(s)) > 1,
    "pollination between tables": lambda s: is_met(s) and len(sat(s)) > 1,
    "Meetings again that the rules ask for are not counted in that.": lambda s: (
        proves(s) and not s.live.actual and again(s) > repeats(s)[0]
    ),
    "Who met whom": is_met,
    "People by the number of others they meet": lambda s: is_met(s) and len(set(met(s))) > 1,
    "Each participant met {most} other; no more than {possible} were possible.": lambda s: (
        is_met(s) and is_recorded(s) and len(set(met(s))) == 1
    ),
    "Each participant meets {most} other; no more than {possible} are possible.": lambda s: (
        is_met(s) and not is_recorded(s) and len(set(met(s))) == 1
    ),
    "Each participant met from {least} to {most} others; no more than {possible} were "
    "possible.": lambda s: is_met(s) and is_recorded(s) and len(set(met(s))) > 1,
    "Each participant meets from {least} to {most} others; no more than {possible} are "
    "possible.": lambda s: is_met(s) and not is_recorded(s) and len(set(met(s))) > 1,
    "The plan has no repeat meeting: nobody could have done better.": lambda s: (
        proves(s) and repeats(s)[0] == 0
    ),
    "The plan has {n} repeat meeting": lambda s: proves(s) and repeats(s)[0] > 0,
    ", and it is proven that no plan has fewer.": lambda s: (
        proves(s) and repeats(s)[0] == repeats(s)[1] > 0
    ),
    "; it is proven that no plan has fewer than {bound}.": lambda s: (
        proves(s) and repeats(s)[0] > repeats(s)[1] > 0
    ),
    "; a plan without any is not ruled out.": lambda s: (
        proves(s) and repeats(s)[0] > repeats(s)[1] == 0
    ),
    "{moves} moves between tables; {linked} of {possible} pairs of tables are joined by at least "
    "one person who goes from one to the other.": has_moves,
    "How people went from table to table": has_moves,
    "Map: the tables on a ring, a line for each pair between which people go. {told}": ALWAYS,
    "In each round everybody sits at a table that is new to them.": lambda s: (
        everybody(s) and is_new_each_time(s)
    ),
    "In each round but the last everybody sits at a table that is new to them.": lambda s: (
        everybody(s) and comes_home(s) and is_new_each_time(s, but=1)
    ),
    "Everybody changes tables after each round.": lambda s: everybody(s) and changes(s),
    "In each round all others sit at a table that is new to them.": lambda s: (
        (others(s) or hands_over(s)) and is_new_each_time(s)
    ),
    "In each round but the last all others sit at a table that is new to them.": lambda s: (
        (others(s) or hands_over(s)) and comes_home(s) and is_new_each_time(s, but=1)
    ),
    "All others change tables after each round.": lambda s: (
        (others(s) or hands_over(s)) and changes(s)
    ),
    "A round is planned for {minutes} minute of conversation.": tells_how,
    "That is what the plan has.": lambda s: tells_moves(s) and not s.live.actual,
    "{counts}.": ALWAYS,
    "How it was done": lambda s: bool(
        tells_how(s) or tells_moves(s) or any(r.headcount for r in s.cafe.rounds)
    ),
    "In the last round all who were there in the first are back at its table.": comes_home,
    "At each table somebody stays on for the next round, to welcome and to recap.": hands_over,
    "A host stays at each table, to welcome and to recap.": lambda s: (
        hosted(s)[0] == hosted(s)[1] > 0
    ),
    "Each table has a host, to welcome and to recap.": has_hosts_in_turn,
    "At {hosted} of the {tables} tables a host stays, to welcome and to recap.": lambda s: (
        0 < hosted(s)[0] < hosted(s)[1]
    ),
    "Tensions and open questions": lambda s: voices(s) == (True, False, True),
    "Tensions and lone voices": lambda s: voices(s) == (True, True, False),
    "Lone voices and open questions": lambda s: voices(s) == (False, True, True),
    "Tensions, lone voices and open questions": lambda s: voices(s) == (True, True, True),
    "Lone voices": lambda s: any(is_voice(n) for n in s.notes),
    "lone voice": lambda s: any(n.is_lone and not is_voice(n) for n in s.notes),
    "Notes stand here as they were written: what was said, not how many think so.": lambda s: bool(
        s.notes
    ),
    "The themes were made by people.": lambda s: bool(filed(s)),
    "Limits of the method, contact": lambda s: bool(s.notes) and has_contact(s),
    "Contact: {contact}": lambda s: has_contact(s),
    "Limits of the method": lambda s: bool(s.notes),
    "No notes have been taken yet.": lambda s: not s.notes,
    "The notes have not been put into themes yet. They stand table by table below.": lambda s: (
        bool(s.notes) and not filed(s)
    ),
    "The notes have not been put into themes yet. They stand in the annex.": NEVER,
    "Like all notes they stand in the annex.": NEVER,
    "{n} of {notes} notes is in no theme yet.": lambda s: bool(left(s)),
    "{n} of them stands in another chapter.": lambda s: any(map(has_chapter, left(s))),
    "Not sorted yet": lambda s: any(not has_chapter(n) for n in left(s)),
    "The notes, table by table": lambda s: (
        not filed(s) and any(not has_chapter(n) for n in s.notes)
    ),
    "What pulls apart": lambda s: voices(s) == (True, False, False) and bool(s.opposed),
    "Notes that somebody set against each other; nobody has decided between them.": lambda s: bool(
        s.opposed
    ),
    "What is still open": lambda s: bool(filed(s)) and any(voices(s)),
    "What is to be done": lambda s: bool(filed(s)) and of(s, Kind.ACTION),
    "{n} pair of notes": lambda s: bool(filed(s)) and bool(s.opposed),
    "Question by question": by_question,
    "What the themes with most notes under a question say, with their notes under it.": by_question,
    "Nobody has written yet what it says.": lambda s: any(
        not theme.statements for theme in s.themes if set(theme.notes) & {n.id for n in s.notes}
    ),
    "A number leads to its note, ↑ leads back to the sentence.": lambda s: any(
        notes_behind(said, {note.id: note for note in s.handed_out.notes})
        for theme in s.themes
        for said in theme.statements
    ),
    "No note stands in this theme.": lambda s: any(
        theme.headline or theme.statements
        for theme in s.themes
        if not set(theme.notes) & {n.id for n in s.notes}
    ),
    "Our conclusion": lambda s: bool(s.cafe.publication.conclusion),
    "Next steps": lambda s: bool(s.cafe.publication.next_steps),
    "Photos": lambda s: bool(s.handed_out.photos),
    "Amendments received": lambda s: bool(s.amendments),
    "{n} correction came in.": lambda s: bool(s.amendments),
    "{n} came after {date}.": NEVER,
    "{n} is not decided yet.": lambda s: any(a.decision is None for a in s.amendments),
    "Accepted": lambda s: any(a.decision is Decision.ACCEPTED for a in s.amendments),
    "Declined": lambda s: any(a.decision is Decision.DECLINED for a in s.amendments),
    "Reason: {reason}": lambda s: any(a.reason for a in s.amendments),
    "Of those who were expected or came, these agreed to be named.": lambda s: any(
        p.may_be_named for p in s.people
    ),
    "nothing heard yet": lambda s: has_states(s) and any(a.state is None for a in actions(s)),
    "What became of it": has_states,
    "under way": is_told(ActionState.UNDER_WAY),
    "done": is_told(ActionState.DONE),
    "put off": is_told(ActionState.POSTPONED),
    "given up": is_told(ActionState.DROPPED),
    "Who takes it on": lambda s: any(a.who for a in actions(s)),
    "By when": lambda s: any(a.due for a in actions(s)),
    **dict.fromkeys(
        """{n} table|{n} round|T{table}|table|round|note|theme|“{words}”|
        {n} note|Context and questions|Context|Questions|Tables: {tables}|
        QUESTION {number} OF {questions}|Without a question|Contents|With|
        from one table|Contact|Credits and licence|On one page|{counted}: {tables}.|
        Made with wcafe {version} ({mark}). Fonts: Inter and Noto, OFL.|Q{question}|R{round}|
        Themes across the questions|Themes across the rounds|Theme|Notes|Tables|
        THEME {number} OF {themes}|Go to note {number}|Go to theme {number}|Go to “{title}”|
        Back to the sentence|page {page} ›|{n} action|{n} tension|{n} lone voice|
        {n} open question|note of one table|notes of one table|Open questions|
        Tensions of this theme:|Lone voices of this theme:|Open questions of this theme:|
        Actions of this theme:|Notes that stand in another theme:|Notes that stand elsewhere:
        """.replace("\n        ", "").split("|"),
        ALWAYS,
    ),
}
