import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm import Session, sessionmaker


async def main() -> None:
    async with world() as engine:
        old = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
        new = async_sessionmaker(engine, expire_on_commit=False)
        for factory in (old, new):
            async with factory() as session:
                name = (await session.get_one(Author, 1)).name
                assert isinstance(session, AsyncSession)
            print(f"{type(factory).__name__} makes an AsyncSession, which read {name}")
    declared = sessionmaker.__parameters__[0].__bound__.__forward_arg__
    print(f"sessionmaker is declared for {declared}; AsyncSession is one: {issubclass(AsyncSession, Session)}")
    assert declared == "Session"
    assert not issubclass(AsyncSession, Session)


asyncio.run(main())
