from importlib.metadata import requires

BRINGS_GREENLET = {
    "asyncio": True,
    "postgresql-asyncpg": True,
    "aiosqlite": True,
    "asyncmy": True,
    "aiomysql": True,
    "postgresql-psycopg": False,
    "postgresql-psycopgbinary": False,
}

for extra, expected in BRINGS_GREENLET.items():
    wanted = [entry for entry in requires("sqlalchemy") if f'extra == "{extra}"' in entry]
    brings = any(entry.startswith(("greenlet", "sqlalchemy[asyncio]")) for entry in wanted)
    print(f"sqlalchemy[{extra}] brings greenlet: {brings}")
    assert wanted
    assert brings == expected
