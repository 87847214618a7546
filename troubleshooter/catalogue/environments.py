"""One virtual environment for each SQLAlchemy line, and what is in it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

SHOWN = ("sqlalchemy", "greenlet", "aiosqlite", "asyncpg", "psycopg", "asyncmy", "aiomysql")
ASK = f"""
import json, sys, sysconfig
from importlib.metadata import PackageNotFoundError, version
versions = {{}}
for name in {SHOWN}:
    try:
        versions[name] = version(name)
    except PackageNotFoundError:
        pass
versions["python"] = "%d.%d.%d" % sys.version_info[:3]
print(json.dumps([versions, sys.prefix, sysconfig.get_path("stdlib")]))
"""


@dataclass(frozen=True, slots=True)
class Environment:
    """An interpreter: what is installed in it, and where it and its standard library lie."""

    python: str
    versions: Mapping[str, str]
    prefix: str
    stdlib: str


def make(folder: Path, line: str, requirements: Path) -> Environment:
    """The environment of a SQLAlchemy line below `folder`, made if need be, and brought up to date."""
    place = folder / f"sqlalchemy-{line}"
    python = str(place / "bin" / "python")
    wanted = ["--upgrade", "-r", str(requirements), f"sqlalchemy[asyncio]~={line}.0"]
    uv = _uv()
    if uv:
        create = [*uv, "venv", "--quiet", "--python", sys.executable, str(place)]
        # Without bytecode each of a thousand runs would compile SQLAlchemy anew.
        install = [*uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python]
    else:
        create = [sys.executable, "-m", "venv", str(place)]
        install = [python, "-m", "pip", "install", "--quiet"]
    if not Path(python).exists():
        subprocess.run(create, check=True)
    subprocess.run([*install, *wanted], check=True)
    return describe(python)


def _uv() -> list[str]:
    """How to call uv; empty where there is none."""
    if uv := shutil.which("uv"):
        return [uv]
    return [sys.executable, "-m", "uv"] if find_spec("uv") else []


def describe(python: str = sys.executable) -> Environment:
    """What an interpreter says of itself."""
    said = subprocess.run([python, "-c", ASK], capture_output=True, text=True, check=True)
    return Environment(python, *json.loads(said.stdout))
