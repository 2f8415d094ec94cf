"""A café on a server: the same rows to the letter, the same promises, and back again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.cafes import add_people
from tests.life import live
