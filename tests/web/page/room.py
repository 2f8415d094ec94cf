"""A café in memory that answers phones as the station does, to test the page without a file."""

import hashlib
import json
import threading
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from wcafe.domain.kinds import KINDS_TO_READ, Kind, kind_name
from wcafe.domain.settling import LONGEST_NOTE, Operation, answer_for, settle
from wcafe.errors import WcafeError
from wcafe.i18n import words_for

CODE = "t" * 21
"""The beginning of every table's code here; the number of the table follows."""
SHORT = "ABCD2345"
PRIVACY = "Ce que vous écrivez est gardé sur l’ordinateur de ce café."


class Room:
    """What a café keeps of its phones; `answer` is all that they can ask."""

    def __init__(self, *, tables=2, rounds=3, language="fr"):
        self.lock = threading.RLock()
        self.event, self.gen, self.seq = str(uuid4()), 1, 0
        self.language = language
        self.tables, self.rounds, self.round = tables, rounds, 2
        self.left, self.running, self.closed = 744.0, True, [1]
        self.prompts, self.message = [], ""
        self.is_over = False
        self.notes, self.history, self.operations = {}, [], {}
        self.tokens, self.photos, self.statements, self.verdicts = {}, {}, [], []
        self.heard = []  # bodies of hellos
        self.changed = threading.Condition(self.lock)

    # --- what the tests do at the desk

    def edit(self, note, text):
        """Change a note as somebody else does."""
        with self.changed:
            head = self.notes[note]
            self._settle(note, head.rev, text, device="desk", kind=head.kind, said=head)

    def revoke_all(self):
        with self.changed:
            self.tokens.clear()

    def tell(self):
        with self.changed:
            self.seq += 1
            self.changed.notify_all()

    def copy(self):
        """Return what a restored copy of now holds."""
        with self.lock:
            return dict(self.notes), list(self.history), dict(self.operations)

    def restore(self, kept):
        with self.changed:
            notes, history, operations = kept
            self.notes, self.history = dict(notes), list(history)
            self.operations, self.gen = dict(operations), self.gen + 1
            self.changed.notify_all()

    @property
    def texts(self):
        """The words of all notes that stand."""
        with self.lock:
            return sorted(note.text for note in self.notes.values() if not note.is_deleted)

    # --- what phones ask

    def answer(self, method, target, headers, body):
        """Return (status, document)."""
        path = urlsplit(target).path.removeprefix("/api/v1/")
        what, _slash, name = path.partition("/")
        token = headers.get("Authorization", "").removeprefix("Bearer ")
        with self.changed:
            if what == "devices":
                return self._join(token, body)
            if token not in self.tokens:
                return refused(401, "unknown")
            tables = self.tokens[token]
            if what == "hello":
                return self._hello(tables, json.loads(body))
            if what == "notes" and method == "GET":
                told = [told_of(note) for note in self.notes.values() if note.table + 1 in tables]
                return 200, {"wcafe": 1, "event": self.event, "gen": self.gen, "notes": told}
            if what == "notes":
                return self._put(tables, name, json.loads(body))
            if what == "photos":
                return self._photo(name, parse_qs(urlsplit(target).query), body)
            if what == "strip" and method == "GET":
                return 200, {"wcafe": 1, "statements": self.statements}
            if what == "strip":
                return self._verdict(name, json.loads(body))
        return refused(404, "not_here")

    def moment(self, tables):
        words = words_for(self.language)
        questions = [f"Question {number + 1} : que faire de la place ?" for number in range(3)]
        return {
            "wcafe": 1,
            "event": self.event,
            "gen": self.gen,
            "title": "Notre rue",
            "language": self.language,
            "privacy": PRIVACY,
            "tables": [
                {"table": n, "name": "Nature" if n == 1 else "", "question": questions[1]}
                for n in tables
            ],
            "rounds": [{"round": n + 1, "question": questions[n % 3]} for n in range(self.rounds)],
            "round": self.round,
            "closed": self.closed,
            "left": self.left,
            "running": self.running,
            "now": now(),
            "kinds": [
                {"kind": kind.value, "label": kind_name(kind, words, ()).capitalize()}
                for kind in KINDS_TO_READ
            ],
            "prompts": self.prompts,
            "message": self.message,
            "origins": [],
        }

    def _join(self, token, body):
        said = json.loads(body or b"{}")
        tables = token.removeprefix(CODE) if token else "1" * (said.get("code") == SHORT)
        if not tables.isdecimal():
            return refused(401, "unknown")
        fresh = uuid4().hex + "x" * 11
        self.tokens[fresh] = [1, 2] if tables == "9" else [int(tables)]
        told = {"device": str(uuid4()), "token": fresh, "tables": self.tokens[fresh]}
        return 200, {"wcafe": 1, "event": self.event, **told}

    def _hello(self, tables, said):
        self.heard.append(said)
        heads = said.get("heads") or {}
        here = {id_: note.rev for id_, note in self.notes.items()}
        wanted = [id_ for id_, (rev, _hash) in heads.items() if rev > here.get(id_, 0)]
        forget = self.is_over and not said["unsent"] and not wanted
        told = {"seq": self.seq, "wanted": wanted, "forget": forget}
        return 200, {**self.moment(tables), **told}

    def _put(self, tables, note, said):
        stamp = hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
        if said["op"] in self.operations:
            known, told = self.operations[said["op"]]
            return (200, told) if known == stamp else refused(409, "other_body")
        if said["event"] != self.event:
            return refused(403, "other_cafe")
        if said["table"] not in tables:
            return refused(403, "other_table")
        if len(said["text"]) > LONGEST_NOTE or said["text"].startswith("UNFIT"):
            return refused(422, "too_long", "This note is too long.")
        try:
            told = self._settle(note, said["base"], said["text"], device="phone", wire=said)
        except WcafeError as error:
            return refused(422, "unfit", str(error))
        self.operations[said["op"]] = (stamp, told)
        return 200, told

    def _settle(self, note, base, text, *, device, kind=None, wire=None, said=None):
        head = self.notes.get(note)
        wish = Operation(
            id=wire["op"] if wire else str(uuid4()),
            note=note,
            cafe=self.event,
            generation=self.gen,
            device=device,
            base=base,
            is_delete=bool(wire) and wire["kind"] == "delete",
            table=wire["table"] - 1 if wire else said.table,
            round=wire["round"] - 1 if wire else said.round,
            kind=Kind(wire["note_kind"] or "insight") if wire else kind,
            prompt=(wire or {}).get("prompt", head.prompt if head else ""),
            is_late=bool(wire) and head is None and wire["round"] in self.closed,
            text=text,
        )
        kept = settle(wish, head, now=now())
        if kept is not None:
            self.seq += 1
            self.history.append((kept.id, kept.rev, kept.text))
            self.notes[kept.id] = kept
            self.changed.notify_all()
        return {"wcafe": 1, **_answer(wish, kept or head, self.seq)}

    def _photo(self, photo, query, body):
        digest = hashlib.sha256(body).hexdigest()
        self.photos[photo] = (int(query["round"][0]), body)
        told = {"event": self.event, "op": query["op"][0], "photo": photo, "hash": digest}
        return 200, {"wcafe": 1, **told}

    def _verdict(self, statement, said):
        self.verdicts.append((statement, said["verdict"], said["text"]))
        for each in self.statements:
            if each["id"] == statement:
                each["verdict"] = said["verdict"]
        return 200, {"wcafe": 1, "event": self.event, "op": said["op"], "hash": said["hash"]}


def _answer(wish, kept, seq):
    told = answer_for(wish, kept)
    names = ("event", "gen", "op", "note", "rev", "hash", "copy_of")
    return {name: getattr(told, name) for name in names} | {"seq": seq}


def told_of(note):
    return {
        "id": note.id,
        "table": note.table + 1,
        "round": note.round + 1,
        "kind": note.kind.value,
        "prompt": note.prompt,
        "text": note.text,
        "rev": note.rev,
        "seq": note.seq,
        "hash": note.hash,
        "deleted": note.is_deleted,
        "late": note.is_late,
        "conflict_of": note.conflict_of,
        "created": note.created,
        "author": note.author,
    }


def refused(status, word, why="Not like this."):
    return status, {"wcafe": 1, "error": word, "why": why}


def now():
    return datetime.now(UTC).isoformat(timespec="seconds")
