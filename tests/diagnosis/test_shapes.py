"""One test for each mess that was once read wrongly: what is made of it, and that every line keeps its number."""

import json

import pytest

from troubleshooter.diagnosis.model import Frame, Raised, Traceback
from troubleshooter.diagnosis.parsing import parse
from troubleshooter.diagnosis.paste import clean

HEADER = "Traceback (most recent call last):"
FRAME = '  File "/srv/app/main.py", line 5, in show'
CODE = "    return user.posts"
FINAL = "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called"
WARNING = "/srv/app/main.py:9: RuntimeWarning: coroutine 'work' was never awaited"
PLAIN = "\n".join([HEADER, FRAME, CODE, FINAL])


def read(text: str) -> Traceback:
    return parse(clean(text))


def last(text: str) -> Raised:
    """The exception read last."""
    return read(text).chains[-1].raised[-1]


def frames(text: str) -> list[tuple[str, int | None, str, str]]:
    """All frames read, outermost first in each exception."""
    everything = [frame for chain in read(text).chains for raised in chain.raised for frame in raised.frames]
    return [(frame.file, frame.line, frame.function, frame.code) for frame in everything]


def numbers(text: str, *parts: str) -> list[int]:
    """On which line of the original paste each of these parts stands."""
    lines = clean(text).lines
    return [next(line.number for line in lines if part in line.text) for part in parts]


def frame(code: str = "return user.posts") -> tuple[str, int, str, str]:
    return ("/srv/app/main.py", 5, "show", code)


# ---- lines and their numbers ---------------------------------------------------------------------------------


def test_a_plain_traceback() -> None:
    assert frames(PLAIN) == [frame()]
    assert (last(PLAIN).type, last(PLAIN).message) == (
        "sqlalchemy.exc.MissingGreenlet",
        "greenlet_spawn has not been called",
    )
    assert numbers(PLAIN, "File", "return", "greenlet_spawn") == [2, 3, 4]


def test_breaks_of_html_do_not_move_the_numbers() -> None:
    text = PLAIN.replace("\n", "<br>\n")
    assert numbers(text, "File", "return", "greenlet_spawn") == [2, 3, 4]


def test_html_on_one_line_is_all_of_that_line() -> None:
    text = "Hello,\n" + PLAIN.replace("\n", "<br>")
    assert frames(text) == [frame()]
    assert numbers(text, "File", "greenlet_spawn") == [2, 2]


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert numbers(PLAIN.replace("\n", "\r"), "return", "greenlet_spawn") == [3, 4]


def test_a_record_on_one_line_is_all_of_that_line() -> None:
    text = "starting\n" + json.dumps({"level": "error", "exc_info": PLAIN}) + "\nstopped"
    assert frames(text) == [frame()]
    assert numbers(text, "starting", "File", "greenlet_spawn", "stopped") == [1, 2, 2, 3]


def test_a_record_over_many_lines_keeps_the_line_of_each_field() -> None:
    text = "starting\n" + json.dumps({"level": "error", "exc_info": PLAIN, "thread": "main"}, indent=2) + "\nstopped"
    assert numbers(text, "level", "File", "greenlet_spawn", "thread", "stopped") == [3, 4, 4, 5, 7]


def test_frames_as_objects_keep_the_line_of_their_file() -> None:
    stack = {"exc_type": "KeyError", "exc_value": "'x'", "frames": [{"filename": "/a.py", "lineno": 7, "name": "f"}]}
    text = json.dumps({"event": "failed", "exception": [stack]}, indent=1)
    assert frames(text) == [("/a.py", 7, "f", "")]
    at = [number for number, line in enumerate(text.split("\n"), 1) if "/a.py" in line]
    assert numbers(text, "/a.py") == at


# ---- escapes and records -------------------------------------------------------------------------------------


def test_the_list_that_format_exception_gives() -> None:
    assert frames(repr([f"{line}\n" for line in PLAIN.split("\n")])) == [frame()]


def test_a_quoted_text_without_any_frame() -> None:
    assert last(repr(f"{WARNING}\n  session.run_sync(work)\n")).frames[0].code == "session.run_sync(work)"


def test_a_record_that_the_terminal_wrapped() -> None:
    record = json.dumps({"level": "error", "exc_info": PLAIN})
    wrapped = "\n".join([record[at : at + 60] for at in range(0, len(record), 60)])
    assert frames(f"before\n{wrapped}\nafter") == [frame()]


def test_a_dictionary_in_a_line_of_source_is_no_record() -> None:
    source = 'payload = {"name": "Ursula", "books": "2"}'
    assert frames("\n".join([HEADER, FRAME, f"    {source}", "KeyError: 'x'"])) == [frame(source)]


