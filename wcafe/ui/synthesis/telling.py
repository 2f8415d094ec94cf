"""What the organiser tells around the harvest, as the desk keeps it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from wcafe.domain.publication import Publication
from wcafe.domain.text import clean
from wcafe.errors import TextTooLong
from wcafe.i18n import N_
from wcafe.ui.presenter import Presenter
from wcafe.ui.words import _

FREE_TEXTS = {
    "opening": N_("Opening"),
    "context": N_("Context"),
    "conclusion": N_("Our conclusion"),
    "next_steps": N_("Next steps"),
}
"""The texts at length, in the order in which they are read, by their fields of `Publication`."""

_CHANGES = {
    "opening": N_("write the opening"),
    "context": N_("write the context"),
    "conclusion": N_("write the conclusion"),
    "next_steps": N_("write the next steps"),
    "contact": N_("change where corrections go"),
    "credits": N_("change the credits"),
    "amend_until": N_("change until when corrections are taken"),
    "is_final": N_("say whether the edition is final"),
    "names": N_("decide on a name"),
}
"""What the Undo menu says of each field."""

_FIRST = 310
"""From this number on edits of one field that follow each other become one step of undo."""
_EACH_ALONE = frozenset({"names", "is_final"})
"""Fields whose edits are each a step of its own."""


class Telling(QObject):
    """The part of a presenter that keeps what the organiser tells; it tells and undoes through it.

    Words that could not be kept, or not yet, outlive another language and a crash: they wait in
    this computer's settings, by the id of the café.
    """

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self.publication = Publication()
        desk = presenter.desk
        self._place = desk.own(f"told:{desk.services.cafes.get().id}")
        self.drafts: dict[str, str] = _unpack(desk.settings.text_of(self._place))

    def tell(self, field: str, text: str) -> bool:
        """Keep a text; return whether it is kept. One that is too long is told in a sentence."""
        is_kept = self.change(field, clean(text))
        if is_kept:
            self._forget(field)
        else:
            self.type_in(field, text)
        return is_kept

    def type_in(self, field: str, text: str) -> None:
        """Let words that are not kept yet be there again after a crash."""
        self.drafts[field] = text
        self._remember()

    def set_last_day(self, day: date | None) -> None:
        self.change("amend_until", day)

    def set_final(self, is_final: bool) -> None:
        self.change("is_final", is_final)

    def change(self, field: str, value: object) -> bool:
        """Keep another value of a field of the publication; return whether it is kept.

        Undo takes back that field alone, whatever else was changed meanwhile.
        """
        before = getattr(self.publication, field)
        if value == before:
            return True
        try:
            self._with(field, value)
        except TextTooLong as error:
            return self._presenter.refuse(error)
        place = list(_CHANGES).index(field)
        return self._presenter.edit(
            _(_CHANGES[field]),
            before,
            value,
            lambda wanted: self._save(field, wanted),
            subjects=frozenset({"cafe"}),
            merge_id=-1 if field in _EACH_ALONE else _FIRST + place,
            waits_in=f"told {field}",
        )

    def _with(self, field: str, value: object) -> Publication:
        changed: dict[str, Any] = {field: value}
        return replace(self.publication, **changed)

    def _save(self, field: str, value: object) -> None:
        service = self._presenter.desk.services.cafes
        cafe = service.get()
        changed: dict[str, Any] = {field: value}
        told = replace(cafe.publication, **changed)
        service.save(replace(cafe, publication=told), by=self._presenter)

    def _forget(self, field: str) -> None:
        if self.drafts.pop(field, None) is not None:
            self._remember()

    def _remember(self) -> None:
        self._presenter.desk.settings.keep_text(self._place, _pack(self.drafts))


def _pack(drafts: Mapping[str, str]) -> str:
    return json.dumps(dict(drafts)) if drafts else ""


def _unpack(kept: str) -> dict[str, str]:
    """Return what the settings kept; nothing where they hold nothing that can be read."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        field: text for field, text in found.items() if field in _CHANGES and isinstance(text, str)
    }
