"""The choice among the views of Harvest, at the head of its page."""

from wcafe.ui.notes.views import View
from wcafe.ui.widgets.segments import Segments
from wcafe.ui.words import _


def view_choice(shown: View) -> Segments:
    """Return a choice among all views, in which the one that is `shown` is chosen."""
    views = Segments(_("How the notes are shown"))
    names = {
        View.TABLE: (_("By table"), _("Tables")),
        View.THEME: (_("By theme"), _("Themes")),
        View.PROMPT: (_("By prompt"), _("Prompts")),
        View.GALLERY: (_("Gallery"), _("Gallery")),
        View.PHOTOS: (_("Photos"), _("Photos")),
    }
    views.show_choices([names[view][0] for view in View], short=[names[view][1] for view in View])
    views.setCurrentIndex(shown.place)
    return views
