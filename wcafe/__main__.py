"""Start wcafe: `python -m wcafe` and the command `wcafe`.

Nothing but `sys` is imported up here: `python -m` looks for modules in the current folder first,
until `main` puts an end to that. Ctrl+C is answered before anything else.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from wcafe.interrupts import Interrupts
    from wcafe.ui.window.doors import Doors


def main() -> int:
    """Open the window, or run a command; each loads only what it needs."""
    from wcafe.interrupts import Interrupts
    from wcafe.search_path import search_path

    interrupts = Interrupts()
    interrupts.watch()
    sys.path[:] = search_path()
    try:
        return _start(sys.argv[1:], interrupts)
    except KeyboardInterrupt:
        return interrupts.tell()
    finally:
        interrupts.over()


def _start(arguments: list[str], interrupts: "Interrupts") -> int:
    if getattr(sys, "frozen", False) and arguments == ["--worker"]:  # see workers.ASKED_TO_SERVE
        from wcafe.workers.worker import serve

        serve()
        return 0
    if arguments and not arguments[0].lower().endswith(".wcafe") and "://" not in arguments[0]:
        from wcafe.cli import run

        return run(arguments, interrupts)
    return _open_window(arguments, interrupts)


def _open_window(arguments: list[str], interrupts: "Interrupts") -> int:
    from wcafe.domain.shared_address import place_of
    from wcafe.errors.sharing import BadAddress, BadKey
    from wcafe.i18n import interface_language, words_for
    from wcafe.interrupts import CODE
    from wcafe.screen import has_screen, missing_packages, silent_screen

    interrupts.words = words_for(interface_language())
    _ = interrupts.words.gettext
    if not has_screen():
        sentence = _(
            "There is no screen to open a window on. “wcafe demo FOLDER” shows the whole "
            "job, “wcafe --help” lists the commands."
        )
        sys.stderr.write(f"wcafe: {sentence}\n")
        return 1
    if screen := silent_screen():
        sentence = _(
            "The screen {name} does not answer. “wcafe demo FOLDER” shows the whole job, "
            "“wcafe --help” lists the commands."
        )
        sys.stderr.write(f"wcafe: {sentence.format(name=screen)}\n")
        return 1
    if missing := missing_packages():
        sentence = _(
            "The window needs system libraries that are missing here. On Debian and its kin, "
            "install them with: sudo apt-get install {packages}"
        )
        sys.stderr.write(f"wcafe: {sentence.format(packages=' '.join(missing))}\n")
        return 1
    from wcafe.ui.window.start import run

    interrupts.working()
    try:
        asked = place_of(arguments[0]) if arguments else None
    except (BadAddress, BadKey) as error:
        sys.stderr.write(f"wcafe: {error.describe(interrupts.words)}\n")
        return 1
    code = run(_doors, asked)
    return interrupts.tell() if code == CODE else code


def _doors() -> "Doors":
    from wcafe.doors import doors  # the database takes its time to load

    return doors()


if __name__ == "__main__":
    sys.exit(main())
