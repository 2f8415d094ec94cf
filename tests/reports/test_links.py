"""Links inside a document: they lead where they say, and screen readers are told."""

import io

import pikepdf
import pypdf
import pytest
from reportlab.platypus import PageBreak

from tests.reports.conftest import NOW
from tests.reports.test_conformance import failures
from wcafe.reports.pages.contents import contents
from wcafe.reports.pages.document import Sheet, render
from wcafe.reports.pages.links import Entry
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.runs import Face, Run, page_of
from wcafe.reports.pages.styles import BODY, LEAD, TITLE
from wcafe.reports.pages.words import Link

SHEET = Sheet(title="Liens", author="Nous", mark="-")


def made(*stories, paper=None):
    paper = paper or Paper("fr", NOW)
    story = [paper.text("Liens", TITLE, tag="H1", place="begin")]
    for each in stories:
        story += each(paper)
    return render(story, SHEET, paper)


def sentence(paper):
    number = Run(text="3", face=Face.RAISED, link=Link("note-3", "Vers la note 3"))
    other = Run(text="12", face=Face.RAISED, link=Link("note-12", "Vers la note 12"))
    comma = Run(text=", ", face=Face.RAISED)
    said = Run(text="On protège le bord.", place="said")
    return [paper.runs([said, number, comma, other, Run(text=" Et après ?")])]


def notes(paper, pages=2):
    back = Run(text="↑", face=Face.LEADS, link=Link("said", "Retour à la phrase"))
    story = []
    for number in (3, 12):
        story += [PageBreak()] * (pages - 1)
        story.append(paper.runs([Run(text="Un banc "), back], place=f"note-{number}"))
    return story


def annotations(pdf):
    """Yield the number of the page, from 1, and the annotation of each link."""
    for number, page in enumerate(pikepdf.open(io.BytesIO(pdf)).pages, start=1):
        for annotation in page.get("/Annots", []):
            yield number, annotation


def places(pdf):
    """Return the number of the page of each named place."""
    opened = pikepdf.open(io.BytesIO(pdf))
    pages = {page.objgen: n for n, page in enumerate(opened.pages, start=1)}
    found = pikepdf.NameTree(opened.Root.Names.Dests)
    return {str(name): pages[point[0].objgen] for name, point in found.items()}


def test_links_lead_to_the_pages_of_their_places_and_say_so():
    pdf = made(sentence, notes)
    led = [(page, str(each.Dest), str(each.Contents)) for page, each in annotations(pdf)]

    assert led == [
        (1, "note-3", "Vers la note 3"),
        (1, "note-12", "Vers la note 12"),
        (2, "said", "Retour à la phrase"),
        (3, "said", "Retour à la phrase"),
    ]
    assert places(pdf) == {"begin": 1, "said": 1, "note-3": 2, "note-12": 3}
    assert failures(pdf) == []


def test_each_link_is_an_element_of_its_sentence_with_its_annotation():
    pdf = pikepdf.open(io.BytesIO(made(sentence, notes)))
    paragraph = pdf.Root.StructTreeRoot.K[0].K[1]
    kinds = [str(kid.S) if isinstance(kid, pikepdf.Dictionary) else "text" for kid in paragraph.K]

    assert kinds == ["text", "/Link", "text", "/Link", "text"]
    link = paragraph.K[1]
    assert str(link.K[1].Type) == "/OBJR"
    number = int(link.K[1].Obj.StructParent)
    tree = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    assert tree[tree.index(number) + 1].objgen == link.objgen


def test_a_link_that_leads_nowhere_is_a_bug():
    with pytest.raises(RuntimeError, match="note-12"):
        made(sentence)


@pytest.mark.parametrize("word", ["intergénérationnellement", "</textarea><script>", "x" * 400])
def test_a_place_is_where_its_first_word_begins_however_that_is_cut(word):
    def sentences(paper):
        story = []
        for signs in range(60, 130):
            runs = [Run(text="mo " * (signs // 3) + "t" * (signs % 3 + 1))]
            runs += [Run(text=" "), Run(text=word, place=f"at-{signs}")]
            runs.append(Run(text="↑", face=Face.LEADS, link=Link(f"at-{signs}", "Là")))
            runs.append(Run(text=" Et après ?"))
            story.append(paper.runs(runs, LEAD))
        return story

    pdf = made(sentences)

    assert len(places(pdf)) == 1 + 70
    assert len(list(annotations(pdf))) >= 70


def test_numbers_of_pages_are_those_on_which_things_stand():
    def table(paper):
        entries = [Entry(title="Le début", place="begin"), Entry(title="Un banc", place="note-12")]
        entries.append(Entry(title="Phrase", place="said", depth=1))
        return contents(entries, paper, paper.root.add("TOC"))

    def page(paper):
        return [
            paper.runs([Run(text="Voir "), page_of("note-12", "Vers la note", "page {page} ›")])
        ]

    pdf = made(table, sentence, page, notes)
    text = " ".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())

    assert "Voir page 3 ›" in text
    assert "Le début 1 Un banc 3 Phrase 1" in text
    assert failures(pdf) == []
    opened = pikepdf.open(io.BytesIO(pdf))
    tags = [str(item.S) for item in opened.Root.StructTreeRoot.K[0].K[1].K]
    assert tags == ["/TOCI"] * 3


def test_what_follows_without_a_space_stays_on_the_line():
    paper = Paper("fr", NOW)
    number = Run(text="3", face=Face.RAISED, link=Link("x", "x"))
    for width in range(40, 300, 7):
        said = paper.runs([Run(text="On protège le bord ici."), number, Run(text=" Et ?")], BODY)
        said.wrap(width, 1000)
        lines = [line.text for line in said.lines]
        assert not any(line.startswith("3") for line in lines), lines
        assert "ici.3" in lines[-1] or "ici.3" in "".join(lines)


@pytest.mark.parametrize("said", ["", " ", "  a", "a  ", "a\n\nb", "مرحبا", "a " * 900])
def test_any_text_can_be_a_stretch(said):
    def story(paper):
        link = Link("begin", "Début")
        return [paper.runs([Run(text=said), Run(text=said, face=Face.BOLD, link=link)])]

    assert failures(made(story)) == []
