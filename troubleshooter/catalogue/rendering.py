"""Markdown and Python source as HTML without inline styles; the lines in which two programs differ."""

import re
from difflib import SequenceMatcher
from functools import cache
from html import escape, unescape

import markdown
from markdown.extensions.toc import slugify
from pygments import highlight as pygments_highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from troubleshooter.catalogue.palette import coloured

TABLE = '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>'
FENCE = '<div class="highlight">'
FENCE_BOX = '<div class="highlight" tabindex="0" role="group" aria-label="Code">'
EMPTY_HEAD = re.compile(r"<th[^>]*></th>")
TOKEN = re.compile(r'<span class="(\w+)">([^<]*)</span>')
COLOURED = coloured()
IMPORT = re.compile(r"\s*(import|from)\s")


def render(text: str, prefix: str = "") -> str:
    """Markdown as HTML; raw HTML in it is shown, not obeyed. The ids of its headings start with `prefix`."""
    return _boxed(_converter(prefix).convert(text))


def render_whole(text: str, prefix: str = "") -> tuple[str, tuple[tuple[str, str], ...]]:
    """Markdown as HTML, and the id and the plain text of each heading of the highest level that it has."""
    converter = _converter(prefix)
    html = _boxed(converter.convert(text))
    tokens: list[dict[str, str]] = getattr(converter, "toc_tokens", [])
    return html, tuple((token["id"], unescape(token["name"])) for token in tokens)


def heading_id(title: str, prefix: str = "") -> str:
    """The id that a heading of this text gets, if it is the first of its kind."""
    return slugify(f"{prefix} {title}".strip(), "-")


def _boxed(html: str) -> str:
    """Tables and code in boxes that scroll, by keyboard as well, so that the page does not; no head of nothing."""
    html = html.replace("<table>", TABLE).replace("</table>", "</table></div>").replace(FENCE, FENCE_BOX)
    return EMPTY_HEAD.sub("<td></td>", html)


def _converter(prefix: str) -> markdown.Markdown:
    converter = markdown.Markdown(
        extensions=["tables", "toc", "pymdownx.highlight", "pymdownx.superfences"],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "toc": {
                "permalink": "#",
                "permalink_title": "Link to this heading",
                "slugify": lambda title, _: heading_id(title, prefix),
            },
            "pymdownx.highlight": {"guess_lang": False, "auto_title": False},
        },
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def highlight(source: str, mark: set[int] | frozenset[int] = frozenset(), name: str = "") -> str:
    """Python as HTML, an element for each line, `<mark>` for those to mark; ids `name-number` if named."""
    body = TOKEN.sub(_token, pygments_highlight(source, _lexer(), HtmlFormatter(nowrap=True))).rstrip("\n")
    lines = []
    for number, line in enumerate(body.split("\n"), 1):
        tag = "mark" if number in mark else "span"
        identity = f' id="{escape(name)}-{number}"' if name else ""
        lines.append(f'<{tag} class="line"{identity}>{line}\n</{tag}>')
    return f'<div class="highlight"><pre><code>{"".join(lines)}</code></pre></div>'


def _token(found: re.Match[str]) -> str:
    """A token as an element only if it has a colour: a page of programs has half as many elements then."""
    return found[0] if found[1] in COLOURED else found[2]


def marked_lines(broken: str, fixed: str) -> tuple[set[int], set[int]]:
    """The numbers of the lines that matter in each: they differ, indentation and imports aside."""
    before, after = broken.split("\n"), fixed.split("\n")
    matcher = SequenceMatcher(None, [x.strip() for x in before], [x.strip() for x in after], autojunk=False)
    changed = [opcode for opcode in matcher.get_opcodes() if opcode[0] != "equal"]
    return (
        _telling(before, [i for _, start, end, _, _ in changed for i in range(start, end)]),
        _telling(after, [i for _, _, _, start, end in changed for i in range(start, end)]),
    )


def _telling(lines: list[str], rows: list[int]) -> set[int]:
    """The given rows as line numbers, without blank lines, and without imports if anything else is left."""
    filled = [row for row in rows if lines[row].strip()]
    code = [row for row in filled if not IMPORT.match(lines[row])]
    return {row + 1 for row in code or filled}


@cache
def _lexer() -> PythonLexer:
    return PythonLexer(stripnl=False, ensurenl=True)
