"""What the paste shows of its surroundings: SQLAlchemy line, Python, driver, framework."""

import re

from troubleshooter.diagnosis.model import Environment, Traceback

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
    ("pytest", ("\nE   ", "= FAILURES =", "\nFAILED ")),
    ("IPython", ("Cell In[", "Cell In [", "<ipython-input")),
)


def read_environment(traceback: Traceback) -> Environment:
    """What the readable lines show; each field None where they show nothing."""
    text = f"\n{traceback.paste.text}"
    shown = _shown(traceback)
    framework = next((name for name, signs in _FRAMEWORKS if not signs.isdisjoint(shown)), None)
    return Environment(
        sqlalchemy=_sqlalchemy(text),
        python=_python(text),
        driver=next((name for name in _DRIVERS if name in shown), None),
        framework=framework
        or next((name for name, signs in _PRINTED if any(sign in text for sign in signs)), None),
    )


def _shown(traceback: Traceback) -> set[str]:
    """The parts of all library paths, and the words of all messages and loose lines."""
    shown: set[str] = set()
    folders: set[str] = set()
    for chain in traceback.chains:
        for raised in chain.raised:
            for frame in raised.frames:
                if frame.in_app:
                    shown.update(_WORD.findall(frame.code))
                else:
                    folder, _, name = frame.file.replace("\\", "/").rpartition("/")
                    folders.add(folder)
                    shown.update((name, name.removesuffix(".py")))
            shown.update(_WORD.findall(raised.type), _WORD.findall(raised.message))
    for folder in folders:
        shown.update(folder.split("/"))
    for row in traceback.loose:
        shown.update(_WORD.findall(traceback.paste.lines[row].text))
    return shown


def _sqlalchemy(text: str) -> str | None:
    if found := _LINE.search(text):
        return f"{found.group(1)}.{found.group(2)}"
    if "can't call await_() here" in text or "in _load_scalar_attributes" in text or "_result_cy.py" in text:
        return "2.1"
    if "_concurrency_py3k.py" in text and "in _exec_single_context" in text:
        return "2.0"
    return None


def _python(text: str) -> str | None:
    if found := _PYTHON.search(text):
        return ".".join(group for group in found.groups() if group)
    if " lines>...\n" in text:
        return "3.13+"
    return "3.11+" if "^^\n" in text and _CARETS.search(text) else None
