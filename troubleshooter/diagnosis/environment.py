"""What the paste shows of its surroundings: SQLAlchemy line, Python, driver, framework."""

import re

from troubleshooter.diagnosis.model import Environment, Traceback

_LINE = re.compile(r"sqlalche\.me/e/(\d)(\d)/")
_DISTRIBUTION = re.compile(r"[Ss][Qq][Ll][Aa]lchemy(?:==|-| )v?(1\.4|2\.0|2\.1)(?:\.\d|\b)")
_PYTHON = re.compile(r"ython[- ]?(3)\.?(\d{1,2})(?![\d\w])|cpython-(3)(\d{1,2})-")
_CARETS = re.compile(r'^ *File "[^\n]{0,400}\n[^\n]{0,400}\n *[~^]{2,200}$', re.MULTILINE)
_DRIVERS = ("asyncpg", "aiosqlite", "asyncmy", "aiomysql", "psycopg", "psycopg2", "pysqlite", "pymysql", "pg8000", "mysqldb")
_SIGNS = ("/{0}.py", "-packages/{0}/", "+{0}:", "+{0}'", "({0}.", "'{0}.", " {0}.", "<{0}.", "\n{0}.", "'{0}'", '"{0}/', "/{0}/", ".{0}.")
_DRIVER_SIGNS = tuple((name, tuple(sign.format(name) for sign in _SIGNS)) for name in _DRIVERS)
_FRAMEWORKS = (
    ("FastAPI", ("/fastapi/", "fastapi.exceptions", "import FastAPI")),
    ("Litestar", ("/litestar/",)),
    ("Strawberry", ("/strawberry/",)),
    ("Sanic", ("/sanic/", "\nMain  20")),
    ("Quart", ("/quart/",)),
    ("aiohttp", ("/aiohttp/web",)),
    ("Starlette", ("/starlette/",)),
    ("Flask", ("/flask/",)),
    ("Django", ("/django/core/", "/django/utils/")),
    ("Celery", ("/celery/", "ForkPoolWorker")),
    ("Alembic", ("-packages/alembic/", "/bin/alembic")),
    ("pytest", ("\nE   ", "/_pytest/", "pytest_asyncio", "= FAILURES =", "\nFAILED ")),
    ("IPython", ("Cell In[", "Cell In [", "<ipython-input", "/IPython/")),
)


def read_environment(traceback: Traceback) -> Environment:
    """What the readable lines show; each field None where they show nothing."""
    text = "\n".join(["", *[line.text for line in traceback.paste.lines]])
    if "\\" in text:
        text = text.replace("\\", "/")
    return Environment(
        sqlalchemy=_sqlalchemy(text),
        python=_python(text),
        driver=next((name for name, signs in _DRIVER_SIGNS if name in text and any(sign in text for sign in signs)), None),
        framework=next((name for name, signs in _FRAMEWORKS if any(sign in text for sign in signs)), None),
    )


def _sqlalchemy(text: str) -> str | None:
    if found := _LINE.search(text):
        return f"{found.group(1)}.{found.group(2)}"
    if found := _DISTRIBUTION.search(text):
        return found.group(1)
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
