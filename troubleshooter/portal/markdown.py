"""A diagnosis as Markdown, for an issue, a chat or a pull request."""

from collections.abc import Iterator

from troubleshooter.portal.presenting import Report


def as_markdown(report: Report, url: str) -> str:
    """Gives verdict, culprit, fix and evidence; not the paste."""
    return "\n".join(_lines(report, url)).strip() + "\n"


def _lines(report: Report, url: str) -> Iterator[str]:
    yield f"**{_line(report.verdict)}**"
    if report.node:
        yield from ("", f"{'Root cause' if report.cause else 'Open question'}: [{report.node.title}]({url})")
    if report.culprit:
        frame = report.culprit.frame
        where = frame.file if frame.line is None else f"{frame.file}:{frame.line}"
        yield from ("", f"Culprit: {_code(where)} in {_code(frame.function)}", *block(frame.code, "python"))
    if report.ways:
        way = report.ways[0]
        yield from ("", f"Fix: {way.title}", *block(way.code, "shell" if way.shell else "python"))
    if report.diagnosis.evidence:
        yield from ("", "Decided by:")
        for item in report.diagnosis.evidence:
            yield f"- line {item.line}: {_code(_line(item.text))}"
    if report.chips:
        yield from ("", f"Seen: {', '.join(report.chips)}")


def _line(text: str) -> str:
    return " ".join(text.split())


def _code(text: str) -> str:
    """Sets text as code, fenced by more backticks than it holds."""
    fence = "`" * (_longest_run(text) + 1)
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def block(text: str, language: str) -> tuple[str, ...]:
    """Gives text as a fenced block with a blank line above, by more backticks than it holds; nothing for no text."""
    if not text.strip():
        return ()
    fence = "`" * max(3, _longest_run(text) + 1)
    return "", f"{fence}{language}", text.strip("\n"), fence


def _longest_run(text: str) -> int:
    longest = run = 0
    for letter in text:
        run = run + 1 if letter == "`" else 0
        longest = max(longest, run)
    return longest
