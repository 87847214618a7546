"""An Alembic project in a temporary directory: one revision, and the env.py that it is given."""

import atexit
import shutil
import tempfile
from pathlib import Path

from alembic.config import Config

REVISION = """
from alembic import op
from sqlalchemy import Column, Integer

revision, down_revision = "first", None

def upgrade():
    op.create_table("loan", Column("id", Integer, primary_key=True))
    print("the table loan was created")
"""


def project(env: str) -> Config:
    """Gives the configuration of a project on a new SQLite file, reached through aiosqlite."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    (folder / "versions").mkdir()
    (folder / "versions" / "first.py").write_text(REVISION)
    (folder / "env.py").write_text(env)
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.set_main_option("sqlalchemy.url", f"sqlite+aiosqlite:///{folder}/library.db")
    return config
