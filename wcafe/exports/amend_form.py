"""The form for corrections: one accessible HTML page that is filled in and sent by mail.

There is no server to send it to and no script in it. Where the organiser's contact holds an e-mail
address, the browser hands the filled form to the mail program, as lines that `domain.amend_form`
reads; else, and for whoever has no such program, it is printed or saved and sent as it is.
"""

import re
from functools import cache
from urllib.parse import quote

from jinja2 import Template

from wcafe.domain.amend_form import (
    AGREED,
    END,
    NAMED,
    OTHER,
    ROUND,
    TABLE,
    WHO,
    form_fields,
    own_key,
)
from wcafe.domain.lengths import LONG
from wcafe.domain.typography import typeset
from wcafe.exports.templates import html_templates
from wcafe.i18n import Words, words_for
from wcafe.services.cafe import Snapshot
from wcafe.written import long_day

_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")


def amend_form(snapshot: Snapshot) -> bytes:
    """Return the form in the language of the café, as UTF-8; all text is escaped by the template.

    Only statements stand here, and no note.
    """
    cafe = snapshot.cafe
    words = words_for(cafe.language)
    _ = words.gettext
    contact = cafe.publication.contact.strip()
    mail = _ADDRESS.search(contact)
    action = f"mailto:{mail[0]}?subject={quote(_subject(snapshot, words), safe='')}" if mail else ""
    page = _template().render(
        language=cafe.language,
        title=typeset(cafe.title, cafe.language),
        phrases=_phrases(words),
        sentences=_sentences(snapshot, words),
        on_paper=_without_mail(words, has_mail=bool(mail), has_address=bool(contact)),
        address=contact or cafe.organiser,
        action=action,
        themes=_themes(snapshot),
        keys={each: own_key(each, cafe.id) for each in (OTHER, WHO, NAMED, TABLE, ROUND, END)},
        agreed=AGREED,
        longest=LONG // 10,
    )
    return page.encode()


def _subject(snapshot: Snapshot, words: Words) -> str:
    return words.gettext("Corrections: {title}").format(title=snapshot.cafe.title[:80])


def _themes(snapshot: Snapshot) -> list[dict[str, object]]:
    language = snapshot.cafe.language
    fields = form_fields(snapshot.themes)
    texts = {said.id: said.text for theme in snapshot.themes for said in theme.statements}
    return [
        {
            "number": number,
            "name": typeset(theme.name, language),
            "headline": typeset(theme.headline, language),
            "rows": [
                {
                    "field": field,
                    "text": typeset(texts[field.statement], language) if field.statement else "",
                }
                for field in fields
                if field.theme == theme.id
            ],
        }
        for number, theme in enumerate(snapshot.themes, start=1)
    ]


def _sentences(snapshot: Snapshot, words: Words) -> list[str]:
    """Return how the form is filled in, and until when; that there is nothing yet to correct."""
    _ = words.gettext
    cafe = snapshot.cafe
    if not snapshot.themes:
        return [_("Nothing has been written yet that could be corrected sentence by sentence.")]
    told = [
        _("This is what was made of the notes. Where it is not what you said, write it below."),
        _("What you leave empty stands as it is."),
    ]
    publication = cafe.publication
    if publication.is_final:
        told.append(_("The final edition is out: what comes now is kept, and not printed in it."))
    elif publication.amend_until is not None:
        until = _("Corrections and additions are taken until {date}.")
        told.append(until.format(date=long_day(publication.amend_until, cafe.language)))
    told.append(_("Corrections are printed with the synthesis; a refusal says why."))
    return told


def _without_mail(words: Words, *, has_mail: bool, has_address: bool) -> str:
    """Return how the filled form gets back on paper, or where no mail program opens."""
    _ = words.gettext
    if has_mail:
        return _("If no mail opens, print this page or save it as a PDF, and send that:")
    if has_address:
        return _("Print this page, or save it as a PDF, and send it to:")
    return _("Print this page and give it to those who invited you.")


def _phrases(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "heading": _("Is this what you said?"),
        "about_theme": _("What is missing or wrong in this theme"),
        "more": _("Something else"),
        "other": _("What is missing, or wrong, and stands in no sentence above"),
        "you": _("About you"),
        "free": _("You may leave all of this empty."),
        "name": _("Your name"),
        "named": _("My name may be printed beside my corrections."),
        "table": _("Your table"),
        "round": _("Round"),
        "send": _("Send it"),
        "button": _("Write the mail"),
        "opens": _(
            "The button opens your mail program with what you wrote. Nothing is sent before you "
            "send the mail, and this page keeps nothing."
        ),
    }


@cache
def _template() -> Template:
    return html_templates().get_template("amend_form.html")
