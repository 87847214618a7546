import asyncio
import logging
import time

records = []
handler = logging.Handler()
handler.emit = records.append
logging.getLogger("asyncio").addHandler(handler)


async def block(limit: float | None) -> None:
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = limit or loop.slow_callback_duration
    time.sleep(0.15)


def reported(debug: bool, limit: float | None = None) -> bool:
    records.clear()
    asyncio.run(block(limit), debug=debug)
    return any("Executing" in record.getMessage() for record in records)


loop = asyncio.new_event_loop()
print(
    f"loop.time() is a clock: {type(loop.time()).__name__}; the limit of debug mode is {loop.slow_callback_duration} s"
)
assert loop.slow_callback_duration == 0.1
loop.close()

found = [reported(debug=False), reported(debug=True), reported(debug=True, limit=1)]
print(
    f"a block of 0.15 s is reported: without debug mode {found[0]}, with it {found[1]}, with a limit of 1 s {found[2]}"
)
assert found == [False, True, False]
