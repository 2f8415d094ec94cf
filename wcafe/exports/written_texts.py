"""Which text is told in which format; what writes a format is loaded when it is asked for."""

from wcafe.i18n import words_for
from wcafe.services.cafe import Snapshot


def made_text(what: str, format_: str, snapshot: Snapshot) -> bytes:
    """Return the synthesis (`notes`) or the sheets of the themes (`themes`) as a file.

    Args:
        what: which of the two.
        format_: `docx`, `html` or `md`.
        snapshot: the café.
    """
    words = words_for(snapshot.cafe.language)
    if what == "themes":
        from wcafe.exports.texts.sheets import theme_sheets as told
    else:
        from wcafe.exports.texts.synthesis import synthesis_text as told
    document = told(snapshot, words)
    if format_ == "docx":
        from wcafe.exports.word import to_docx

        return to_docx(document, words)
    if format_ == "html":
        from wcafe.exports.web_page import to_html

        return to_html(document, words).encode()
    from wcafe.exports.markdown import to_markdown

    return to_markdown(document).encode()
