from schema import URL
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

engine = create_async_engine(URL)
for session in (AsyncSession(engine), async_sessionmaker(engine)()):
    settings = session.sync_session
    print(f"expire_on_commit: {settings.expire_on_commit}, autoflush: {settings.autoflush}")
    assert settings.expire_on_commit
    assert settings.autoflush
