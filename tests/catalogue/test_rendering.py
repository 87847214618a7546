"""Pages and programs as HTML that a strict content security policy accepts."""

import re

from troubleshooter.catalogue.rendering import highlight, marked_lines, render


def test_raw_html_is_shown_and_not_obeyed():
    html = render("<script>alert(1)</script>\n\nAn <b onclick='x'>attribute</b> of `<class 'Author'>`")
    assert "<script" not in html
    assert "<b" not in html
    assert "&lt;script&gt;" in html
    assert "<code>&lt;class 'Author'&gt;</code>" in html


def test_nothing_is_styled_inline():
    html = render("| a | b |\n|:--|--:|\n| 1 | 2 |\n\n```sh\nls -l\n```\n")
    assert "<table>" in html
    assert 'align="right"' in html
    assert '<div class="highlight" tabindex="0"' in html
    assert "style=" not in html


def test_a_table_scrolls_in_its_own_box_and_an_empty_corner_heads_nothing():
    html = render("| | a |\n|--|--|\n| b | 1 |\n")
    assert html.startswith('<div class="scroll" tabindex="0"')
    assert html.count("<th>") == 1
    assert html.endswith("</table></div>")


def test_a_heading_has_a_permalink_that_is_unique_to_its_section():
    html = render("### On Windows", "Confirm it")
    assert 'id="confirm-it-on-windows"' in html
    assert 'href="#confirm-it-on-windows"' in html


def test_a_fence_inside_a_list_stays_in_it():
    html = render("- First:\n\n    ```sh\n    ls\n    ```\n\n- Second")
    assert html.count("<li>") == 2
    assert html.index('<div class="highlight"') < html.index("Second")


def test_each_line_of_a_program_is_an_element_and_the_telling_ones_are_marked():
    html = highlight('"""Two\nlines."""\n\nprint(1 < 2)\n', {4}, "broken")
    assert re.findall(r'<(span|mark) class="line" id="([\w-]+)">', html) == [
        ("span", "broken-1"),
        ("span", "broken-2"),
        ("span", "broken-3"),
        ("mark", "broken-4"),
    ]
    assert "&lt;" in html
    assert "style=" not in html
    for line in re.findall(r'class="line"[^>]*>(.*)\n</', html):
        assert line.count("<span") == line.count("</span>")


def test_only_what_has_a_colour_is_an_element():
    html = highlight("def main(x):\n    return x + 1\n")
    assert re.findall(r'<span class="(\w+)">([^<]*)</span>', html) == [
        ("k", "def"),
        ("nf", "main"),
        ("k", "return"),
        ("mi", "1"),
    ]


def test_a_highlighted_program_keeps_its_text():
    source = "def main() -> None:\n\n    print('é')\n"
    text = re.sub(r"<[^>]+>", "", highlight(source))
    assert text.replace("&gt;", ">").replace("&#39;", "'") == source


def test_the_lines_that_differ_are_marked_in_both():
    broken = "import a\n\nx = 1\nprint(x)\nprint(y)\n"
    fixed = "import a\nimport b\n\nx = 2\nwith b:\n    print(x)\nprint(y)\n"
    assert marked_lines(broken, fixed) == ({3}, {4, 5})


def test_imports_are_marked_when_nothing_else_differs():
    assert marked_lines("import a\nrun()\n", "import b\nrun()\n") == ({1}, {1})


def test_equal_programs_have_no_marks():
    assert marked_lines("run()\n", "run()\n") == (set(), set())
