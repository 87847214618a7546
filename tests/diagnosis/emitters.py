"""Lets broken snippets raise, and prints each exception through the programs that people's tracebacks come from.

Run as a program in a process of its own: it prints {snippet: {"line": ..., "texts": {emitter: text}}} as JSON.
"""

import contextlib
import gc
import io
import json
import logging
import sys
import tempfile
import traceback
import unittest
import warnings
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from unittest import mock

SNIPPETS = Path(__file__).parents[2] / "snippets"
SLUGS = (
    "lazy-load-relationship", "serialization-lazy-load", "create-all-without-run-sync", "sync-engine-async-driver",
    "await-inside-sync-callback",
)  # fmt: skip
PYTEST_STYLES = ("long", "short", "native", "line", "auto", "short coloured")
Emitter = Callable[[BaseException], str]


class Ascii(io.StringIO):
    """A terminal that knows no box characters."""

    @property
    def encoding(self) -> str:
        return "ascii"


def run(slug: str) -> None:
    """Runs a snippet's broken program in this process."""
    path = SNIPPETS / slug / "broken.py"
    exec(compile(path.read_text(), str(path), "exec"), {"__name__": "__main__", "__file__": str(path)})


def caught(slug: str) -> BaseException:
    """What the broken program raises."""
    try:
        run(slug)
    except Exception as error:
        return error
    raise AssertionError(f"{slug}/broken.py raised nothing")


def own_line(error: BaseException, slug: str) -> int:
    """The deepest line of the program itself."""
    return [
        f.lineno or 0 for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(f"{slug}/broken.py")
    ][-1]


def plain(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def by_logging(error: BaseException) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log = logging.Logger("app")
    log.addHandler(handler)
    log.error("request failed", exc_info=error)
    return stream.getvalue()


def uncoloured_rich() -> contextlib.AbstractContextManager[object]:
    """Spares rich the colouring of every library file, which takes most of the time; the layout is the same."""
    from rich.traceback import Traceback

    return mock.patch.object(Traceback, "_guess_lexer", return_value="text")


def by_rich(width: int, *, locals_: bool = False, stream: type[io.StringIO] = io.StringIO) -> Emitter:
    def emit(error: BaseException) -> str:
        from rich.console import Console
        from rich.traceback import Traceback

        file = stream()
        shown = Traceback.from_exception(type(error), error, error.__traceback__, width=width, show_locals=locals_)
        Console(file=file, width=width).print(shown)
        return file.getvalue()

    return emit


def by_loguru(**options: bool) -> Emitter:
    def emit(error: BaseException) -> str:
        from loguru import logger

        stream = io.StringIO()
        logger.remove()
        logger.add(stream, **options)
        logger.opt(exception=error).error("failed")
        return stream.getvalue()

    return emit


def by_structlog(*names: str) -> Emitter:
    def emit(error: BaseException) -> str:
        import structlog

        known = {
            "dict": [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()],
            "json": [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()],
            "indented": [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer(indent=2)],
            "rich": [
                structlog.dev.ConsoleRenderer(
                    colors=False, exception_formatter=structlog.dev.RichTracebackFormatter(width=100)
                )
            ],
            "plain": [structlog.dev.ConsoleRenderer(colors=True, exception_formatter=structlog.dev.plain_traceback)],
        }
        stream = io.StringIO()
        log = structlog.wrap_logger(structlog.PrintLogger(stream), processors=known[names[0]])
        log.error("failed", exc_info=(type(error), error, error.__traceback__))
        return stream.getvalue()

    return emit


def by_json_logger(error: BaseException) -> str:
    from pythonjsonlogger.json import JsonFormatter

    record = logging.LogRecord(
        "app", logging.ERROR, "app.py", 3, "failed", (), (type(error), error, error.__traceback__)
    )
    return JsonFormatter("%(asctime)s %(levelname)s %(message)s").format(record)


def by_ipython(kind: str, **options: str) -> Emitter:
    def emit(error: BaseException) -> str:
        from IPython.core import ultratb

        shower = getattr(ultratb, kind)(theme_name="nocolor", **options)
        return str(shower.text(type(error), error, error.__traceback__))

    return emit


def by_stackprinter(error: BaseException) -> str:
    import stackprinter

    return str(stackprinter.format(error))


def by_better_exceptions(error: BaseException) -> str:
    import better_exceptions

    return "".join(better_exceptions.format_exception(type(error), error, error.__traceback__))


def by_django(view: str) -> Emitter:
    def emit(error: BaseException) -> str:
        import django
        from django.conf import settings
        from django.views.debug import ExceptionReporter

        if not settings.configured:
            settings.configure(DEBUG=True, SECRET_KEY="none")
            django.setup()
        reporter = ExceptionReporter(None, type(error), error, error.__traceback__)
        if view == "mail":
            return str(reporter.get_traceback_text())
        box = reporter.get_traceback_html().rpartition('id="traceback_area"')[2]
        return unescape(box.partition(">")[2].partition("</textarea>")[0])

    return emit


def by_unittest(error: BaseException) -> str:
    class Case(unittest.TestCase):
        def test_it(self) -> None:
            raise error

    stream = io.StringIO()
    unittest.TextTestRunner(stream=stream).run(Case("test_it"))
    return stream.getvalue()


def by_lambda(error: BaseException) -> str:
    stack = traceback.format_list(traceback.extract_tb(error.__traceback__))
    return json.dumps(
        {"errorMessage": str(error), "errorType": type(error).__name__, "requestId": "9", "stackTrace": stack}
    )


def grouped(error: BaseException) -> str:
    import asyncio

    async def fail() -> None:
        raise error

    async def main() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())

    try:
        asyncio.run(main())
    except BaseExceptionGroup as group:
        return plain(group)
    raise AssertionError("the group swallowed it")


