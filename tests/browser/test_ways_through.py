"""How people go: by paste, by example, by answer, by file, by keyboard, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
LAZY = "lazy-load-relationship"


def test_paste_and_ctrl_enter(open_page, paste):
    page = open_page()
    page.goto("/")
    expect(page.locator("#paste")).to_be_focused()
    page.keyboard.insert_text(paste(LAZY, "sa21"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_contain_text("You read user.posts")
    expect(page.locator("#your-line ~ .code mark")).to_have_text("user.posts")


def test_an_example_is_one_click_and_then_one_more(open_page):
    page = open_page()
    page.goto("/")
    page.locator(".examples a").first.click()
    page.get_by_role("button", name="Diagnose").click()
    expect(page.locator(".kicker")).to_contain_text("Root cause")


def test_a_question_is_answered_by_a_click_and_taken_back(open_page, cut):
    page = open_page()
    page.goto("/")
    page.fill("#paste", cut)
    page.get_by_role("button", name="Diagnose").click()
    expect(page.locator(".kicker")).to_contain_text("one question")
    page.locator("button[name=said][value=serialization-lazy-load]").click()
    expect(page.locator(".kicker")).to_contain_text("Root cause")
    expect(page.locator(".path .badge")).to_have_text("you said")
    expect(page.locator("#paste")).to_have_value(cut)
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".kicker")).to_contain_text("one question")


def test_an_evidence_link_brings_its_line_into_view(open_page, paste):
    page = open_page()
    page.goto("/")
    page.fill("#paste", paste(LAZY, "sa21"))
    page.keyboard.press("Control+Enter")
    link = page.locator(".evidence a").last
    target = link.get_attribute("href")
    link.click()
    expect(page.locator(target)).to_be_in_viewport()


def test_keys_alone_lead_from_the_first_page_to_a_copied_fix(open_page, paste):
    page = open_page()
    page.goto("/")
    page.keyboard.insert_text(paste(LAZY, "sa21"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Diagnose")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/diagnose/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('button.copy')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("button.copy").first).to_have_text("Copied")


def test_focus_is_visible_wherever_it_goes(open_page):
    page = open_page()
    page.goto("/")
    for _ in range(15):
        page.keyboard.press("Tab")
        style = page.evaluate(
            """() => {
                const item = document.activeElement;
                const shown = item.matches("input[type=file]") ? item.previousElementSibling : item;
                return [getComputedStyle(shown).outlineStyle, getComputedStyle(shown).outlineWidth];
            }"""
        )
        assert style == ["solid", "3px"]


def test_the_copied_fix_is_the_code_alone(open_page, paste):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/")
    page.fill("#paste", paste(LAZY, "sa21"))
    page.keyboard.press("Control+Enter")
    page.locator("button.copy").first.click()
    expect(page.locator("button.copy").first).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"query = select\(.*selectinload\(.*\n", copied)


def test_the_filter_acts_as_one_types_and_question_mark_lists_the_keys(open_page):
    page = open_page()
    page.goto("/causes/")
    page.locator("#q").focus()
    page.keyboard.type("relationship")
    expect(page.locator("[data-words]:visible").first).to_contain_text("relationship", ignore_case=True)
    expect(page.locator('[data-words]:visible a[href="/causes/greenlet-not-installed/"]')).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_have_attribute("open", "")


def test_a_dropped_log_file_is_diagnosed_at_once(open_page, paste):
    page = open_page()
    page.goto("/")
    data = page.evaluate_handle(
        """(text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], "app.log", { type: "text/plain" }));
            return data;
        }""",
        paste(LAZY, "sa21"),
    )
    page.dispatch_event("#paste", "drop", {"dataTransfer": data})
    expect(page.locator("h1")).to_contain_text("You read user.posts")


def test_a_file_over_the_limit_is_refused_before_it_is_sent(open_page):
    page = open_page()
    page.goto("/")
    page.set_input_files("#log", {"name": "big.log", "mimeType": "text/plain", "buffer": b"x" * 3_355_443})
    expect(page.locator("#picked")).to_contain_text("big.log is 3.2 MiB; we read up to 1 MiB.")
    expect(page.locator("#log")).to_have_value("")


def test_a_chosen_file_is_named_and_read(open_page, paste):
    page = open_page()
    page.goto("/")
    content = paste(LAZY, "sa21").encode()
    page.set_input_files("#log", {"name": "app.log", "mimeType": "text/plain", "buffer": content})
    expect(page.locator("#picked")).to_contain_text("app.log")
    page.get_by_role("button", name="Diagnose").click()
    expect(page.locator("h1")).to_contain_text("You read user.posts")


def test_the_tree_is_walked_without_a_paste(open_page):
    page = open_page()
    page.goto("/tree/start/")
    page.locator('.answers a[href="/tree/missing-greenlet/"]').click()
    page.locator('.answers a[href="/causes/serialization-lazy-load/"]').click()
    expect(page).to_have_url(re.compile("/causes/serialization-lazy-load/$"))


def test_diagnose_this_comes_back_with_its_own_cause(open_page):
    page = open_page()
    page.goto(f"/causes/{LAZY}/")
    page.get_by_role("button", name="Diagnose this").click()
    expect(page.locator(f'.kicker a[href="/causes/{LAZY}/"]')).to_be_visible()


def test_all_of_it_works_without_javascript(open_page, cut, foreign):
    page = open_page(java_script_enabled=False)
    page.goto("/")
    page.locator(".examples a").first.click()
    page.get_by_role("button", name="Diagnose").click()
    expect(page.locator(".kicker")).to_contain_text("Root cause")
    page.fill("#paste", cut)
    page.get_by_role("button", name="Diagnose").click()
    page.locator("button[name=said][value=serialization-lazy-load]").click()
    expect(page.locator(".path .badge")).to_have_text("you said")
    page.set_input_files("#log", {"name": "a.log", "mimeType": "text/plain", "buffer": foreign.encode()})
    page.get_by_role("button", name="Diagnose").click()
    expect(page.locator("h1")).to_contain_text("not an async SQLAlchemy error")
    page.goto("/causes/")
    page.fill("#q", "serializer")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator('a[href="/causes/serialization-lazy-load/"]')).to_be_visible()


def test_a_box_of_choices_takes_effect_when_it_changes(open_page):
    page = open_page()
    page.goto("/pitfalls/")
    page.select_option("#by-driver", "asyncmy")
    expect(page).to_have_url(re.compile("driver=asyncmy"))
    expect(page.locator("#by-driver")).to_have_value("asyncmy")


def test_pitfalls_are_filtered_and_opened_without_javascript(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/pitfalls/")
    page.select_option("#by-family", "pool")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#lazy-load-relationship")).to_have_count(0)
    row = page.locator("#pool-exhausted + .opened")
    row.locator("summary").click()
    expect(row.locator(".program.broken .code")).to_contain_text("pool")


def test_a_row_opens_its_pair_in_place_and_the_keyboard_scrolls_it(open_page):
    page = open_page(viewport={"width": 375, "height": 800})
    page.goto("/pitfalls/")
    row = page.locator("#lazy-load-relationship + .opened")
    expect(row.locator(".code").first).to_be_hidden()
    row.locator("summary").click()
    expect(row.locator(".program.fixed .code")).to_contain_text("selectinload")
    expect(row.locator(".code").first).to_have_attribute("tabindex", "0")


def test_paper_shows_the_compact_table_and_not_the_boxes(open_page):
    page = open_page()
    page.goto("/pitfalls/?view=compact")
    page.emulate_media(media="print")
    expect(page.locator(".choices")).to_be_hidden()
    expect(page.locator("#lazy-load-relationship")).to_be_visible()


def test_paper_shows_the_diagnosis_and_not_the_forms(open_page, paste):
    page = open_page()
    page.goto("/")
    page.fill("#paste", paste(LAZY, "sa21"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_contain_text("You read user.posts")
    page.emulate_media(media="print")
    expect(page.locator("#again")).to_be_hidden()
    expect(page.locator("#your-line ~ .code")).to_be_visible()
    clipped = page.evaluate(
        """[...document.querySelectorAll(".code, .transcript")]
            .filter((box) => box.scrollWidth > box.clientWidth + 1).length"""
    )
    assert clipped == 0


def test_slash_search_and_arrows_lead_to_a_page(open_page):
    page = open_page()
    page.goto("/tree/")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("MissingGrenlet relationship")
    page.keyboard.press("Enter")
    expect(page.locator(".found mark").first).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".found .rows a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/causes/[\w-]+/$"))


def test_a_traceback_pasted_into_the_search_is_diagnosed_with_its_lines(open_page, paste):
    page = open_page()
    page.goto("/tree/")
    page.locator("#search").focus()
    page.evaluate(
        """(text) => {
            const data = new DataTransfer();
            data.setData("text", text);
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
        }""",
        paste(LAZY, "sa21"),
    )
    page.get_by_role("button", name="Diagnose it").click()
    expect(page.locator("h1")).to_contain_text("You read user.posts")
