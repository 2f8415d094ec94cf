"""Filled forms that come back: what a browser and a mail program make of the form is read again.

The mails are made here as browsers and mail programs make them: plain, quoted, folded, as a page
alone, in several encodings. The oracle is what was typed into the form.
"""

import random
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

import pytest

from wcafe.domain.amend_form import (
    AGREED,
    END,
    NAMED,
    OTHER,
    ROUND,
    TABLE,
    WHO,
    find_field,
    form_fields,
    own_key,
)
from wcafe.domain.amendments import Decision
from wcafe.domain.kinds import Kind
from wcafe.domain.synthesis import Statement, Theme
from wcafe.domain.text import clean
from wcafe.errors import MailTooLarge, NoFilledForm, OtherForm
from wcafe.intake.filled_form import MOST_BYTES, filled_in
from wcafe.services.filled_forms import read_form_file, read_form_text, understand

TODAY = date(2026, 12, 3)
HOSTILE = (
    "<script>alert(1)</script>",
    "name=Zoé\n1.1-zzzzzz=x",
    "=1+1",
    "« Déjà » — 🙂",
    "deux\n\nlignes",
    "> cité\n>> encore",
    "a=b\x00\x1b[2J",
    "' OR 1=1; DROP TABLE note; --",
)


@pytest.fixture
def told(cafe):
    """A café with a theme of two sentences, and one without."""
    notes = [cafe.notes.add(table=0, round_=0, kind=Kind.IDEA, text=f"N{n}") for n in (1, 2)]
    theme = cafe.synthesis.name_theme("Eau", notes=tuple(each.note for each in notes))
    for text in ("Un puits manque.", "Une fontaine suffit."):
        cafe.statements.write(theme.id, text, [notes[0].note])
    cafe.synthesis.name_theme("Ombre")
    return cafe


def body_of(shot, *, said=(), who="", agrees=False, table="", round_="", other=""):
    """Return what a browser makes of the form, all fields in their order, as text/plain has it."""
    own, lines = shot.cafe.id, []
    for place, field in enumerate(form_fields(shot.themes)):
        lines.append(f"{field.key}={dict(said).get(place, '')}")
    lines += [f"{own_key(OTHER, own)}={other}", f"{own_key(WHO, own)}={who}"]
    lines += [f"{own_key(NAMED, own)}={AGREED}"] if agrees else []
    lines += [f"{own_key(TABLE, own)}={table}", f"{own_key(ROUND, own)}={round_}"]
    return "\r\n".join([*lines, f"{own_key(END, own)}=-", ""])


def mail(body, **facts):
    made = EmailMessage(policy=SMTP)
    made["From"], made["Subject"] = "Zoé <zoe@example.org>", "Corrections : Notre rue"
    made["Date"] = "Sat, 28 Nov 2026 21:10:00 +0100"
    made.set_content(body, **facts)
    return made


def read(content, shot, name="m.eml"):
    return understand(filled_in(content, name), shot, TODAY)


def test_a_pasted_form_says_what_each_line_is_about_and_whose_it_is(told):
    shot = told.cafes.snapshot()
    text = body_of(
        shot, said={1: "Deux fontaines,\npas une.", 2: "Et le soir ?"}, who="Zoé", table="3",
        round_="1", other="Merci",
    )  # fmt: skip

    found = read_form_text(f"Bonjour,\n\n{text}-- \nZoé", "…", shot, TODAY)

    eau, ombre = shot.themes
    assert [(each.text, each.theme, each.statement) for each in found.new] == [
        ("Deux fontaines,\npas une.", eau.id, eau.statements[1].id),
        ("Et le soir ?", ombre.id, None),
        ("Merci", None, None),
    ]
    first = found.new[0]
    assert (first.who, first.may_be_named, first.table, first.round) == ("Zoé", False, 2, 0)
    assert (first.way, first.came) == ("form", TODAY)
    assert found.unread == ("Bonjour,", "--", "Zoé")


def test_a_mail_is_dated_by_the_day_it_was_sent(told):
    shot = told.cafes.snapshot()
    found = read(mail(body_of(shot, said={0: "Non."}, agrees=True)).as_bytes(), shot)

    assert found.new[0].came == date(2026, 11, 28)
    assert found.new[0].may_be_named


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("transfer", ["base64", "quoted-printable"])
def test_however_a_mail_program_writes_it_down_it_says_the_same(told, charset, transfer):
    shot = told.cafes.snapshot()
    body = body_of(shot, said={0: "« Déjà » fait à l’été".replace("’", "'")})
    content = mail(body, charset=charset, cte=transfer).as_bytes()

    assert [each.text for each in read(content, shot).new] == ["« Déjà » fait à l'été"]


def as_page(body):
    return f"<html><head><style>p {{}}</style></head><body>{escape(body)}</body></html>"


def test_a_mail_that_is_a_page_alone_is_read_and_nothing_of_it_runs(told):
    shot = told.cafes.snapshot()
    body = body_of(shot, said={0: "<b>Non</b> & <script>x</script>"})
    page = as_page(body).replace("\r\n", "<br>\r\n")
    made = mail("", subtype="plain")
    made.set_content(page, subtype="html")

    assert [each.text for each in read(made.as_bytes(), shot).new] == [
        "<b>Non</b> & <script>x</script>"
    ]


