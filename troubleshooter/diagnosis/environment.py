"""What the paste shows of its surroundings: SQLAlchemy line, Python, driver, framework."""

import re

from troubleshooter.diagnosis.model import Chain, Environment, Traceback

_LINE = re.compile(r"sqlalche\.me/e/(\d)(\d)/")
_PYTHON = re.compile(r"ython[- ]?(3)\.?(\d{1,2})(?![\d\w])|cpython-(3)(\d{1,2})-")
_CARETS = re.compile(r'^ *File "[^\n]{0,400}\n[^\n]{0,400}\n *[~^]{2,200}$', re.MULTILINE)
_WORD = re.compile(r"\w+")
_DRIVERS = (
    "asyncpg",
    "aiosqlite",
    "asyncmy",
    "aiomysql",
    "psycopg",
    "psycopg2",
    "pysqlite",
    "pymysql",
    "pg8000",
    "mysqldb",
)
_FRAMEWORKS = (
    ("FastAPI", {"fastapi"}),
    ("Litestar", {"litestar"}),
    ("Strawberry", {"strawberry"}),
    ("Sanic", {"sanic"}),
    ("Quart", {"quart"}),
    ("aiohttp", {"web_protocol.py", "web_app.py", "web_log.py"}),
    ("Starlette", {"starlette"}),
    ("Flask", {"flask"}),
    ("Django", {"django"}),
    ("Celery", {"celery", "ForkPoolWorker"}),
    ("Alembic", {"pyfiles.py"}),
    ("pytest", {"_pytest", "pytest_asyncio"}),
    ("IPython", {"IPython"}),
)
_PRINTED = (
    ("Sanic", ("\nMain  20",)),
    ("Celery", ("/ForkPoolWorker-",)),
    ("pytest", ("= FAILURES =", "\nFAILED ", " short test summary info ")),
    ("IPython", ("Cell In[", "Cell In [", "<ipython-input")),
)


def read_environment(traceback: Traceback) -> Environment:
    """What the readable lines show; each field None where they show nothing."""
    shown = _shown(traceback)
    said = "\n".join([_said(chain) for chain in traceback.chains] + _loose(traceback))
    framework = next((name for name, signs in _FRAMEWORKS if not signs.isdisjoint(shown)), None)
    return Environment(
        sqlalchemy=_sqlalchemy(said, shown),
        python=_python(traceback.paste.text),
        driver=next((name for name in _DRIVERS if name in shown), None),
        framework=framework or next((name for name, signs in _PRINTED if any(sign in said for sign in signs)), None),
    )


def _said(chain: Chain) -> str:
    """What a chain says in words, after the file of its last frame."""
    return "\n".join(
        [f"{raised.frames[-1].file if raised.frames else ''}\n{raised.message}" for raised in chain.raised]
    )


def _loose(traceback: Traceback) -> list[str]:
    return [traceback.paste.texts[row] for row in traceback.loose]


def _shown(traceback: Traceback) -> set[str]:
    """The parts of all library paths, and the words of all messages and loose lines."""
    files: set[str] = set()
    own: list[str] = []
    for chain in traceback.chains:
        for raised in chain.raised:
            files.update([frame.file for frame in raised.frames if not frame.in_app])
            own.extend([frame.code for frame in raised.frames if frame.in_app])
            own.extend((raised.type, raised.message))
    shown = set(_WORD.findall("\n".join([*own, *_loose(traceback)])))
    for file in files:
        parts = file.replace("\\", "/").split("/")
        shown.update(parts)
        shown.add(parts[-1].removesuffix(".py"))
    return shown


def _sqlalchemy(said: str, shown: set[str]) -> str | None:
    if found := _LINE.search(said):
        return f"{found.group(1)}.{found.group(2)}"
    if "can't call await_() here" in said or "_result_cy.py" in shown:
        return "2.1"
    return "2.0" if "_concurrency_py3k.py" in shown and "state_changes.py" in shown else None


def _python(text: str) -> str | None:
    if found := _PYTHON.search(text):
        return ".".join(group for group in found.groups() if group)
    if " lines>...\n" in text:
        return "3.13+"
    return "3.11+" if "^^\n" in text and _CARETS.search(text) else None
