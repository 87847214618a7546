import asyncio

from schema import Author, world
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        async with sessions() as session:
            author = await session.get_one(Author, 1)
            await session.commit()

            async with sessions.begin() as other:
                await other.execute(update(Author).values(name="Ursula K."))

            print("the object:  ", author.name)
            print("get():       ", (await session.get_one(Author, 1)).name)
            print("select():    ", (await session.scalars(select(Author))).one().name)
            print("the database:", await session.scalar(select(Author.name)))
            await session.refresh(author)
            print("refresh():   ", author.name)


asyncio.run(main())