def test_a_forwarded_and_a_quoted_mail_is_read(told):
    shot = told.cafes.snapshot()
    body = body_of(shot, said={0: "Non,\r\npas tous."})
    quoted = "\n".join(f"> {line}" for line in body.splitlines())
    forwarded = mail("Voir ci-joint.")
    forwarded.add_attachment(mail(body))

    for content in (mail(f"Il écrit :\n{quoted}").as_bytes(), forwarded.as_bytes()):
        assert [each.text for each in read(content, shot).new] == ["Non,\npas tous."]


def test_lines_that_a_mail_program_broke_are_joined(told):
    shot = told.cafes.snapshot()
    words = " ".join(["mot"] * 60)
    body = body_of(shot, said={0: words}).replace(
        "mot mot mot mot mot ", "mot mot mot mot mot \r\n"
    )
    made = mail(body)
    made.set_param("format", "flowed")

    assert [each.text for each in read(made.as_bytes(), shot).new] == [words]


def test_the_same_mail_twice_adds_nothing_decided_or_not(told):
    shot = told.cafes.snapshot()
    content = mail(body_of(shot, said={0: "Non.", 1: "Si."}, who="Zoé")).as_bytes()
    first = read(content, shot)
    told.amendments.put({each.id: each for each in first.new})
    told.amendments.decide(first.new[0].id, Decision.DECLINED, "déjà dit")

    again = read(content, told.cafes.snapshot())

    assert again.new == ()
    assert {each.id for each in again.known} == {each.id for each in first.new}
    assert (first + first).new == first.new, "twice in one go too"
    other = read(mail(body_of(shot, said={0: "Non."}, who="Ana")).as_bytes(), told.cafes.snapshot())
    assert len(other.new) == 1, "another person says the same"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words_and_turn_into_no_other_field(told, words):
    shot = told.cafes.snapshot()
    found = read_form_text(body_of(shot, said={0: words}), "…", shot, TODAY)

    assert [each.text for each in found.new] == [clean(words)]
    assert found.new[0].who == ""


def test_a_sentence_is_found_when_its_number_has_changed_and_one_that_went_is_told(told):
    shot = told.cafes.snapshot()
    text = body_of(shot, said={0: "Un.", 1: "Deux."})
    theme = shot.themes[0]
    told.statements.remove(theme.statements[0].id)

    found = read_form_text(text, "…", told.cafes.snapshot(), TODAY)

    assert [each.statement for each in found.new] == [None, theme.statements[1].id]
    assert found.gone == 1


def test_of_two_fields_with_one_mark_the_number_decides_and_else_none():
    theme = Theme(id="t", name="Eau", statements=(Statement(id="s", text="Un."),))
    fields = form_fields((theme, Theme(id="s", name="Ombre")))
    assert fields[0].key.rpartition("-")[2] == fields[1].key.rpartition("-")[2]

    assert find_field(fields[0].key, fields) == fields[0]
    assert find_field(fields[1].key, fields) == fields[1]
    assert find_field(fields[0].key.replace("1.1", "7.7"), fields) is None


def test_what_is_no_form_of_this_café_changes_nothing_and_says_so(told):
    shot = told.cafes.snapshot()
    for content in (b"", b"Bonjour", b"From: a@b\n\nrien", b"\xff\xfe\x00", b"\x89PNG\r\n" * 99):
        with pytest.raises(NoFilledForm):
            filled_in(content, "m.txt")
    foreign = body_of(shot, said={0: "Non."}).replace(own_key("", shot.cafe.id), "-000000")
    with pytest.raises(OtherForm):
        read_form_text(foreign, "…", shot, TODAY)
    with pytest.raises(MailTooLarge):
        filled_in(b"x" * (MOST_BYTES + 1), "m.eml")


def test_a_mail_of_parts_within_parts_without_an_end_is_refused():
    deep = "From: a@b\nMIME-Version: 1.0\n"
    for n in range(3000):
        deep += f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n'

    with pytest.raises(NoFilledForm):
        filled_in(deep.encode(), "m.eml")


def test_a_large_mail_is_read_where_it_can_do_no_harm(told, tmp_path):
    shot = told.cafes.snapshot()
    made = mail(body_of(shot, said={0: "Non."}))
    made.add_attachment(b"\0" * 300_000, maintype="image", subtype="png", filename="plan.png")
    path = tmp_path / "m.eml"
    path.write_bytes(made.as_bytes())

    assert [each.text for each in read_form_file(path, shot, TODAY).new] == ["Non."]


def test_a_correction_that_is_too_long_is_left_out_and_counted(told):
    shot = told.cafes.snapshot()
    long = "\n".join(["mot " * 1000] * 6)

    found = read_form_text(body_of(shot, said={0: long, 1: "Si."}), "…", shot, TODAY)

    assert ([each.text for each in found.new], found.cut) == (["Si."], 1)


def test_a_table_that_is_no_number_is_told_and_not_guessed(told):
    shot = told.cafes.snapshot()
    text = body_of(shot, said={0: "Non."}, table="la nôtre", round_="0")

    found = read_form_text(text, "…", shot, TODAY)

    assert (found.new[0].table, found.new[0].round) == (None, None)
    assert found.unread == ("la nôtre", "0")


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_around_a_form_break_nothing(told, seed):
    chance, shot = random.Random(seed), told.cafes.snapshot()
    content = bytearray(mail(body_of(shot, said={0: "Non."})).as_bytes())
    for _change in range(chance.randrange(40)):
        content[chance.randrange(len(content))] = chance.randrange(256)

    try:
        found = read(bytes(content), shot)
    except (NoFilledForm, OtherForm):
        return
    assert all(each.text for each in found.new)
