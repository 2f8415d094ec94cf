"""The form for corrections: whole, accessible, inert, and read again as it was filled in."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from tests.reports.conftest import snapshot
from wcafe.domain.amend_form import AGREED, form_fields
from wcafe.domain.publication import Publication
from wcafe.exports import exported
from wcafe.services.filled_forms import read_form_text

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onfocus='x",
    "</textarea></form><form action=http://x>",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt; & &amp;",
    "javascript:alert(1)",
    "--><!-- ",
)


class Page(HTMLParser):
    """What stands in a page: its tags with their attributes, and its text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text.append(data)

    def of(self, *tags):
        return [attributes for tag, attributes in self.tags if tag in tags]


def form_of(shot=None, *, contact="Collectif\n12 rue de la Gare\nclimat@dinan.example", **facts):
    shot = shot or snapshot()
    publication = Publication(contact=contact, **facts)
    shot = replace(shot, cafe=replace(shot.cafe, publication=publication))
    return shot, Page(exported("html", shot, what="form").decode())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_field_has_a_label_and_nothing_is_asked_of_anybody(language):
    _shot, page = form_of(snapshot(language=language))

    fields = page.of("textarea", "input")
    ids = [each["id"] for each in fields if each.get("type") != "hidden"]
    assert set(ids) <= {each["for"] for each in page.of("label")}
    assert len(ids) == len(set(ids))
    names = {tag for tag, _attributes in page.tags}
    assert names.isdisjoint({"script", "img", "link", "iframe", "object", "svg"})
    addresses = [a[n] for _tag, a in page.tags for n in ("src", "href", "action") if n in a]
    assert len(addresses) == 1
    assert addresses[0].startswith("mailto:climat@dinan.example?subject=Correction")
    assert page.of("html")[0]["lang"] == language
    policy = next(a for a in page.of("meta") if a.get("http-equiv"))["content"]
    assert "default-src 'none'" in policy
    assert len(page.of("main")) == len(page.of("h1")) == 1


def test_what_is_filled_in_and_sent_is_read_again_field_by_field():
    shot, page = form_of()
    typed = {}
    lines = []
    for number, field in enumerate(page.of("textarea", "input")):
        if field.get("type") == "checkbox":
            lines.append(f"{field['name']}={field['value']}")
            assert field["value"] == AGREED
        elif field.get("type") == "hidden":
            lines.append(f"{field['name']}={field['value']}")
        else:
            typed[field["name"]] = f"Réponse {number}\r\nsuite"
            lines.append(f"{field['name']}={typed[field['name']]}")

    found = read_form_text("\r\n".join(lines), "…", shot, date(2026, 12, 1))

    about = {(each.theme, each.statement) for each in found.new}
    wanted = {(each.theme, each.statement) for each in form_fields(shot.themes)} | {(None, None)}
    assert about == wanted
    assert all(each.may_be_named and each.who.startswith("Réponse") for each in found.new)
    assert len(found.unread) == 2, "a table and a round that are no numbers"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_wherever_it_stands(text):
    shot = snapshot()
    theme = replace(shot.themes[0], name=text, headline=text)
    theme = replace(theme, statements=(replace(theme.statements[0], text=text),))
    cafe = replace(shot.cafe, title=text, organiser=text)
    shot = replace(shot, cafe=cafe, themes=(theme,))
    plain = form_of(replace(shot, cafe=replace(cafe, title="x", organiser="x"), themes=()))[1]

    shot, page = form_of(shot, contact=text)

    assert page.of("form")[0].keys() <= {"accept-charset", "autocomplete"}, "no address, no mail"
    extra = {tag for tag, _a in page.tags} - {tag for tag, _a in plain.tags}
    assert extra <= {"p", "div", "h2", "label", "textarea", "b", "address"}
    attributes = {name for _tag, a in page.tags for name in a}
    assert not any(name.startswith("on") for name in attributes)
    said = "".join(page.text).replace("\u202f", " ").replace("\u00a0", " ")
    assert said.count(text[:6].strip()) >= 4


def test_without_an_address_the_form_is_printed_and_has_no_button():
    _shot, page = form_of(contact="")
    assert page.of("button") == []
    assert "action" not in page.of("form")[0]


@pytest.mark.parametrize(
    "contact", ["a@b", "climat@@dinan.fr", "x@y.fr?cc=evil@z.fr", "a b@c.fr", "é@c.fr"]
)
def test_no_more_than_an_address_goes_into_the_link(contact):
    _shot, page = form_of(contact=contact)
    action = page.of("form")[0].get("action", "")
    assert action == "" or action.partition("?")[0] in ("mailto:x@y.fr", "mailto:b@c.fr")
    assert "cc=" not in action


def test_it_says_until_when_and_that_a_final_edition_is_out():
    open_ = "".join(form_of(amend_until=date(2026, 12, 1))[1].text)
    final = "".join(form_of(amend_until=date(2026, 12, 1), is_final=True)[1].text)
    assert "jusqu’au mardi 1er décembre 2026" in open_
    assert "définitive" in final
    assert "jusqu’au" not in final


def test_a_café_without_themes_gives_a_form_that_says_so():
    _shot, page = form_of(snapshot(notes=False))
    assert "Rien n’est encore écrit" in "".join(page.text)
    assert len(page.of("textarea")) == 1


def test_the_keys_of_sixty_sentences_leave_room_in_a_mail_of_two_thousand_characters():
    shot, _page = form_of()
    statement = shot.themes[0].statements[0]
    many = tuple(replace(statement, id=f"s{n}") for n in range(60))
    fields = form_fields((replace(shot.themes[0], statements=many),))
    assert sum(len(each.key) + 1 + len("%0D%0A") for each in fields) < 1200
