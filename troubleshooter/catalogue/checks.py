"""The content's problems as Django system checks: `check` lists them, other commands refuse to start."""

from typing import Any

from django.core import checks

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.problems import ContentError


@checks.register("content")
def check_content(**_: Any) -> list[checks.CheckMessage]:
    """One error for each problem, with its place and what to type."""
    try:
        catalogue()
    except ContentError as error:
        return [
            checks.Error(item.message, hint=item.hint, obj=item.where, id=f"troubleshooter.{item.id}")
            for item in error.problems
        ]
    return []
