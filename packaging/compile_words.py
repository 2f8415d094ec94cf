"""Build hook: compile the translations, so that every wheel and checkout speaks French."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileWords(BuildHookInterface):
    """Turn each `wcafe.po` below `resources/locale` into the `wcafe.mo` that gettext reads."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for catalogue in Path(self.root, "resources", "locale").glob("*/LC_MESSAGES/wcafe.po"):
            compile_catalogue(catalogue)


def compile_catalogue(catalogue: Path) -> None:
    with catalogue.open("rb") as po:
        words = read_po(po, locale=catalogue.parents[1].name, abort_invalid=True)
    whole = catalogue.with_suffix(".new.mo")
    with whole.open("wb") as mo:
        write_mo(mo, words)
    whole.replace(catalogue.with_suffix(".mo"))  # somebody may be reading the old one


if __name__ == "__main__":
    for found in Path(__file__).parents[1].glob("resources/locale/*/LC_MESSAGES/wcafe.po"):
        compile_catalogue(found)