def test_variables_of_frames_as_objects_are_read() -> None:
    stack = {
        "exc_type": "TypeError",
        "exc_value": "no",
        "frames": [{"filename": "/a.py", "lineno": 7, "name": "f", "locals": {"session": "<AsyncSession 0x7f>"}}],
    }
    assert "session = <AsyncSession 0x7f>" in clean(json.dumps({"exception": [stack]})).text


# ---- prefixes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["> ", "# ", "web-1  | ", "app-web stderr | ", "job 17 says: ", "build\ttest\t"])
def test_a_prefix_before_lines_that_hold_no_frame(prefix: str) -> None:
    text = f"{prefix}{WARNING}\n{prefix}  session.run_sync(work)"
    assert last(text).frames[0].code == "session.run_sync(work)"


def test_a_prefix_with_a_number_that_grows() -> None:
    text = "\n".join([f"req={number} {line}" for number, line in zip((8, 9, 10, 111), PLAIN.split("\n"), strict=True)])
    assert frames(text) == [frame()]
    assert numbers(text, "return") == [3]


def test_the_same_line_twice_has_no_prefix() -> None:
    text = f"could not render user: {FINAL} here\n" * 2
    assert FINAL in clean(text).text


def test_two_pods_in_one_log() -> None:
    mine, other = "api-7d9f8b6c5-x2x9z web ", "api-7d9f8b6c5-k4k7q web "
    lines = [f"{mine}{line}\n{other}GET /health 200" for line in PLAIN.split("\n")]
    assert frames("\n".join(lines)) == [frame()]
    assert numbers("\n".join(lines), "return") == [5]


def test_everything_indented() -> None:
    report = ">       return user.posts\nE       KeyError: 'x'\n\nmain.py:5: KeyError"
    assert last("\n".join([f"    {line}" for line in report.split("\n")])).type == "KeyError"


# ---- wrapped and folded --------------------------------------------------------------------------------------


def wrap(text: str, width: int) -> str:
    return "\n".join([line[at : at + width] for line in text.split("\n") for at in range(0, max(len(line), 1), width)])


def test_a_function_name_cut_by_the_terminal() -> None:
    width = len(FRAME) - 2
    assert frames(wrap(PLAIN, width)) == [frame()]


def test_a_warning_cut_by_the_terminal() -> None:
    text = wrap(f"{WARNING}\n  session.run_sync(work)", 52)
    assert last(text).message == "coroutine 'work' was never awaited"
    assert last(text).frames[0].code == "session.run_sync(work)"


def test_rules_as_wide_as_the_terminal_are_not_joined() -> None:
    rule, said = "=" * 80, f"{FINAL} here, and this goes on to the end of the line"
    text = f"{rule}\nFAILURES\n{said[:80]}\n{said[80:]}"
    assert [line.text for line in clean(text).lines] == [rule, "FAILURES", said]


def test_a_traceback_on_one_line() -> None:
    carets = "           ^^^^^^^^^^"
    text = " ".join([HEADER, FRAME.strip(), CODE.strip(), carets.strip(), "greenlet.error: cannot switch"])
    assert frames(text) == [frame()]
    assert (last(text).type, last(text).message) == ("greenlet.error", "cannot switch")


def test_a_group_on_one_line() -> None:
    outer = f"+ Exception Group {HEADER} | {FRAME.strip()} | go() | ExceptionGroup: two"
    inner = f"+-+---------------- 1 ---------------- | {HEADER} | {FRAME.strip()} | {CODE.strip()} | {FINAL}"
    text = f"{outer} {inner}"
    group, member = read(text).chains
    assert (group.raised[0].type, member.raised[0].type) == ("ExceptionGroup", "sqlalchemy.exc.MissingGreenlet")
    assert member.parent == 0


def test_a_warning_on_one_line() -> None:
    text = f"{WARNING} session.run_sync(work) RuntimeWarning: Enable tracemalloc to get the object allocation traceback"
    assert last(text).frames[0].code == "session.run_sync(work)"


# ---- single shapes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("below", ["  session.run_sync(work)", "\n  session.run_sync(work)", "session.run_sync(work)"])
def test_the_source_below_a_warning(below: str) -> None:
    text = f"{WARNING}\n{below}\nRuntimeWarning: Enable tracemalloc to get the object allocation traceback"
    first = read(text).chains[0].raised[0]
    assert [found.code for found in first.frames] == ["session.run_sync(work)"]


def test_a_docstring_that_pytest_prints_is_no_exception() -> None:
    source = "    def show():\n        Example:\n            show()\n>       return user.posts"
    report = f"{source}\nE       KeyError: 'x'\n\nmain.py:5: KeyError"
    assert [raised.type for chain in read(f"___ test_show ___\n\n{report}").chains for raised in chain.raised] == [
        "KeyError"
    ]


