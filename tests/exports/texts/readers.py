"""What texts hold as others read them: their words, their links, their skeleton."""

import io
import re
from html.parser import HTMLParser

import docx
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

OURS = re.compile(r'<a id="[a-z0-9-]+">|</a>|<br>')
"""The only tags that we write into Markdown."""


def words_in(format_, content):
    """Return all that a reader sees, with single blanks."""
    if format_ == "docx":
        return " ".join(words_of_docx(content).split())
    markup = content.decode()
    page = Page(markdown(markup) if format_ == "md" else markup)
    return " ".join("".join(page.words).split())


def markdown(content):
    """Return Markdown as HTML."""
    return MarkdownIt("commonmark").enable("table").render(content)


def tokens(content):
    """Return all tokens of Markdown, those inside of others too."""
    found = []
    for token in MarkdownIt("commonmark").enable("table").parse(content):
        found += [token, *(token.children or ())]
    return found


def words_of_docx(content):
    """Return the words of all paragraphs, in tables too, and of the foot of pages."""
    opened = docx.Document(io.BytesIO(content))
    seen = (qn("w:t"), qn("w:br"), qn("w:tab"))
    texts = [
        "".join(map(_seen, paragraph.iter(*seen)))
        for paragraph in opened.element.body.iter(qn("w:p"))
    ]
    return "\n".join([*texts, opened.sections[0].footer.paragraphs[0].text])


def _seen(element):
    return element.text or "" if element.tag == qn("w:t") else " "


class Page(HTMLParser):
    """An HTML page: its words, and its tags with what they say."""

    def __init__(self, markup):
        super().__init__()
        self.words, self.tags, self.ids, self.links = [], [], [], []
        self._is_hidden = False
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.tags.append((tag, said))
        self.ids += [said["id"]] if "id" in said else []
        self.links += [said["href"]] if "href" in said else []
        self._is_hidden = tag in ("style", "title")
        self.words += ["\n"] if tag not in ("a", "small", "strong", "span", "em") else []

    def handle_endtag(self, tag):
        self._is_hidden = False

    def handle_data(self, data):
        self.words += [] if self._is_hidden else [data]

    def named(self, tag):
        return [said for name, said in self.tags if name == tag]

    @property
    def skeleton(self):
        """Its tags and the names of what they say, without breaks of lines."""
        return [(tag, sorted(said)) for tag, said in self.tags if tag != "br"]
