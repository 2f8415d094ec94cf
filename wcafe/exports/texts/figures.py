"""The café in figures, as tables; what is not known is left out."""

from collections import Counter
from collections.abc import Iterator

from wcafe.domain.kinds import Kind, kind_group
from wcafe.exports.texts.document import Block, Grid, Look
from wcafe.exports.texts.telling import Telling
from wcafe.services.known_figures import figures_known, seats_come_from


def in_figures(telling: Telling) -> Iterator[Block]:
    """Yield the chapter: what was counted, and how many notes there are of each kind."""
    _ = telling.words.gettext
    snapshot, voice, words = telling.snapshot, telling.voice, telling.words
    yield voice.heading(_("The café in figures"), "figures")
    rows = [
        voice.row(label, value)
        for value, label in figures_known(snapshot, len(telling.placing.themes), words)
    ]
    told = _("Figures of the café")
    yield Grid(told=told, heads=(_("What was counted"), _("Number")), rows=tuple(rows))
    if told := seats_come_from(snapshot, words):
        yield voice.paragraph(told, Look.CAPTION)
    if telling.has_kinds:
        kinds = Counter(note.kind for note in snapshot.notes)
        labels = snapshot.cafe.kind_labels
        yield Grid(
            told=_("Notes by kind"),
            heads=(_("Kind"), _("Notes")),
            rows=tuple(
                voice.row(kind_group(kind, words, labels), voice.number(kinds[kind]))
                for kind in Kind
                if kinds[kind]
            ),
        )
