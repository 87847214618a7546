import asyncio
import sys
import threading
import time
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


def watch(loop: asyncio.AbstractEventLoop, main: int, seconds: float, done: threading.Event, found: set[str]) -> None:
    """Asks the loop from another thread to answer; when it does not, notes the line that it stands on."""
    while not done.wait(seconds / 10):
        answered = threading.Event()
        loop.call_soon_threadsafe(answered.set)
        if not answered.wait(seconds):
            frame = traceback.extract_stack(sys._current_frames()[main])[-1]
            found.add(f"{frame.name}: {frame.line}")
            answered.wait()


@asynccontextmanager
async def watchdog(seconds: float) -> AsyncIterator[set[str]]:
    done, found = threading.Event(), set()
    arguments = asyncio.get_running_loop(), threading.get_ident(), seconds, done, found
    thread = threading.Thread(target=watch, args=arguments, daemon=True)
    thread.start()
    yield found
    done.set()
    await asyncio.to_thread(thread.join)


async def monthly_report() -> None:
    time.sleep(0.4)


async def main() -> None:
    async with watchdog(0.1) as found:
        await monthly_report()
    print("the line was found:", "monthly_report: time.sleep(0.4)" in found)


asyncio.run(main())
