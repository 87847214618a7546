"""One diagnosis as the JSON object that every door gives."""

import json
from typing import Any

from troubleshooter.catalogue.fixes import ways
from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.diagnosis.model import Diagnosis, Frame

STANDARD_INPUT = "-"
"""The name of what came without a name."""
MOST_TEXT = 500
"""Evidence lines and messages are cut to as many characters in JSON."""


def as_line(diagnosis: Diagnosis, catalogue: Catalogue, file: str) -> str:
    """The answer for one paste as one line of JSON, without its end."""
    return json.dumps(as_json(diagnosis, catalogue, file), ensure_ascii=False)


def as_json(diagnosis: Diagnosis, catalogue: Catalogue, file: str) -> dict[str, Any]:
    """The answer for one paste, with the fix in the user's own names where the paste shows them."""
    raised = diagnosis.exception
    return {
        "file": file,
        "status": diagnosis.status,
        "cause": diagnosis.node if diagnosis.status == "diagnosed" else None,
        "node": diagnosis.node,
        "candidates": list(diagnosis.candidates),
        "culprit": _frame(diagnosis.culprit),
        "exception": {"type": raised.type, "message": raised.message[:MOST_TEXT]} if raised else None,
        "evidence": [
            {
                "line": item.line,
                "text": item.text[:MOST_TEXT],
                "predicate": item.predicate,
                "pattern": item.pattern,
            }
            for item in diagnosis.evidence
        ],
        "question": _question(diagnosis, catalogue),
        "runner_up": _runner_up(diagnosis),
        "environment": {
            "sqlalchemy": diagnosis.environment.sqlalchemy,
            "python": diagnosis.environment.python,
            "driver": diagnosis.environment.driver,
            "framework": diagnosis.environment.framework,
        },
        "fix": _fix(diagnosis, catalogue),
    }


def _frame(frame: Frame | None) -> dict[str, Any] | None:
    if frame is None:
        return None
    return {"file": frame.file, "line": frame.line, "function": frame.function, "code": frame.code}


def _question(diagnosis: Diagnosis, catalogue: Catalogue) -> dict[str, Any] | None:
    if diagnosis.status != "ambiguous" or diagnosis.node is None:
        return None
    asked = catalogue.questions[diagnosis.node].matter
    answers = [{"text": branch.answer, "to": branch.to} for branch in catalogue.tree.branches[diagnosis.node]]
    return {"asks": asked.asks, "answers": answers}


def _runner_up(diagnosis: Diagnosis) -> dict[str, Any] | None:
    second = diagnosis.runner_up
    if second is None:
        return None
    return {
        "to": second.to,
        "answer": second.answer,
        "missing": {"predicate": second.predicate, "pattern": second.pattern},
    }


def _fix(diagnosis: Diagnosis, catalogue: Catalogue) -> dict[str, Any] | None:
    cause = catalogue.causes.get(diagnosis.node or "")
    first = next(iter(ways(cause, diagnosis)), None) if cause else None
    if first is None:
        return None
    return {
        "title": first.title,
        "code": first.code,
        "named": first.named,
        "choose_when": first.choose_when,
        "costs": first.costs,
    }
