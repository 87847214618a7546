import asyncio
import logging
import time

log = []
handler = logging.Handler()
handler.emit = lambda record: log.append(record.getMessage())
logging.getLogger("asyncio").addHandler(handler)


async def block(seconds: float) -> None:
    time.sleep(seconds)


async def planted(seconds: float, threshold: float | None = None) -> str:
    if threshold is not None:
        asyncio.get_running_loop().slow_callback_duration = threshold
    log.clear()
    await asyncio.create_task(block(seconds), name="planted")
    await asyncio.sleep(0)
    return next((line[:39] for line in log if "planted" in line), "nothing logged")


print("debug off, 150 ms:", asyncio.run(planted(0.15)))
print("debug on, 150 ms:", asyncio.run(planted(0.15), debug=True))
print("debug on, 50 ms, threshold 10 ms:", asyncio.run(planted(0.05, 0.01), debug=True))
