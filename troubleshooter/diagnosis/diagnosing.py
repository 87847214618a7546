"""From a paste, or a traceback, to its diagnosis."""

from collections.abc import Iterator

from troubleshooter.diagnosis.environment import read_environment
from troubleshooter.diagnosis.model import Chain, Diagnosis, Frame, Other, Raised, Status, Step, Traceback
from troubleshooter.diagnosis.names import read_names
from troubleshooter.diagnosis.origin import find_culprit
from troubleshooter.diagnosis.parsing import parse
from troubleshooter.diagnosis.paste import clean
from troubleshooter.diagnosis.scope import Scope, scopes
from troubleshooter.diagnosis.signs import find_sign
from troubleshooter.diagnosis.tree import Tree, runner_up, walk

_ORDER = {"raised": 0, "pool-log": 2, "warning": 3, "leftover": 4}
_LOOSE = 1
MOST_CHAINS = 200
"""Chains beyond these are read but not weighed; a paste of more is a log, and its first ones speak for it."""

Weighed = tuple[Scope, Chain | None, tuple[Step, ...]]


def diagnose(text: str, tree: Tree, said: tuple[str, ...] = ()) -> tuple[Traceback, Diagnosis]:
    """Reads any text and gives traceback and diagnosis; `said` are the answers that a person chose. Never raises."""
    traceback = parse(clean(text))
    return traceback, decide(traceback, tree, said)


def decide(traceback: Traceback, tree: Tree, said: tuple[str, ...] = ()) -> Diagnosis:
    """Walks the tree for every chain in the order of their weight: the first leaf wins, else the first inner node."""
    best = _best(traceback, tree)
    chain = best[1] if best else _first_chain(traceback)
    scope = best[0] if best else None
    steps = _continue(tree, scope, best[2], said) if best and scope else ()
    node = steps[-1].to if steps else None
    status: Status = "unknown" if node is None else "ambiguous" if node in tree.branches else "diagnosed"
    raised = _deciding(scope, steps) if scope else None
    culprit = _culprit(scope, raised) if scope and chain and _has_culprit(chain) else None
    if scope is None and chain:
        raised = chain.raised[-1]
    return Diagnosis(
        status=status,
        node=node,
        steps=steps,
        candidates=tree.leaves(node) if node and status == "ambiguous" else (),
        runner_up=runner_up(tree, scope, steps) if scope and steps and not steps[-1].said else None,
        culprit=culprit,
        exception=raised,
        environment=read_environment(traceback),
        names=read_names(traceback, culprit, scope.raised if scope else ()),
        others=tuple(_others(traceback, tree, chain)),
    )


def _best(traceback: Traceback, tree: Tree) -> Weighed | None:
    """The first walk that ends at a leaf, else the first that leaves the start.

    Log lines and warnings do not speak for an exception that concerns a database and that no branch knows.
    """
    inner: Weighed | None = None
    is_taken = False
    for scope, chain in _in_order(traceback):
        is_raised = chain is not None and chain.rank == "raised"
        if is_taken and not is_raised:
            break
        steps = walk(tree, scope)
        is_taken = is_taken or (is_raised and not steps and _is_unknown_to_us(scope))
        if steps and steps[-1].to not in tree.branches:
            return scope, chain, steps
        if steps and inner is None:
            inner = scope, chain, steps
    return inner


def _is_unknown_to_us(scope: Scope) -> bool:
    return bool(scope.raised[0].type) and find_sign(scope, "database") is not None


def _in_order(traceback: Traceback) -> Iterator[tuple[Scope, Chain | None]]:
    ranked = sorted(enumerate(traceback.chains), key=lambda item: _weight(traceback, *item))[:MOST_CHAINS]
    is_loose_done = False
    for _, chain in ranked:
        if _ORDER[chain.rank] > _LOOSE and not is_loose_done:
            yield Scope(traceback.paste, (), traceback.loose), None
            is_loose_done = True
        for scope in scopes(traceback, chain):
            yield scope, chain
    if not is_loose_done:
        yield Scope(traceback.paste, (), traceback.loose), None


def _weight(traceback: Traceback, position: int, chain: Chain) -> tuple[int, bool, bool, int]:
    is_group = (
        any(other.parent == position for other in traceback.chains) if len(traceback.chains) < MOST_CHAINS else False
    )
    has_own = any(frame.in_app for raised in chain.raised for frame in raised.frames)
    return _ORDER[chain.rank], is_group, not has_own, position


def _continue(tree: Tree, scope: Scope, steps: tuple[Step, ...], said: tuple[str, ...]) -> tuple[Step, ...]:
    """Takes the branches that a person chose, and lets the paste decide again below each."""
    for to in said:
        node = steps[-1].to
        chosen = next((branch for branch in tree.branches.get(node, ()) if branch.to == to), None)
        if chosen is None:
            break
        steps = (*steps, Step(node, to, chosen.answer, remark=chosen.remark, said=True))
        steps = (*steps, *walk(tree, scope, to))
    return steps


def _deciding(scope: Scope, steps: tuple[Step, ...]) -> Raised | None:
    """The exception that the last evidence stands in."""
    for step in reversed(steps):
        for evidence in reversed(step.evidence):
            for raised in scope.raised:
                rows = (*(frame.row for frame in raised.frames), *range(raised.row, raised.end))
                if evidence.row in rows:
                    return raised
    return scope.raised[0] if scope.raised else None


def _has_culprit(chain: Chain) -> bool:
    """The pool's own log and the garbage collector's warnings point at whatever line happened to run."""
    return chain.rank != "pool-log" and "garbage collector" not in chain.raised[-1].message


def _culprit(scope: Scope, raised: Raised | None) -> Frame | None:
    ordered = (*((raised,) if raised else ()), *(other for other in scope.raised if other is not raised))
    return next((found for other in ordered if (found := find_culprit(other.frames))), None)


def _first_chain(traceback: Traceback) -> Chain | None:
    ranked = sorted(enumerate(traceback.chains), key=lambda item: _weight(traceback, *item))
    return ranked[0][1] if ranked else None


def _others(traceback: Traceback, tree: Tree, decided: Chain | None) -> Iterator[Other]:
    for chain in traceback.chains[:MOST_CHAINS]:
        if chain is not decided and chain.rank == "raised":
            walks = (walk(tree, scope) for scope in scopes(traceback, chain))
            steps = next((steps for steps in walks if steps), ())
            last = chain.raised[-1]
            yield Other(last.row, last.type, last.message.partition("\n")[0][:300], steps[-1].to if steps else None)
