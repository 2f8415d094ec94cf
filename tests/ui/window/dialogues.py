"""The dialogues of the desk, each shown over a window."""

from dataclasses import replace

from wcafe.domain.kinds import Kind
from wcafe.domain.people import Person
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import ServerGone
from wcafe.ui.live.walk_in import WalkInDialog
from wcafe.ui.note_cards.merge_dialog import MergeDialog
from wcafe.ui.note_cards.name_dialog import rename_dialog
from wcafe.ui.notes.theme_chooser import ThemeChooser
from wcafe.ui.plan.pairs import PairsDialog
from wcafe.ui.plan.rehearsal_dialog import RehearsalDialog
from wcafe.ui.plan.rehearsing import Rehearsing
from wcafe.ui.synthesis.names_dialog import NamesDialog
from wcafe.ui.window.about import AboutWindow
from wcafe.ui.window.crash import CrashWindow
from wcafe.ui.window.entering import PasswordDialog
from wcafe.ui.window.keys import KeysWindow
from wcafe.ui.window.sharing import AddressDialog
from wcafe.ui.window.waiting import WaitDialog
from wcafe.ui.window.workspaces import Workspace
from wcafe.ui.words import _


class DrawnAtOnce(Rehearsing):
    """Has its figures before anybody could wait for them."""

    def begin(self):
        self.found.emit(self._desk.services.plans.rehearse(draws=2))


def rehearsal(window):
    """The figures for three numbers of tables side by side, the widest there is."""
    presenter = window.page(Workspace.PLAN)._presenter
    cafe = presenter.desk.services.cafes.get()
    tables = tuple(replace(table, seats=6) for table in cafe.tables)
    presenter.desk.services.cafes.save(replace(cafe, tables=tables))
    dialogue = RehearsalDialog(DrawnAtOnce(presenter.desk, presenter), window)
    dialogue.begin()
    return dialogue


def walk_in(window):
    window.go(Workspace.LIVE)
    presenter = window.page(Workspace.LIVE)._presenter.presence
    presenter.desk.services.plans.compose(seconds=0.2, spare=2)
    return WalkInDialog("Nour Tardy", presenter, lambda: None, window)


def sorting(window):
    """Harvest by theme, of the example or of a café with one theme alone."""
    presenter = window.page(Workspace.NOTES)._presenter
    if not presenter.sorting.themes:
        presenter.sorting.file_under_new([], "Somewhere green")
    return presenter.sorting


def merge(window):
    return MergeDialog(sorting(window), sorting(window).themes[0].id, window)


def name_taken(window):
    """The name of a theme that another one has, told with both ways out."""
    themes = sorting(window).themes
    dialogue = rename_dialog(sorting(window), themes[0], window, themes[-1].name)
    dialogue.try_name()
    return dialogue


def choose_theme(window):
    sorting(window)
    return ThemeChooser(window.page(Workspace.NOTES)._presenter, [], window)


def names(window):
    """Names that stand in the notes of the example, and a stone."""
    presenter = window.page(Workspace.SYNTHESIS)._presenter
    services = presenter.desk.services
    services.people.save([Person(id="stone", given="Pierre", family="Durand")])
    said = "Pierre Durand a posé une pierre devant la mairie"
    services.notes.add(table=0, round_=0, kind=Kind.IDEA, text=said)
    presenter.reload()
    return NamesDialog(presenter, window)


def share(window):
    """The address of a server, and why it was of no use."""
    dialogue = AddressDialog(
        _("Share on a server"), _("Share on a server"), _("Share the café"), refuse, window
    )
    dialogue.address_edit.setText("postgresql://wcafe@hall.local/wcafe")
    dialogue.do_button.click()
    return dialogue


def refuse(address):
    raise ServerGone(path=address.name, reason="?")


def password(window):
    """A password that did not fit, on a computer without a keyring."""
    address = SharedAddress.parse("postgresql://wcafe@hall.local/wcafe")
    return PasswordDialog(
        address, _("This password does not fit. Try again."), can_keep=False, parent=window
    )


def wait(window):
    """The café on its way to a server, after it is too late to cancel."""
    sentence = _("Sharing {file} on {server}…").format(file="rue.wcafe", server="hall.local/wcafe")
    dialogue = WaitDialog(sentence, "", lambda: False, window)
    dialogue.reject()
    return dialogue


DIALOGUES = {
    "share": share,
    "password": password,
    "wait": wait,
    "names": names,
    "merge": merge,
    "name-taken": name_taken,
    "choose-theme": choose_theme,
    "rehearsal": rehearsal,
    "walk-in": walk_in,
    "about": AboutWindow,
    "keys": KeysWindow,
    "pairs": lambda window: PairsDialog(window.page(Workspace.PLAN)._presenter, window),
    "crash": lambda _window: CrashWindow("Traceback: a bug"),
}
