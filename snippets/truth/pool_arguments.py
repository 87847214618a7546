from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool, QueuePool

REFUSED = {
    "pool_size with NullPool": {"poolclass": NullPool, "pool_size": 5},
    "pool_size with SQLite in memory": {"pool_size": 5},
    "poolclass=QueuePool": {"poolclass": QueuePool},
}

for what, options in REFUSED.items():
    try:
        create_async_engine("sqlite+aiosqlite://", **options)
    except (TypeError, ArgumentError) as error:
        print(f"{what}: {type(error).__name__}: {str(error).partition(',')[0].partition(' (')[0]}")
    else:
        raise AssertionError(f"{what} was accepted")
