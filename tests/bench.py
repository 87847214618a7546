"""`make bench`: speed as ratios measured in one run; nothing here can fail a build."""

import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "troubleshooter.settings")

import django
from boltons.tbutils import ParsedException
from tblib import Traceback

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.branching import Branch
from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.tree import START, Tree

ROUNDS = 7
OWN = ("main", "views", "orders", "repository")
DEEP = (
    "engine/base", "engine/default", "engine/create", "engine/strategies", "orm/session", "orm/context", "orm/loading",
    "orm/query", "sql/elements", "pool/base", "pool/impl", "util/langhelpers",
)  # fmt: skip
ENDING = (("attributes", "__get__"), ("strategies", "_load_for_state"), ("strategies", "_emit_lazyload"))
LIBRARY = "/srv/app/.venv/lib/python3.12/site-packages/sqlalchemy"


def made(frames: int) -> str:
    """A traceback as deep web programs print it on Python 3.11 and later: few files, carets under most lines."""
    lines = ["Traceback (most recent call last):"]
    for number in range(frames - len(ENDING)):
        path = f"/srv/app/shop/{OWN[number % 4]}.py" if number % 10 == 0 else f"{LIBRARY}/{DEEP[number % 12]}.py"
        lines += [f'  File "{path}", line {number + 10}, in call_{number}']
        lines += [f"    return await self.call_{number + 1}(statement, parameters=parameters)"]
        lines += ["           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"] if number % 3 else []
    for name, function in ENDING:
        lines += [
            f'  File "{LIBRARY}/orm/{name}.py", line 100, in {function}',
            "    return self.impl.get(state, dict_)",
        ]
    last = "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here."
    return "\n".join([*lines, last])


def best(run: Callable[[], object], times: int) -> float:
    """The shortest of several rounds, in seconds for one call: what the machine does when nothing disturbs it."""
    shortest = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(times):
            run()
        shortest = min(shortest, (time.perf_counter() - start) / times)
    return shortest


def grown(tree: Tree, times: int) -> Tree:
    """The tree with as many more causes, each entered by a message of its own."""
    more = [
        replace(branch, to=f"{branch.to}-{copy}", conditions=renamed(branch, copy))
        for copy in range(1, times)
        for branch in tree.branches[START]
        if branch.conditions
    ]
    return Tree({**tree.branches, START: (*tree.branches[START], *more)})


def renamed(branch: Branch, copy: int) -> dict[str, tuple[str, ...]]:
    """A branch's conditions with words that no paste has."""
    letters = "".join(random.Random(f"{branch.answer}{copy}").choices("abcdefghijklmnopqrstuvwxyz", k=12))
    return {
        key: tuple(
            f"{pattern} {letters} {pattern}" if key in ("message", "text") else f"{letters}{pattern}"
            for pattern in patterns
        )
        if key != "about"
        else patterns
        for key, patterns in branch.conditions.items()
    }


def main() -> None:
    """Prints each ratio beside what it should be."""
    django.setup()
    tree = catalogue().tree
    text = made(100)
    ours = best(lambda: diagnose(text, tree), 20)
    tblib = best(lambda: Traceback.from_string(text), 20)
    boltons = best(lambda: ParsedException.from_string(text), 100)
    print(f"diagnose a 100-frame traceback    {ours * 1e3:8.2f} ms")
    print(f"  against tblib's reading         {ours / tblib:8.2f} x   (at most 1)")
    print(f"  against boltons' reading        {ours / boltons:8.2f} x   (towards 1; tblib: {tblib / boltons:.1f})")
    filler = "2026-11-23 07:21:04,227 INFO shop.orders: order 4711 of customer 12 was read in 3 ms\n"
    kilobytes = [filler * (size // len(filler) - 200) + text for size in (100 * 1024, 1024 * 1024)]
    small, large = (best(lambda paste=paste: diagnose(paste, tree), 1) for paste in kilobytes)
    print(f"1 MiB against 100 KiB, a log      {large / small:8.2f} x   (at most 12; {large * 1e3:.0f} ms)")
    chain = made(90) + "\n\n"
    repeated = [chain * (size // len(chain)) for size in (100 * 1024, 1024 * 1024)]
    small, large = (best(lambda paste=paste: diagnose(paste, tree), 1) for paste in repeated)
    print(f"1 MiB against 100 KiB, tracebacks {large / small:8.2f} x   (at most 12; {large * 1e3:.0f} ms)")
    many = grown(tree, 10)
    more = best(lambda: diagnose(text, many), 20)
    causes = sum(len(branches) for branches in many.branches.values())
    print(f"ten times as many causes          {more / ours:8.2f} x   (at most 1.2; {causes} branches)")


if __name__ == "__main__":
    main()
