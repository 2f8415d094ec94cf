"""Start wcafe: `python -m wcafe` and the command `wcafe`."""

import sys
from multiprocessing import freeze_support


def main() -> int:
    freeze_support()  # a frozen bundle starts its workers through here
    from wcafe.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
