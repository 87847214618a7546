"""What terminals, log collectors, chats and people do to a traceback: one function for each, from text to text."""

import html
import json
import re
from collections.abc import Callable, Iterator

Wrapper = Callable[[str], str]

STAMP = "2026-11-23T07:21:04"
NOISE = (
    'INFO:     127.0.0.1:52114 - "GET /health HTTP/1.1" 200 OK',
    "2026-11-23 07:21:01,114 INFO app.worker: heartbeat 3 of 9",
    '172.18.0.1 - - [23/Nov/2026:07:21:03 +0000] "GET /static/app.css HTTP/1.1" 304 0',
)
_HEADER = re.compile(r'  File "([^"]*)", line (\d+), in (.*)')
_FINAL = re.compile(r"[A-Za-z_][\w.]*(?:Error|Exception|Greenlet|Required|Available)\b")


def before_each(prefix: str) -> Wrapper:
    """A wrapper that puts one prefix before every line; `{n}` in it counts the lines."""
    return lambda text: "\n".join([prefix.replace("{n}", str(n)) + line for n, line in enumerate(text.split("\n"), 1)])


def interleaved(prefix: str, other: str) -> Wrapper:
    """A wrapper that lets a second service of the same log speak after every third line."""

    def wrap(text: str) -> str:
        lines: list[str] = []
        for n, line in enumerate(text.split("\n")):
            lines.append(prefix + line)
            if n % 3 == 2:
                lines.append(other + NOISE[n % len(NOISE)])
        return "\n".join(lines)

    return wrap


def cri_partial(text: str) -> str:
    """A container runtime's log, which cuts long lines into partial ones."""
    parts: list[str] = []
    for line in text.split("\n"):
        pieces = [line[at : at + 60] for at in range(0, len(line), 60)] or [""]
        parts.extend(f"{STAMP}.076123456Z stderr P {piece}" for piece in pieces[:-1])
        parts.append(f"{STAMP}.076123999Z stderr F {pieces[-1]}")
    return "\n".join(parts)


def cpython_colours(text: str) -> str:
    """The colours of CPython 3.13's own tracebacks."""
    lines = []
    for line in text.split("\n"):
        if found := _HEADER.fullmatch(line):
            file, number, function = found.groups()
            line = f'  File \x1b[35m"{file}"\x1b[0m, line \x1b[35m{number}\x1b[0m, in \x1b[35m{function}\x1b[0m'
        elif line.strip() and set(line.strip()) <= {"^", "~"}:
            line = re.sub(r"(\S+)", "\x1b[1;31m\\1\x1b[0m", line)
        elif _FINAL.match(line) and ": " in line:
            kind, _, message = line.partition(": ")
            line = f"\x1b[1;35m{kind}\x1b[0m: \x1b[35m{message}\x1b[0m"
        lines.append(line)
    return "\n".join(lines)


def loguru_colours(text: str) -> str:
    """The colours of loguru's sink on a terminal."""
    return f"{_LOGURU_HEAD} - failed\n{_HEADER.sub(_loguru_frame, text)}"


_LOGURU_HEAD = (
    "\x1b[32m2026-11-23 07:21:04.076\x1b[0m | \x1b[31m\x1b[1mERROR   \x1b[0m | \x1b[36mapp\x1b[0m:\x1b[36mf\x1b[0m"
)


def _loguru_frame(found: re.Match[str]) -> str:
    path, number, function = found.groups()
    base = path.rpartition("/")[2]
    file = f"\x1b[32m{path.removesuffix(base)}\x1b[0m\x1b[32m\x1b[1m{base}\x1b[0m"
    return f'  File "{file}", line \x1b[33m{number}\x1b[0m, in \x1b[35m{function}\x1b[0m'


def escape_as(escape: str) -> Wrapper:
    """A wrapper that colours, then replaces the escape character as some program or copy does."""
    return lambda text: cpython_colours(text).replace("\x1b", escape)


def json_field(text: str) -> str:
    """One record of a JSON formatter."""
    return json.dumps({"asctime": STAMP, "levelname": "ERROR", "message": "request failed", "exc_info": text})


def json_pretty(text: str) -> str:
    """The same record as a viewer unfolds it."""
    return json.dumps({"levelname": "ERROR", "message": "request failed", "exc_info": text}, indent=2)


