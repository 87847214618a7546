"""The OpenAPI document: openapi.json beside this module, with examples that this installation answered."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from troubleshooter.api.describing import found, in_short
from troubleshooter.catalogue.answering import STANDARD_INPUT, as_json
from troubleshooter.catalogue.finding import search
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.diagnosing import diagnose

PATH = Path(__file__).with_name("openapi.json")
PASTE = (
    "sqlalchemy.exc.InvalidRequestError: The asyncio extension requires an async driver to be used. "
    "The loaded 'psycopg2' is not async."
)
ASKED = "attached to a different loop"


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the API does."""

    method: str
    path: str
    summary: str


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the answer to a paste."""

    name: str
    meaning: str


def answer_fields() -> Iterator[Field]:
    """The keys of the answer to a paste, in their order."""
    for name, schema in _written()["components"]["schemas"]["Diagnosis"]["properties"].items():
        yield Field(name, schema["description"])


def operations() -> Iterator[Operation]:
    """What the API does, in the order of the document."""
    for path, methods in _written()["paths"].items():
        for method, operation in methods.items():
            yield Operation(method.upper(), path, operation["summary"])


def contract(origin: str) -> dict[str, Any]:
    """The document for a site that is known by this address."""
    everything = catalogue()
    document: dict[str, Any] = {**_written(), "servers": [{"url": origin or "/"}]}
    paths = json.loads(json.dumps(document["paths"]))
    cause = next(iter(everything.causes.values()))
    bodies = paths["/api/v1/diagnose"]["post"]["requestBody"]["content"]
    bodies["text/plain"]["example"] = PASTE
    bodies["application/json"]["example"] = bodies["multipart/form-data"]["example"] = {"paste": PASTE}
    answer = as_json(diagnose(PASTE, everything.tree)[1], everything, STANDARD_INPUT)
    _answered(paths["/api/v1/diagnose"]["post"])["example"] = answer
    _answered(paths["/api/v1/causes"]["get"])["example"] = {"causes": [in_short(cause, origin)]}
    paths["/api/v1/causes/{slug}"]["get"]["parameters"][0]["example"] = cause.slug
    paths["/api/v1/search"]["get"]["parameters"][0]["example"] = ASKED
    _answered(paths["/api/v1/search"]["get"])["example"] = found(search(ASKED), origin)
    return {**document, "paths": paths}


def _answered(operation: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = operation["responses"]["200"]["content"]["application/json"]
    return content


@lru_cache(maxsize=1)
def _written() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
    return document