def test_the_one_line_that_pytest_prints_of_a_failure() -> None:
    text = f"=== FAILURES ===\n/srv/app/main.py:5: {FINAL}"
    assert last(text).frames == (Frame("/srv/app/main.py", 5, "", 1, in_app=True),)
    assert last(text).type == "sqlalchemy.exc.MissingGreenlet"


def test_ipython_without_context() -> None:
    text = f"{HEADER}\n  File /srv/app/main.py:9\n    show(user)\n  File /srv/app/main.py:5 in show\n{CODE}\n{FINAL}"
    assert frames(text) == [("/srv/app/main.py", 9, "", "show(user)"), frame()]


def test_the_stack_that_made_a_coroutine_belongs_to_its_warning() -> None:
    raised = "RuntimeWarning: coroutine 'work' was never awaited\nCoroutine created at (most recent call last)"
    above = f'Exception ignored in: <coroutine>\n{HEADER}\n  File "/usr/lib/python3.12/warnings.py", line 5, in f'
    text = f"{above}\n{raised}\n{FRAME}\n{CODE}"
    assert [len(chain.raised) for chain in read(text).chains] == [1]
    assert [found.function for found in last(text).frames] == ["f", "show"]


@pytest.mark.parametrize("place", ["sys:1", "<sys>:0"])
def test_a_warning_at_exit_is_on_no_line_of_the_user(place: str) -> None:
    text = f"{place}: RuntimeWarning: coroutine 'AsyncSession.commit' was never awaited"
    assert [found.in_app for found in last(text).frames] == [False]


@pytest.mark.parametrize("newline", ["\n", "\r"])
def test_a_lambda_log_says_the_exception_above_its_traceback(newline: str) -> None:
    text = (
        newline.join([f"[ERROR] {FINAL}", HEADER, FRAME.replace("  ", "\u00a0\u00a0"), CODE]) + "\nEND RequestId: 5f0c"
    )
    assert last(text).type == "sqlalchemy.exc.MissingGreenlet"
    assert frames(text) == [frame()]


def test_a_log_line_above_a_traceback_with_an_end_of_its_own_is_no_lambda_log() -> None:
    assert (
        last("\n".join(["[ERROR] Exception: failed", HEADER, FRAME, CODE, FINAL])).type
        == "sqlalchemy.exc.MissingGreenlet"
    )


def test_a_lambda_log_whose_line_ends_were_lost() -> None:
    assert last(f"[ERROR] {FINAL}{HEADER}{FRAME}{CODE}").type == "sqlalchemy.exc.MissingGreenlet"


@pytest.mark.parametrize("mark", ["...", "  ...", "[...]", "(...)", "[... 15 frames ...]", "    ... 20 lines ...", "…"])
def test_frames_left_out(mark: str) -> None:
    text = "\n".join([HEADER, FRAME, CODE, mark, FRAME, CODE, FINAL])
    assert [found.after_gap for found in last(text).frames] == [False, True]


# ---- the pool's own log --------------------------------------------------------------------------------------

LOGGED = "Exception terminating connection <AdaptedConnection <asyncpg.connection.Connection object at 0x7f7c7257a980>>"
CLOSED = "RuntimeError: Event loop is closed"


def test_a_traceback_directly_below_the_pools_log_has_no_part_in_it() -> None:
    text = "\n".join([LOGGED, HEADER, FRAME, CODE, CLOSED, PLAIN])
    assert [chain.rank for chain in read(text).chains] == ["pool-log", "raised"]


def test_what_followed_in_the_pools_log_belongs_to_it() -> None:
    joint = "\nDuring handling of the above exception, another exception occurred:\n"
    text = "\n".join([LOGGED, HEADER, FRAME, CODE, CLOSED, joint, PLAIN])
    assert [(chain.rank, len(chain.raised)) for chain in read(text).chains] == [("pool-log", 2)]


@pytest.mark.parametrize("logger", ["ERROR:sqlalchemy.pool.impl.QueuePool:", "2026-11-25 07:21:04 ERROR pool "])
def test_the_pools_log_behind_the_name_of_its_logger(logger: str) -> None:
    text = "\n".join([logger + LOGGED, HEADER, FRAME, CODE, CLOSED])
    assert [chain.rank for chain in read(text).chains] == ["pool-log"]


def test_the_garbage_collectors_line_is_not_in_the_message_above_it() -> None:
    collected = "The garbage collector is trying to clean up connection <AdaptedConnection>."
    assert last("\n".join([HEADER, FRAME, CODE, CLOSED, collected])).message == "Event loop is closed"