def json_twice(text: str) -> str:
    """A record that a collector wrapped in its own."""
    return json.dumps({"log": json_field(text) + "\n", "stream": "stderr", "time": f"{STAMP}.1Z"})


def google_cloud(text: str) -> str:
    return json.dumps(
        {"severity": "ERROR", "jsonPayload": {"message": text}, "timestamp": f"{STAMP}Z", "insertId": "1x"}
    )


def open_telemetry(text: str) -> str:
    return json.dumps(
        {"body": "request failed", "severity_text": "ERROR", "attributes": {"exception.stacktrace": text}}
    )


def lambda_text(text: str) -> str:
    """AWS Lambda's own report: lone carriage returns, and hard spaces for the indentation."""
    indented = re.sub(r"^ +", lambda m: "\xa0" * len(m[0]), text, flags=re.MULTILINE)
    return f"[ERROR] Exception: failed\r{indented}".replace("\n", "\r")


def one_line(text: str) -> str:
    """A whole traceback folded into a line, as form fields and some chats do; the blank lines go."""
    return " ".join([line.strip() for line in text.split("\n") if line.strip()])


def html_escaped(text: str) -> str:
    return html.escape(text)


def html_page(text: str) -> str:
    return f'<pre class="log"><span class="line">{html.escape(text)}</span></pre>'


def html_breaks(text: str) -> str:
    return html.escape(text).replace("\n", "<br>\n")


def windows_paths(text: str) -> str:
    return re.sub(r'(?<=File ")/[^"]*', lambda m: windows_path(m[0]), text)


def windows_path(path: str) -> str:
    """What a path of the recorded program would be on Windows."""
    return "C:" + path.replace("/srv/app", "/Users/me/app").replace("/", "\\")


def smart_quotes(text: str) -> str:
    curled = re.sub(r'"([^"\n]*)"', r"“\1”", text)
    return re.sub(r"^ +", lambda m: "\xa0" * len(m[0]), curled, flags=re.MULTILINE)


