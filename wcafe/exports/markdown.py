"""A text as Markdown that any reader shows the same, and that no note can break."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from textwrap import indent

from wcafe.exports.texts.document import (
    Block,
    Figure,
    Grid,
    Heading,
    NewPage,
    Paragraph,
    Point,
    Points,
    Quote,
    Run,
    Runs,
    TextDocument,
)

_SIGNS = re.compile(r"([\\`*_\[\]|~$])")
_TAG = re.compile(r"<([^<>]*)>")
_STARTS = re.compile(r"^(\s*\d{0,9})([#\-+=.)>])")
_LINE_ENDS = re.compile(r"[^\S\n\u00a0\u202f]*\n[^\S\n\u00a0\u202f]*")
_ENDS_OF_HEADING = re.compile(r"(?<!\\)#")
_INDENT = " " * 4  # of a point below another one: what every reader takes for one
_BREAKS = re.compile(r"([^\n])\n(?!\n)")  # a line that ends in a paragraph

Escape = Callable[..., str]


def to_markdown(document: TextDocument) -> str:
    """Return `document` as CommonMark with tables; links lead to anchors in it."""
    wanted = frozenset(run.to for run in _all_runs(document) if run.to)
    lines = [f"# {_on_one_line(document.title)}", ""]
    lines += [" · ".join(map(_on_one_line, (document.kind, *document.lines))), ""]
    for block in document.blocks:
        lines += [*_block(block, wanted), ""]
    return "\n".join(lines)


def escaped(text: str, *, begins: bool = True) -> str:
    r"""Return `text` so that Markdown shows it as it is; line ends become hard breaks.

    Where it `begins` no line, a sign at its start means nothing.

    >>> escaped("![x](y) <img src=a>")
    '!\\[x\\](y) &lt;img src=a&gt;'
    >>> escaped("a -> b, 1 < 2")
    'a -> b, 1 &lt; 2'
    >>> escaped("1. *deux*\n\n    - trois"), escaped("- un", begins=False)
    ('1\\. \\*deux\\*\n\n\\- trois', '- un')
    """
    text = _LINE_ENDS.sub("\n", text)  # what is indented would be code
    safe = _SIGNS.sub(r"\\\1", text.replace("&", "&amp;"))
    safe = _TAG.sub(r"&lt;\1&gt;", safe).replace("<", "&lt;")
    first, *others = safe.split("\n")
    lines = [_at_line_start(first) if begins else first, *map(_at_line_start, others)]
    return _BREAKS.sub(r"\1  \n", re.sub(r"\n{2,}", "\n\n", "\n".join(lines)))


def _at_line_start(line: str) -> str:
    return _STARTS.sub(r"\1\\\2", line)


def _in_cell(text: str, *, begins: bool = True) -> str:
    """Return `text` escaped for a cell, which ends with its line."""
    return re.sub(r"\s*\n\s*", "<br>", escaped(text, begins=begins))


def _on_one_line(text: str) -> str:
    return _ENDS_OF_HEADING.sub(r"\\#", escaped(" ".join(text.split("\n"))))


def _block(block: Block, wanted: frozenset[str]) -> list[str]:
    anchored = partial(_anchored, wanted=wanted)
    match block:
        case Heading():
            title = anchored(_on_one_line(block.text), block.anchor)
            return [f"{'#' * (block.level + 1)} {title}"]
        case Paragraph():
            return [anchored(_runs(block.runs), block.anchor)]
        case Points():
            return [
                _behind(_sign(point), anchored(_runs(point.runs), point.anchor), point.depth)
                for point in block.points
            ]
        case Quote():
            said = anchored(_runs(block.runs), block.anchor)
            return indent(f"{said}\n\n— {_runs(block.source)}", "> ", lambda _line: True).split(
                "\n"
            )
        case Grid():
            return list(_table(block, wanted))
        case Figure():
            said = f"![{_on_one_line(block.alternative)}]({block.name})"
            return [said, "", escaped(block.caption)]
        case NewPage():
            return ["---"]


def _table(grid: Grid, wanted: frozenset[str]) -> Iterator[str]:
    yield f"| {' | '.join(map(_in_cell, grid.heads))} |"
    yield f"|{' --- |' * len(grid.heads)}"
    for row in grid.rows:
        first, *others = (_runs(cell, _in_cell) for cell in row.cells)
        yield f"| {' | '.join([_anchored(first, row.anchor, wanted=wanted), *others])} |"


def _sign(point: Point) -> str:
    return "- " if point.number is None else f"{point.number}. "


def _behind(sign: str, text: str, depth: int) -> str:
    """Return `text` behind the sign of a point, its further lines below its first."""
    first, *others = text.split("\n")
    lines = [sign + first, *(line and " " * len(sign) + line for line in others)]
    return indent("\n".join(lines), _INDENT * depth)


def _anchored(text: str, anchor: str, *, wanted: frozenset[str]) -> str:
    """Return `text` with the anchor before it, if any link leads there."""
    return f'<a id="{anchor}"></a>{text}' if anchor in wanted else text


def _runs(runs: Runs, escape: Escape = escaped) -> str:
    return "".join(_run(run, partial(escape, begins=not place)) for place, run in enumerate(runs))


def _run(run: Run, escape: Escape) -> str:
    bare = run.text.strip()
    if not bare or not (run.is_strong or run.to):
        return escape(run.text)
    before, after = run.text.split(bare, 1)
    said = escape(bare)
    said = f"**{said}**" if run.is_strong else said
    said = f"[{said}](#{run.to})" if run.to else said
    return f"{before}{said}{after}"


def _all_runs(document: TextDocument) -> Iterator[Run]:
    for block in document.blocks:
        match block:
            case Paragraph():
                yield from block.runs
            case Points():
                yield from (run for point in block.points for run in point.runs)
            case Quote():
                yield from (*block.runs, *block.source)
            case Grid():
                yield from (run for row in block.rows for cell in row.cells for run in cell)
            case _:
                pass
