"""The page for phones as it is shipped, with its phrases."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wcafe.i18n import LANGUAGES
from wcafe.paths import resource_dir
from wcafe.web.shell import Shell, read_shell
from wcafe.web.words import phone_phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is the same for every café: the page, and its phrases by language, as JSON."""

    shell: Shell
    phrases: Mapping[str, bytes]


@cache
def read_page() -> Page:
    phrases = {
        each: json.dumps(phone_phrases(each), ensure_ascii=False).encode() for each in LANGUAGES
    }
    return Page(shell=read_shell(resource_dir("phone")), phrases=phrases)