def tabs(text: str) -> str:
    return re.sub(r"^ +", lambda m: "\t" * (len(m[0]) // 2), without_carets(text), flags=re.MULTILINE)


def indentation_lost(text: str) -> str:
    return "\n".join([line.strip() for line in text.split("\n")])


def blank_after_each(text: str) -> str:
    return text.replace("\n", "\n\n")


def hard_wrapped(width: int) -> Wrapper:
    """A wrapper that breaks lines at a column, in mid-word, as terminals do when one copies from them."""

    def pieces(line: str) -> Iterator[str]:
        yield from (line[at : at + width] for at in range(0, len(line), width)) if line else ("",)

    return lambda text: "\n".join([piece for line in text.split("\n") for piece in pieces(line)])


def without_carets(text: str) -> str:
    return "\n".join([line for line in text.split("\n") if not line.strip() or not set(line.strip()) <= {"^", "~"}])


def without_source(text: str) -> str:
    """Only the frames' headers, as log shippers that drop indented lines leave them."""
    kept: list[str] = []
    below_header = False
    for line in without_carets(text).split("\n"):
        if not (below_header and line.startswith("    ")):
            kept.append(line)
        below_header = bool(_HEADER.fullmatch(line)) or (below_header and line.startswith("    "))
    return "\n".join(kept)


def in_a_log(text: str) -> str:
    """A thousand lines of a log before, and a thousand after."""
    noise = "\n".join(
        [f"2026-11-23 07:{n // 60 % 60:02}:{n % 60:02},114 INFO app.worker: job {n} done" for n in range(1000)]
    )
    return f"{noise}\n2026-11-23 07:59:59,001 ERROR app: unhandled\n{text}\n{noise}"


WRAPPERS: dict[str, Wrapper] = {
    "plain": lambda text: text,
    "docker compose v1": before_each("web_1  | "),
    "docker compose v2": before_each("web-1  | "),
    "docker compose, two services": interleaved("web-1       | ", "worker-1    | "),
    "docker logs -t": before_each(f"{STAMP}.076123456Z "),
    "CRI": before_each(f"{STAMP}.076123456Z stderr F "),
    "CRI, partial lines": cri_partial,
    "kubectl --prefix": before_each("[pod/api-7d9f-abc/web] "),
    "stern": before_each("api-7d9f8b6c5-x2x9z web "),
    "stern, two pods": interleaved("api-7d9f8b6c5-x2x9z web ", "api-7d9f8b6c5-k4k7q web "),
    "journald": before_each("Nov 23 07:21:04 host gunicorn[123]: "),
    "journald, ISO": before_each(f"{STAMP}+0000 host python3[4711]: "),
    "syslog": before_each("<11>1 Nov 23 07:21:04 host app: "),
    "heroku": before_each(f"{STAMP}.076123+00:00 app[web.1]: "),
    "GitHub Actions": before_each(f"{STAMP}.0761234Z "),
    "GitHub Actions, tabs": before_each(f"test\tRun tests\t{STAMP}.0761234Z "),
    "GitHub annotation": before_each("##[error]"),
    "GitLab CI": lambda text: (
        f"section_start:1763882464:step_script\r\x1b[0K$ pytest\n{text}\nsection_end:1763882465:step_script\r\x1b[0K"
    ),
    "GitLab CI, stamps": before_each(f"{STAMP}.076123Z 01O "),
    "CloudWatch": before_each(f"{STAMP}.076Z\t"),
    "Azure": before_each(f"{STAMP}.0761234Z "),
    "Celery": before_each("[2026-11-23 07:21:04,227: ERROR/ForkPoolWorker-1] "),
    "logging prefix": before_each("2026-11-23 07:21:04,227 ERROR [app.api:57] req=00{n} "),
    "supervisor": before_each("app-web stderr | "),
    "header before": lambda text: f"2026-11-23 07:21:04,227 ERROR app.api: request failed\n{text}",
    "uvicorn": lambda text: f"ERROR:    Exception in ASGI application\n{text}",
    "gunicorn": lambda text: f"[2026-11-23 07:38:29 +0000] [11193] [ERROR] Error handling request /\n{text}",
    "quoted": before_each("> "),
    "quoted twice": before_each(">> "),
    "quoted in a quote": before_each("> > "),
    "comment": before_each("# "),
    "fence and prose": lambda text: (
        f"Hello, I get this since yesterday:\n\n```python\n{text}\n```\n\nAny idea? Thanks."
    ),
    "fence, quoted": lambda text: before_each("> ")(f"```\n{text}\n```"),
    "indented code block": before_each("    "),
    "shifted by a tab": before_each("\t"),
    "colours of CPython": cpython_colours,
    "colours of loguru": loguru_colours,
    "colours, escape lost": escape_as(""),
    "colours, ^[": escape_as("^["),
    "colours, rsyslog": escape_as("#033"),
    "HTML escaped": html_escaped,
    "HTML page": html_page,
    "HTML breaks": html_breaks,
    "JSON field": json_field,
    "JSON, pretty": json_pretty,
    "JSON, twice": json_twice,
    "JSON behind a log prefix": lambda text: f"2026-11-23 07:21:04 ERROR {json_field(text)}",
    "JSON in docker compose": lambda text: f"web-1  | {json_field(text)}",
    "Python repr": repr,
    "Python repr of a list": lambda text: repr(text.splitlines(keepends=True)),
    "Google Cloud": google_cloud,
    "OpenTelemetry": open_telemetry,
    "Lambda text": lambda_text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "lone CR": lambda text: text.replace("\n", "\r"),
    "hard spaces and smart quotes": smart_quotes,
    "tabs": tabs,
    "indentation lost": indentation_lost,
    "blank line after each": blank_after_each,
    "blank line after each, quoted": lambda text: before_each("> ")(blank_after_each(text)),
    "wrapped at 80": hard_wrapped(80),
    "wrapped at 100": hard_wrapped(100),
    "wrapped at 120": hard_wrapped(120),
    "wrapped at 80, in docker compose": lambda text: before_each("web-1  | ")(hard_wrapped(80)(text)),
    "one line": one_line,
    "Windows paths": windows_paths,
    "cat -n": before_each("   {n}\t"),
    "line numbers": before_each("{n}: "),
    "carets removed": without_carets,
    "source removed": without_source,
    "in a log": in_a_log,
    "BOM": lambda text: "\ufeff" + text,
}
