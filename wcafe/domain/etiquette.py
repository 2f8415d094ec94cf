"""How people talk at a café table (METHOD.md): printed for every table and for the wall."""

from wcafe.i18n import N_

ETIQUETTE = (
    N_("Focus on what matters"),
    N_("Contribute"),
    N_("Speak with mind and heart"),
    N_("Listen to understand"),
    N_("Link ideas"),
    N_("Listen together for deeper questions"),
    N_("Play, doodle, draw"),
    N_("Have fun"),
)

LONGEST_RECAP = 2
"""Minutes that a host takes at most to tell newcomers what was said at the table."""
