"""What harvest sheets ask for, and what kinds of note are called: the wishes about both."""

from collections import Counter

from wcafe.domain.kinds import Kind, KindLabel, require_distinct
from wcafe.domain.text import fold, one_line
from wcafe.errors import EmptyPrompt, SameLabel, SamePrompt, WcafeError
from wcafe.services.prompts import PromptRenamed
from wcafe.ui.cafe.presenter import CafePresenter
from wcafe.ui.undo import Edit
from wcafe.ui.words import _, ngettext


class HarvestSheets:
    """The part of Prepare that changes the prompts of sheets and the words for kinds."""

    def __init__(self, presenter: CafePresenter) -> None:
        self._presenter = presenter

    @property
    def prompts(self) -> tuple[str, ...]:
        return self._presenter.cafe.prompts

    def label(self, kind: Kind) -> KindLabel:
        """Return the words of this café for `kind`, empty where it has none of its own."""
        labels = self._presenter.cafe.kind_labels
        return next((each for each in labels if each.kind is kind), KindLabel(kind=kind, one=""))

    def add(self, typed: str) -> bool:
        """Add a prompt behind the others; is it kept?"""
        prompt = one_line(typed)
        if (error := self._error(prompt, self.prompts)) is not None:
            return self._presenter.refuse(error)
        return self._keep(_("add a prompt"), (*self.prompts, prompt))

    def rename(self, place: int, typed: str) -> bool:
        """Rename a prompt, and with it all notes that stand under it; is that kept?"""
        before, after = self.prompts[place], one_line(typed)
        if before == after:
            return self._presenter.is_kept_already()
        others = self.prompts[:place] + self.prompts[place + 1 :]
        if (error := self._error(after, others)) is not None:
            return self._presenter.refuse(error)
        made: list[PromptRenamed] = []
        notes = self._presenter.desk.services.notes
        if not self._presenter.attempt(
            lambda: made.append(notes.prompts.rename(before, after, by=self._presenter))
        ):
            return False
        self._resolve()
        edit = Edit(
            _("rename a prompt"),
            made[0].back,
            made[0],
            self._turn,
            subjects=frozenset(),  # it takes back its own part alone, whatever came since
            is_done=True,
        )
        self._presenter.desk.history.push(edit)
        if number := len(made[0].notes):
            words = ngettext(
                "The prompt is renamed, and so is that of {number} note. Undo takes both back.",
                "The prompt is renamed, and so is that of {number} notes. Undo takes all back.",
                number,
            )
            self._presenter.told.emit(words.format(number=number))
        return True

    def move(self, place: int, by: int) -> None:
        """Put a prompt a place earlier (-1) or later (1), if there is one."""
        prompts = list(self.prompts)
        if 0 <= place + by < len(prompts):
            prompts.insert(place + by, prompts.pop(place))
            self._keep(_("move a prompt"), tuple(prompts))

    def remove(self, place: int) -> None:
        """Take a prompt off the sheets; notes that stand under it stay there."""
        prompt = self.prompts[place]
        if not self._keep(_("remove a prompt"), self.prompts[:place] + self.prompts[place + 1 :]):
            return
        notes = self._presenter.desk.services.cafes.snapshot().notes
        number = Counter(note.prompt for note in notes)[prompt]
        told = _("Prompt “{prompt}” was removed.").format(prompt=prompt)
        if number:
            words = ngettext(
                "Prompt “{prompt}” was removed; {number} note stands under it still.",
                "Prompt “{prompt}” was removed; {number} notes stand under it still.",
                number,
            )
            told = words.format(prompt=prompt, number=number)
        self._presenter.undoable.emit(told)

    def call_kind(self, kind: Kind, *, one: str, many: str) -> bool:
        """Call notes of `kind` by words of the café's own, or by the usual ones; is that kept?"""
        label = KindLabel(kind=kind, one=one_line(one), many=one_line(many))
        others = [each for each in self._presenter.cafe.kind_labels if each.kind is not kind]
        labels = (*others, label) if label.one or label.many else tuple(others)
        ordered = tuple(sorted(labels, key=lambda each: list(Kind).index(each.kind)))
        try:
            require_distinct(ordered)
        except WcafeError as error:
            return self._presenter.refuse(error)
        self._resolve()
        return self._presenter.change(_("change what a kind is called"), kind_labels=ordered)

    def _keep(self, text: str, prompts: tuple[str, ...]) -> bool:
        self._resolve()
        return self._presenter.change(text, prompts=prompts)

    def _turn(self, renamed: PromptRenamed) -> bool:
        notes = self._presenter.desk.services.notes
        return self._presenter.attempt(lambda: notes.prompts.turn(renamed, by=self._presenter))

    def _error(self, prompt: str, others: tuple[str, ...]) -> WcafeError | None:
        if not prompt:
            return EmptyPrompt()
        if fold(prompt) in map(fold, others):
            return SamePrompt(prompt=prompt)
        return None

    def _resolve(self) -> None:
        for error in (EmptyPrompt, SamePrompt, SameLabel):
            self._presenter.resolved.emit(error)
