"""Which library a frame belongs to, and how its own people spell it."""

import re
from collections.abc import Iterable

SPELLED = {
    "sqlalchemy": "SQLAlchemy",
    "fastapi": "FastAPI",
    "starlette": "Starlette",
    "pydantic_core": "pydantic",
    "_pytest": "pytest",
    "pytest_asyncio": "pytest-asyncio",
    "django": "Django",
    "flask": "Flask",
    "celery": "Celery",
    "strawberry": "Strawberry",
    "alembic": "Alembic",
    "sqlmodel": "SQLModel",
    "numpy": "NumPy",
}
DRIVERS = {"asyncpg", "aiosqlite", "asyncmy", "aiomysql", "psycopg"}
KNOWN = {*SPELLED, *DRIVERS, "asyncio", "anyio", "greenlet", "pydantic", "uvicorn"}
PYTHON = re.compile(r"python\d[\d.]*$", re.IGNORECASE)
NAMES_SHOWN = 3


def library(file: str) -> str:
    """Names the library that a path, as printed, lies in; "library" when the path does not show it."""
    parts = re.split(r"[\\/]+", file)
    for index, part in enumerate(parts[:-1]):
        if part in ("site-packages", "dist-packages"):
            return spelled(parts[index + 1])
    for part in parts:
        if part.removesuffix(".py") in KNOWN:
            return spelled(part)
    if file.startswith("<frozen") or any(PYTHON.match(part) for part in parts):
        return "Python"
    return "library"


def spelled(package: str) -> str:
    """Spells a package's name."""
    name = package.removesuffix(".py")
    return SPELLED.get(name, name)


def folded(files: Iterable[str]) -> str:
    """Says what a run of library frames is: "27 SQLAlchemy frames"."""
    names: dict[str, int] = {}
    for file in files:
        name = library(file)
        names[name] = names.get(name, 0) + 1
    count = sum(names.values())
    word = "frame" if count == 1 else "frames"
    if len(names) == 1:
        return f"{count} {next(iter(names))} {word}"
    common = [name for name in sorted(names, key=lambda name: -names[name]) if name != "library"]
    rest = " and others" if len(common) > NAMES_SHOWN else ""
    return f"{count} library {word}: {', '.join(common[:NAMES_SHOWN])}{rest}"
