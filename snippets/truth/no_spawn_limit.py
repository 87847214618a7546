import asyncio

from sqlalchemy.util import await_only, greenlet_spawn


async def main() -> None:
    go = asyncio.Event()
    inside = []

    def synchronous() -> None:
        inside.append(1)
        await_only(go.wait())

    async with asyncio.TaskGroup() as group:
        for _ in range(5000):
            group.create_task(greenlet_spawn(synchronous))
        while len(inside) < 5000:
            await asyncio.sleep(0)
        print(f"suspended at the same time: {len(inside)} greenlets")
        go.set()
    print("all of them ended well")


asyncio.run(main())
