from inspect import iscoroutinefunction

from sqlalchemy.ext.asyncio import AsyncSession

PLAIN = ["add", "add_all", "expunge", "expire", "expire_all", "begin_nested"]
AWAITED = ["get", "execute", "scalars", "scalar", "stream", "flush", "refresh", "delete", "merge"]
AWAITED += ["commit", "rollback", "close", "run_sync"]

for name in (*PLAIN, *AWAITED):
    assert iscoroutinefunction(getattr(AsyncSession, name)) == (name in AWAITED), name

print("plain calls:", ", ".join(PLAIN))
print("awaited:", ", ".join(AWAITED))
