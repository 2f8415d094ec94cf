"""The page for everybody: axe finds nothing, targets are big, and it works small and enlarged."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

AXE = (Path(__file__).parent / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FAULTS = """axe.run(document, {runOnly: TAGS}).then(({violations}) => JSON.stringify(
    violations.map(({id, nodes}) => [id, nodes.map((node) => node.html + node.failureSummary)])
))"""
SMALLEST = 44  # pixels of a target
LOOKS = [
    {"locale": "fr-FR", "color_scheme": "light", "viewport": {"width": 320, "height": 640}},
    {"locale": "en-GB", "color_scheme": "dark", "viewport": {"width": 320, "height": 640}},
    {"locale": "en-GB", "color_scheme": "light", "viewport": {"width": 1280, "height": 800}},
    {"locale": "fr-FR", "color_scheme": "dark", "viewport": {"width": 1280, "height": 800}},
]


def faults(phone):
    """Return what axe says is wrong. It comes in beside the page's policy, as a tool would."""
    tool = phone.context.new_cdp_session(phone.page)
    tool.send("Runtime.evaluate", {"expression": AXE})
    said = FAULTS.replace("TAGS", str(TAGS))
    told = tool.send("Runtime.evaluate", {"expression": said, "awaitPromise": True})
    tool.detach()
    return told["result"]["value"]


def fill(phone, server, room):
    """Bring everything there is onto the page."""
    room.statements = [{"id": "s1", "table": 1, "code": "B", "text": "Un lieu.", "verdict": None}]
    room.message = "Envoyez ce que vous avez : la récolte commence dans deux minutes. " * 2
    room.prompts, room.closed = ["Ce qui marche " * 4, "Ce qui manque", "À inventer " * 4], [1, 2]
    phone.join()
    phone.page.locator("#prompts-long summary").click()
    phone.page.locator("#prompt").select_option(index=1)
    phone.type("Un")
    phone.add()
    expect(phone.page.locator("#notes .saved")).to_have_count(1)
    expect(phone.page.locator("#notes .prompt")).to_have_count(1)
    assert [note.is_late for note in room.notes.values()] == [True]
    phone.type("UNFIT")
    phone.add()
    expect(phone.page.locator("#notes .needs")).to_have_count(1)
    server.fault = "lose_request"
    phone.type("W" * 300)
    phone.add()
    expect(phone.page.locator("#bar")).to_be_visible()
    phone.page.locator("#notes button").nth(2).click()
    phone.page.locator("#copy-all").click()
    phone.page.locator("#forget").click()
    phone.page.locator("#statements button").nth(1).click()
    expect(phone.page.locator("#amendment")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look.values())))
def test_axe_finds_nothing_and_nothing_is_too_small_or_too_wide(make_phone, server, room, look):
    phone = make_phone(**look)
    phone.visit()
    expect(phone.page.locator("#joining-title")).to_be_visible()
    assert faults(phone) == "[]"
    fill(phone, server, room)

    assert faults(phone) == "[]"
    small = phone.page.evaluate(
        """smallest => [...document.querySelectorAll(
            "button, select, summary, #code, textarea, .chip"
        )]
            .filter((piece) => piece.offsetParent)
            .filter((piece) => piece.offsetHeight < smallest || piece.offsetWidth < smallest)
            .map((piece) => piece.outerHTML)""",
        SMALLEST,
    )
    assert small == []
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= look["viewport"]["width"]


def test_axe_would_find_what_is_wrong(phone):
    phone.join()
    phone.page.evaluate("document.querySelector('label[for=words]').remove()")

    assert "label" in faults(phone)


@pytest.mark.parametrize("height", [256, 640])  # 1280 × 1024 at 400 %; a small phone
def test_nothing_stands_over_what_has_the_focus(make_phone, room, height):
    room.message = "Envoyez ce que vous avez : la récolte commence dans deux minutes."
    room.prompts = ["Ce qui marche", "Ce qui manque"]
    phone = make_phone(viewport={"width": 320, "height": height}).join()
    phone.note("Un")
    phone.is_saved("Un")
    hidden = []
    for _key in range(16):
        phone.page.keyboard.press("Tab")
        is_seen = phone.page.evaluate(
            """() => {
                const piece = document.activeElement;
                if (piece === document.body) return true;
                const box = piece.getBoundingClientRect();
                const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
                const there = document.elementFromPoint(x, y);
                return Boolean(there) && (piece === there || piece.contains(there));
            }"""
        )
        if not is_seen:
            hidden.append(phone.page.evaluate("document.activeElement.outerHTML"))

    assert hidden == []
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_code_can_be_pasted_and_all_is_reached_by_keyboard(phone, room):
    phone.visit()
    expect(phone.page.locator("#code")).to_be_visible()
    phone.page.locator("#code").focus()
    phone.page.keyboard.insert_text(" abcd 2345 ")
    phone.page.keyboard.press("Enter")
    expect(phone.page.locator("#where")).to_contain_text("Table 1")
    phone.page.locator("#words").focus()
    phone.page.keyboard.type("Par les touches")
    for _key in range(5):
        phone.page.keyboard.press("Tab")
        if phone.page.evaluate("document.activeElement.id") == "add":
            break
    phone.page.keyboard.press("Enter")

    phone.is_saved("Par les touches")
    assert room.texts == ["Par les touches"]
