"""The etiquette of a World Café, as guides agree on it (METHOD.md)."""

from wcafe.i18n import N_

ETIQUETTE = (
    N_("Focus on what matters."),
    N_("Contribute what you think and know."),
    N_("Speak with mind and heart."),
    N_("Listen to understand."),
    N_("Link ideas with each other."),
    N_("Listen together for deeper questions."),
    N_("Play, doodle, draw."),
    N_("Have fun."),
)
