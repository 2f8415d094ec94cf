"""Which text is told in which format; what writes a format is loaded when it is asked for."""

from collections.abc import Mapping

from wcafe.domain.photos import PhotoId
from wcafe.i18n import words_for
from wcafe.services.cafe import Snapshot


def made_text(
    what: str,
    format_: str,
    snapshot: Snapshot,
    *,
    pictures: Mapping[PhotoId, bytes] | None = None,
) -> bytes:
    """Return the synthesis (`notes`) or the sheets of the themes (`themes`) as a file.

    Args:
        what: which of the two.
        format_: `docx`, `html` or `md`.
        snapshot: the café.
        pictures: the published photos that stand in the synthesis; `md` names their files.
    """
    words = words_for(snapshot.cafe.language)
    if what == "themes":
        from wcafe.exports.texts.sheets import theme_sheets

        document = theme_sheets(snapshot, words)
    else:
        from wcafe.exports.texts.synthesis import synthesis_text

        document = synthesis_text(snapshot, words, pictures)
    if format_ == "docx":
        from wcafe.exports.word import to_docx

        return to_docx(document, words)
    if format_ == "html":
        from wcafe.exports.web_page import to_html

        return to_html(document, words).encode()
    from wcafe.exports.markdown import to_markdown

    return to_markdown(document).encode()