def raised_from(error: BaseException) -> str:
    try:
        raise RuntimeError("could not show the page") from error
    except RuntimeError as newer:
        return plain(newer)


EMITTERS: dict[str, Emitter] = {
    "traceback": plain,
    "logging": by_logging,
    "rich 80": by_rich(80),
    "rich 100": by_rich(100),
    "rich locals": by_rich(100, locals_=True),
    "rich ASCII": by_rich(100, stream=Ascii),
    "rich ASCII locals": by_rich(80, locals_=True, stream=Ascii),
    "loguru": by_loguru(diagnose=False, backtrace=False),
    "loguru diagnose": by_loguru(diagnose=True, backtrace=True),
    "loguru colours": by_loguru(diagnose=True, colorize=True),
    "loguru serialize": by_loguru(serialize=True),
    "structlog dict": by_structlog("dict"),
    "structlog dict, indented": by_structlog("indented"),
    "structlog JSON": by_structlog("json"),
    "structlog rich": by_structlog("rich"),
    "structlog plain": by_structlog("plain"),
    "python-json-logger": by_json_logger,
    "IPython verbose": by_ipython("VerboseTB"),
    "IPython context": by_ipython("FormattedTB", mode="Context"),
    "IPython plain": by_ipython("FormattedTB", mode="Plain"),
    "IPython list": by_ipython("ListTB"),
    "stackprinter": by_stackprinter,
    "better_exceptions": by_better_exceptions,
    "Django copy view": by_django("copy"),
    "Django mail": by_django("mail"),
    "unittest": by_unittest,
    "Lambda": by_lambda,
    "TaskGroup": grouped,
    "raised from": raised_from,
}


def by_pytest(style: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Each snippet's own part of a pytest report."""
    import pytest

    tests = [f"def test_{slug.replace('-', '_')}():\n    run({slug!r})\n" for slug in SLUGS]
    file = folder / f"test_{style.partition(' ')[0]}.py"
    head = f"import sys\nsys.path.insert(0, {str(SNIPPETS)!r})\nfrom emitters import run\n"
    file.write_text("\n".join([head, *tests]))
    options = ["-p", "no:cacheprovider", "-p", "no:django", "-W", "ignore", "-c", "/dev/null"]
    colour = "yes" if style.endswith("coloured") else "no"
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        pytest.main([*options, f"--color={colour}", f"--tb={style.partition(' ')[0]}", str(file)])
    body = out.getvalue().partition("= FAILURES =")[2].partition("= short test summary")[0]
    if style == "line":
        yield from zip(SLUGS, [line for line in body.split("\n") if line.startswith("/")], strict=True)
        return
    for slug in SLUGS:
        title = f" test_{slug.replace('-', '_')} __"
        section = body.partition(title)[2].lstrip("_").partition("_____ test_")[0]
        yield slug, f"=== FAILURES ===\n_____{title}___{section}"


def main() -> None:
    """Prints what all of them print."""
    sys.path[:0] = [str(SNIPPETS), str(Path(__file__).parent)]
    warnings.simplefilter("ignore")
    found: dict[str, dict[str, object]] = {}
    with uncoloured_rich():
        for slug in SLUGS:
            line = own_line(caught(slug), slug)
            found[slug] = {
                "line": line,
                "texts": {name: emit(caught(slug)) for name, emit in EMITTERS.items()},
            }
            gc.collect()
    with tempfile.TemporaryDirectory() as folder:
        for style in PYTEST_STYLES:
            for slug, text in by_pytest(style, Path(folder)):
                found[slug]["texts"][f"pytest {style}"] = text
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
