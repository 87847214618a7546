"""What the tests of the API share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_has_asked_yet():
    cache.clear()


@pytest.fixture
def refused():
    """Checks that an answer is a problem of a kind, and gives what it says."""

    def check(answer, status, slug):
        problem = answer.json()
        assert answer.status_code == problem["status"] == status
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Cache-Control"] == "no-store"
        assert problem["type"] == f"http://testserver/api/#{slug}"
        assert list(problem) == ["type", "title", "status", "detail"]
        assert all(problem.values())
        return problem

    return check
