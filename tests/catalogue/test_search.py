"""Search finds what people type: words, code, pasted messages, and words with a slip in them."""

import pytest

from troubleshooter.catalogue.search import Document, Index

INDEX = Index(
    [
        Document(
            "Causes",
            "/lazy/",
            "Lazy-loaded relationship",
            "A relationship was read that the query did not load.",
            "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here. xd2s",
            "Declare lazy=raise on the relationship.",
        ),
        Document(
            "Causes",
            "/expired/",
            "Expired attribute",
            "A column was read after a commit.",
            "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here. xd2s",
            "Set expire_on_commit=False on the session. Loading it again costs a SELECT.",
        ),
        Document(
            "FAQ",
            "/faq/#pool",
            "How large should the pool be?",
            "As large as the server allows.",
            "QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00",
            "pool_size and max_overflow.",
        ),
    ]
)


def urls(asked: str) -> list[str]:
    return [hit.url for hit in INDEX.find(asked).hits]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("expire_on_commit=False", "/expired/"),
        ("expire on commit", "/expired/"),
        ("QueuePool limit of size 20 overflow 0 reached, connection timed out, timeout 3.00", "/faq/#pool"),
        ("max_over", "/faq/#pool"),
        ("load a relationship", "/lazy/"),
        ("LAZY", "/lazy/"),
    ],
)
def test_the_first_hit_is_the_one_meant(asked: str, first: str) -> None:
    assert urls(asked)[0] == first


@pytest.mark.parametrize("asked", ["await_only()", "xd2s", "MissingGreenlet", "missing greenlet"])
def test_a_code_token_finds_every_page_that_has_it(asked: str) -> None:
    assert sorted(urls(asked)) == ["/expired/", "/lazy/"]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("MissingGrenlet", "MissingGreenlet"), ("relatoinship", "relationship"), ("expire_on_comit", "expire_on_commit")],
)
def test_a_misspelt_word_is_read_as_the_one_it_is_like(asked: str, meant: str) -> None:
    found = INDEX.find(asked)
    assert found.read_as == meant
    assert found.hits


def test_the_matched_words_are_told_apart_from_the_rest() -> None:
    hit = INDEX.find("relationship").hits[0]
    assert hit.title == ("Lazy-loaded ", "relationship", "")
    assert hit.summary[1::2] == ("relationship",)


@pytest.mark.parametrize("asked", ["", "   ", "()", '"', "zzzzqqqq", "🙂", "NOT", "a OR b* NEAR(c)", "\x00", "x" * 999])
def test_anything_may_be_asked(asked: str) -> None:
    assert isinstance(INDEX.find(asked).hits, tuple)


def test_what_nothing_is_like_finds_nothing() -> None:
    found = INDEX.find("kubernetes ingress")
    assert (found.hits, found.read_as) == ((), "")
