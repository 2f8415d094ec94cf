"""What can be printed: how each document is called, and how its file is."""

from wcafe.i18n import N_
from wcafe.ui.printed import SYNTHESIS

SHEETS = {
    SYNTHESIS: (N_("Synthesis"), N_("synthesis")),
    "badges": (N_("Badges"), N_("badges")),
    "table-list": (N_("List by table"), N_("tables")),
}
