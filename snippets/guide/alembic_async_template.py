from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from alembic import command
from alembic.config import Config

config = Config()
config.set_main_option("script_location", "migrations")
config.set_main_option("sqlalchemy.url", "sqlite+aiosqlite:///library.db")

with redirect_stdout(StringIO()):
    command.init(Config("alembic.ini"), "migrations", template="async")
    env = Path("migrations/env.py")
    models = "from schema import Base\n\ntarget_metadata = Base.metadata"
    env.write_text(env.read_text().replace("target_metadata = None", models))
    command.revision(config, "authors and books", autogenerate=True, rev_id="first")

command.upgrade(config, "head")
command.current(config)
command.check(config)
