from inspect import signature

from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

URLS = {
    "postgresql+asyncpg://host/shop": "AsyncAdaptedQueuePool",
    "postgresql+psycopg://host/shop": "AsyncAdaptedQueuePool",
    "mysql+asyncmy://host/shop": "AsyncAdaptedQueuePool",
    "sqlite+aiosqlite:///shop.db": "AsyncAdaptedQueuePool",
    "sqlite+aiosqlite://": "StaticPool",
}

for url, name in URLS.items():
    pool = create_async_engine(url).pool
    print(f"{url}: {type(pool).__name__}")
    assert type(pool).__name__ == name

defaults = {
    name: signature(AsyncAdaptedQueuePool).parameters[name].default for name in ("pool_size", "max_overflow", "timeout")
}
print(", ".join(f"{name} {value:g}" for name, value in defaults.items()))
assert list(defaults.values()) == [5, 10, 30]
