"""What came back: what tables say to the sentences, and corrections with what became of them."""

from collections.abc import Iterator

from wcafe.domain.amendments import Amendment, Decision
from wcafe.domain.text import join_names
from wcafe.domain.verdicts import Answer, Confirmation
from wcafe.exports.texts.document import Block, Grid, Look
from wcafe.exports.texts.telling import Telling
from wcafe.i18n import N_
from wcafe.written import in_digits

_MOST_TABLES = 12  # that are named behind a sentence

ANSWERS = {
    Answer.CONFIRMED: N_("confirmed by tables {tables}"),
    Answer.AMEND: N_("to be amended for tables {tables}"),
    Answer.NOT_OURS: N_("not theirs for tables {tables}"),
}
DECISIONS = {
    Decision.ACCEPTED: N_("accepted"),
    Decision.DECLINED: N_("declined"),
}
