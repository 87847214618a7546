import asyncio

from schema import Base, world
from sqlalchemy import Column, DateTime, String, func
from sqlalchemy.ext.asyncio import AsyncSession


class Page(Base):
    __tablename__ = "page"
    __mapper_args__ = {"eager_defaults": True}
    title = Column(String(80), primary_key=True)
    edited = Column(DateTime, default=func.now(), onupdate=func.now())


async def main() -> None:
    async with world() as engine, AsyncSession(engine, expire_on_commit=False) as session:
        session.add(page := Page(title="Draft"))
        await session.commit()
        page.title = "Final"
        await session.commit()
        print(page.title, page.edited is not None)


asyncio.run(main())
