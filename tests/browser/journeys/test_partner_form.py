"""The partners' door as a partner uses it: by keyboard, on a phone, in each language, to an accepted file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from click.testing import CliRunner
from playwright.sync_api import Locator, Page, Route, expect
from starterspad.cli.main import main
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.output.build import build
from starterspad.quality.checks import check

from tests.browser.conftest import Open, Watch, serve
from tests.conftest import TINY, TODAY, TOWN

WORDS = {
    "name": "Buurtwinkel De Proef",
    "kind": "Coop: no #1",
    "summary": "Wij helpen je, « pas à pas », 1e3 keer.",
    "website": "https://proef.example",
    "services.title": "Een kraam voor één dag",
    "confirmed.by": "An, voorzitter",
}


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is wanted has the focus, as somebody without a mouse does."""
    for _ in range(150):
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not come to {selector}")


def form_of(page: Page) -> Page:
    page.locator("portal-partner-form form:visible").wait_for()
    return page


def unfold(page: Page) -> None:
    """Open all that is asked: what comes after the first questions, what is folded, and what stands already."""
    page.evaluate("""() => {
      for (const name of ["second", "last"]) document.querySelector(`[data-part=${name}]`).hidden = false;
      document.querySelector("[data-part=further]").hidden = true;
      for (const ask of document.querySelectorAll("[data-ask^='services.title']")) ask.hidden = false;
      for (const choice of document.querySelectorAll("[data-review] [value=change]")) choice.click();
    }""")
    page.locator("details[data-more]").evaluate_all("(boxes) => boxes.forEach((box) => { box.open = true; })")


def fill(page: Page, language: str) -> None:
    """Fill in what is needed, by keyboard alone."""
    for path in ("name", f"summary.{language}", "website"):
        tab_to(page, f'[data-path="{path}"]')
        page.keyboard.type(WORDS[path.partition(".")[0]])
    tab_to(page, "[data-pick=tasks] [type=search]")
    page.keyboard.type("plan")
    page.locator("[data-pick=tasks] li").first.wait_for()
    # Enter searches; it does not end the form.
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=faults]")).to_be_hidden()
    tab_to(page, "[data-pick=tasks] li input")
    page.keyboard.press("Space")
    tab_to(page, f'[data-path="services.title.{language}"]')
    page.keyboard.press("Control+A")
    page.keyboard.type(WORDS["services.title"])
    tab_to(page, '[data-path="confirmed.by"]')
    page.keyboard.type(WORDS["confirmed.by"])
    if page.locator("[data-part=further]:visible").count():
        page.keyboard.press("Enter")
        expect(page.locator("[data-part=second] h2")).to_be_focused()
    tab_to(page, f'[data-path="kind.{language}"]')
    page.keyboard.type(WORDS["kind"])
    tab_to(page, "[data-part=last] [type=submit]")
    page.keyboard.press("Enter")
    page.locator("[data-part=done]:visible").wait_for()


def downloaded(page: Page, folder: Path) -> Path:
    tab_to(page, "[data-part=download]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.fixture
def copy_of_town(tmp_path: Path) -> Path:
    root = tmp_path / "town"
    shutil.copytree(TOWN, root)
    return root


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_new_partner_comes_from_the_form_to_an_accepted_file_by_keyboard_on_a_phone(
    language: str, open_page: Open, copy_of_town: Path
) -> None:
    page = form_of(open_page(f"{language}/join/"))
    fill(page, language)
    # What could be better is said, and stops nobody: the texts stand in one language only.
    expect(page.locator("[data-part=advice-list] li")).to_have_count(3)
    path = downloaded(page, copy_of_town / "partners")
    assert path.name == "buurtwinkel-de-proef.yml"
    catalog = load_catalog(copy_of_town)
    assert [problem for problem in check(catalog) if problem.severity == "error"] == []
    partner = catalog.partners["buurtwinkel-de-proef"]
    assert (partner.name, partner.kind[language]) == (WORDS["name"], WORDS["kind"])
    assert partner.confirmed
    assert partner.services[0].helps_with


def test_the_letter_becomes_the_same_file(open_page: Open, copy_of_town: Path, tmp_path: Path) -> None:
    page = form_of(open_page("fr/join/"))
    unfold(page)
    page.locator('[data-pick=languages] input[value="fr"]').check()
    fill(page, "fr")
    path = downloaded(page, tmp_path)
    letter = tmp_path / "letter.txt"
    letter.write_text(page.locator("[data-part=message]").text_content() or "", "utf-8")
    assert "- français (fr)" in letter.read_text("utf-8")
    said_first = letter.read_text("utf-8").partition("[language]")[0]
    assert "CC BY 4.0" in said_first
    assert "https://creativecommons.org/licenses/by/4.0/deed." in said_first
    day = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)["checked"]
    command = ["new", "partner", "--root", str(copy_of_town), "--from-message", str(letter), "--today", day]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    assert (copy_of_town / "partners" / path.name).read_text("utf-8") == path.read_text("utf-8")
    assert "Voici ce qui se passe maintenant" in result.output


def test_what_is_wrong_is_said_beside_the_answer_and_above_with_a_way_there(open_page: Open) -> None:
    page = form_of(open_page("nl/join/"))
    unfold(page)
    page.locator('[data-path="website"]').fill("http://proef.example")
    page.locator('[data-path="contact.phone"]').fill("bel ons")
    page.locator("portal-partner-form form [type=submit]:visible").click()
    expect(page.locator("[data-part=faults]")).to_be_focused()
    expect(page.locator('[data-path="website"]')).to_have_attribute("aria-invalid", "true")
    told = page.locator("[data-part=fault-list] a").all_inner_texts()
    assert "Jullie website Een webadres begint met https://." in told
    assert any("telefoonnummer" in one for one in told)
    expect(page.locator("#join-website-fault")).to_have_text("Een webadres begint met https://.")
    page.locator("[data-part=fault-list] a", has_text="Jullie website").click()
    expect(page.locator('[data-path="website"]')).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("https://proef.example")
    expect(page.locator("#join-website-fault")).to_be_hidden()
    expect(page.locator('[data-path="website"]')).not_to_have_attribute("aria-invalid", "true")
    # Who begins anew is told nothing before she says that she is ready.
    page.locator("[data-part=erase]").click()
    expect(page.locator("[data-part=told]").first).to_have_text("Het formulier is gewist.")
    page.locator('[data-path="website"]').fill("http://proef.example")
    expect(page.locator("[data-part=faults]")).to_be_hidden()
    expect(page.locator("#join-website-fault")).to_be_hidden()


def asked_now(page: Page) -> list[str]:
    """Return what stands to be filled in, in the order of the page."""
    asked = "(asked) => asked.map((one) => one.dataset.ask.replace('.nl', ''))"
    paths: list[str] = page.locator("portal-partner-form form [data-ask]:visible").evaluate_all(asked)
    return paths


def test_five_things_are_asked_first_and_the_rest_once_they_are_answered(open_page: Open) -> None:
    page = form_of(open_page("nl/join/"))
    first = ["name", "summary", "website", "services.helps_with", "confirmed.by"]
    assert asked_now(page) == first
    further = page.locator("[data-part=further] [type=submit]")
    further.click()
    # What comes later is missing too, and nobody is told before it is asked.
    told = page.locator("[data-part=fault-list] li")
    expect(page.locator("[data-part=faults]")).to_be_focused()
    expect(told).to_have_count(5)
    for path in ("name", "summary.nl", "website", "confirmed.by"):
        page.locator(f'[data-path="{path}"]').fill(WORDS[path.removesuffix(".nl")])
    page.locator("[data-pick=tasks] [type=search]").fill("plan")
    step = page.locator("[data-pick=tasks] li").first
    step.locator("input").check()
    # What an offer is called is proposed, and said to be.
    title = page.locator('[data-path="services.title.nl"]')
    expect(title).to_have_value(step.locator("[data-part=name]").text_content() or "")
    proposed = page.locator("[data-part=proposed]")
    expect(proposed).to_contain_text("naam van de stap")
    title.fill("Eigen woorden")
    expect(proposed).to_have_text("")
    further.click()
    expect(page.locator("[data-part=second] h2")).to_be_focused()
    expect(told).to_have_count(0)
    assert asked_now(page) == [*first[:4], "services.title", first[4], "kind", "contact.email", "area"]
    page.reload()
    # The draft goes on where it was.
    assert "kind" not in asked_now(form_of(page))
    expect(title).to_have_value("Eigen woorden")
    further.click()
    expect(page.locator('[data-path="kind.nl"]')).to_be_visible()


def review_of(page: Page, path: str) -> Locator:
    return page.locator(f'[data-ask="{path}"] [data-review]').first


def test_what_stands_is_right_or_changed_answer_by_answer_and_all_of_it_right_is_a_message(
    open_page: Open, town: Catalog
) -> None:
    page = form_of(open_page("nl/join/#change=starterslabo"))
    partner = town.partners["starterslabo"]
    name = page.locator('[data-path="name"]')
    expect(review_of(page, "name").locator("[data-part=now]")).to_have_text("Starterslabo")
    expect(name).to_be_hidden()
    expect(page.locator("[data-pick=tasks] [data-part=find]").first).to_be_hidden()
    assert partner.services[0].format
    said = review_of(page, "services.format").locator("[data-part=now]")
    expect(said).to_contain_text("telefonisch")
    # Who sends it says that all of it holds, so nobody sends what nobody looked at.
    page.locator('[data-path="confirmed.by"]').fill("An")
    page.locator("[data-part=last] [type=submit]").click()
    left = page.locator("[data-part=unlooked]")
    expect(left).to_be_focused()
    before = page.locator("[data-part=left]").text_content()
    review_of(page, "name").get_by_label("Klopt").check()
    assert page.locator("[data-part=left]").text_content() != before
    page.get_by_role("button", name="De rest klopt ook").click()
    expect(left).to_be_hidden()
    page.locator("[data-part=last] [type=submit]").click()
    message = page.locator("[data-part=message]")
    expect(message).to_contain_text("wij keken alles na op")
    file = (page.locator("[data-part=file]").text_content() or "").splitlines()
    old = (TOWN / "partners/starterslabo.yml").read_text("utf-8").splitlines()
    assert [line for line in file if line not in old][-1] == "  by: An"
    # Whoever changes one answer after all sends a change, and what she wrote stands where the choice was.
    page.locator("[data-part=again]").click()
    review_of(page, "name").get_by_label("Wijzig").check()
    name.fill("Anders")
    page.locator("[data-part=last] [type=submit]").click()
    expect(message).to_contain_text("wij stellen een wijziging voor")
    page.reload()
    expect(form_of(page).locator('[data-path="name"]')).to_have_value("Anders")
    expect(name).to_be_visible()
    expect(page.locator('[data-path="website"]')).to_be_hidden()


def test_an_address_is_completed_and_what_is_no_domain_is_left_as_it_is(open_page: Open) -> None:
    page = form_of(open_page("nl/join/"))
    website = page.locator('[data-path="website"]')
    for typed, kept in (
        ("proef.example", "https://proef.example"),
        (" www.proef.example/over?a=b ", "https://www.proef.example/over?a=b"),
        ("http://proef.example", "http://proef.example"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("proef", "proef"),
        ("geen website.", "geen website."),
    ):
        website.fill(typed)
        website.press("Tab")
        expect(website).to_have_value(kept)


def test_what_is_filled_in_survives_the_closing_of_the_tab(open_page: Open) -> None:
    page = form_of(open_page("nl/join/"))
    page.locator('[data-path="name"]').fill("Half Klaar")
    page.locator("[data-part=add]").click()
    unfold(page)
    page.locator('[data-path="services.title.nl"]').nth(1).fill("Tweede")
    again = page.context.new_page()
    address = page.url
    page.close()
    again.goto(address)
    expect(form_of(again).locator('[data-path="name"]')).to_have_value("Half Klaar")
    expect(again.locator('[data-path="services.title.nl"]').first).to_have_value("Tweede")
    again.locator("[data-part=erase]").click()
    expect(again.locator('[data-path="name"]')).to_have_value("")
    again.reload()
    expect(form_of(again).locator('[data-path="name"]')).to_have_value("")


def test_a_browser_that_was_killed_before_it_wrote_its_local_copy_down_has_the_draft_and_not_one_that_was_wiped(
    open_page: Open,
) -> None:
    page = form_of(open_page("nl/join/"))
    page.locator('[data-path="name"]').fill("Eerst")
    earlier = page.evaluate("Object.entries(localStorage)")
    page.locator('[data-path="name"]').fill("Half Klaar")
    # Who asks the database now is answered after what it was told before.
    draft = "/some-project/assets/sources/elements/partner-form/draft.js"
    kept = "async (draft) => new (await import(draft)).Draft('', {}).restore()"
    assert page.evaluate(kept, draft)["name"] == "Half Klaar"
    lost = "(earlier) => earlier.forEach(([name, text]) => localStorage.setItem(name, text))"
    page.evaluate(lost, earlier)
    page.reload()
    expect(form_of(page).locator('[data-path="name"]')).to_have_value("Half Klaar")
    page.locator("[data-part=erase]").click()
    expect(page.locator("[data-part=told]").first).to_have_text("Het formulier is gewist.")
    assert page.evaluate(kept, draft) is None
    page.evaluate(lost, earlier)
    page.reload()
    expect(form_of(page).locator('[data-path="name"]')).to_have_value("")


def test_an_offer_that_is_taken_away_is_gone_and_the_others_are_numbered_anew(open_page: Open) -> None:
    page = form_of(open_page("nl/join/"))
    remove = page.locator("[data-part=remove]")
    expect(remove).to_be_hidden()
    page.locator("[data-part=add]").click()
    expect(page.locator("[data-service]").nth(1).locator("input").first).to_be_focused()
    ids = page.locator("portal-partner-form [id]").evaluate_all("(elements) => elements.map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    unfold(page)
    titles = page.locator('[data-path="services.title.nl"]')
    titles.nth(0).fill("Eerste")
    titles.nth(1).fill("Tweede")
    remove.first.click()
    expect(page.locator("#join-services")).to_be_focused()
    expect(page.locator("[data-service] h3")).to_have_text(["Aanbod 1"])
    page.reload()
    form_of(page)
    assert [title.input_value() for title in titles.all()] == ["Tweede"]


def test_a_draft_of_a_file_that_has_changed_since_is_left_alone(open_page: Open) -> None:
    page = form_of(open_page("nl/join/#change=vdab"))
    unfold(page)
    page.locator('[data-path="name"]').fill("Anders")
    page.reload()
    expect(form_of(page).locator('[data-path="name"]')).to_have_value("Anders")

    def changed(route: Route) -> None:
        vdab = route.fetch().json()
        vdab["services"][0] |= {"when": {"stage": ["started"]}, "unless": {"stage": ["growing"]}}
        confirmed = {"on": "2025-01-01", "by": "Bo"}
        route.fulfill(json={**vdab, "website": "https://x.example", "paused": "2026-11-20", "confirmed": confirmed})

    page.route("**/partners/vdab.json", changed)
    page.reload()
    expect(form_of(page).locator('[data-path="name"]')).to_have_value("VDAB")
    expect(page.locator('[data-path="website"]')).to_have_value("https://x.example")
    # That it takes nobody new is in sight; a condition that the form cannot show stays as it is.
    expect(page.locator('[data-ask="paused"]')).to_be_visible()
    unfold(page)
    expect(page.locator("[data-part=sentence]").first).to_contain_text("Wijzig ze in het bestand.")
    page.locator('[data-path="confirmed.by"]').fill("An")
    page.locator("portal-partner-form form [type=submit]:visible").click()
    condition = "when:\n      stage: [started]\n    unless:\n      stage: [growing]"
    expect(page.locator("[data-part=file]")).to_contain_text(condition)
    # Whoever fills in the form says that it holds today.
    expect(page.locator("[data-part=file]")).not_to_contain_text("2025-01-01")


def test_who_sees_a_gap_comes_to_the_form_with_that_step_in_it(open_page: Open) -> None:
    page = open_page("nl/gaps/")
    link = page.locator('.gap__doors a[href*="#task="]').first
    task = (link.get_attribute("href") or "").partition("#task=")[2]
    page.goto(page.url.replace("gaps/", f"join/#task={task}"))
    expect(form_of(page).locator(f'[data-pick=tasks] input[value="{task}"]')).to_be_checked()


def test_the_way_to_the_content_keeps_what_was_typed(open_page: Open) -> None:
    page = form_of(open_page("nl/join/#change=vdab"))
    unfold(page)
    page.locator('[data-path="name"]').fill("Anders")
    page.evaluate("window.same = true")
    page.evaluate("location.hash = 'content'")
    page.locator("#content").focus()
    assert page.evaluate("window.same")
    expect(page.locator('[data-path="name"]')).to_have_value("Anders")
    # The way to another partner leads there; what was typed of each stays its own.
    page.evaluate("location.hash = 'change=starterslabo'")
    expect(page.locator('[data-path="name"]')).to_have_value("Starterslabo")
    unfold(page)
    page.locator('[data-path="name"]').fill("Ook anders")
    page.evaluate("location.hash = 'change=vdab'")
    expect(page.locator('[data-path="name"]')).to_have_value("Anders")


def test_a_change_begins_with_all_that_stands_there_and_changes_only_its_own_lines(
    open_page: Open, town: Catalog, tmp_path: Path
) -> None:
    page = open_page("nl/partners/starterslabo/")
    page.locator('a[href*="#change=starterslabo"]').click()
    form_of(page)
    expect(page.locator("h1")).to_have_text("Stel een wijziging voor")
    unfold(page)
    page.locator('[data-path="contact.phone"]').fill("09 000 00 00")
    page.locator('[data-path="confirmed.by"]').fill("An")
    page.locator("portal-partner-form form [type=submit]:visible").click()
    page.locator("[data-part=done]:visible").wait_for()
    expect(page.locator("[data-part=message]")).to_contain_text("wij stellen een wijziging voor")
    new = (page.locator("[data-part=file]").text_content() or "").splitlines()
    old = (TOWN / "partners/starterslabo.yml").read_text("utf-8").splitlines()
    assert [line for line in old if line not in new] == []
    added = [line for line in new if line not in old]
    assert added[:2] == ["contact:", "  phone: 09 000 00 00"] or '  phone: "09 000 00 00"' in added
    assert added[-1] == "  by: An"
    assert len(added) == 5


def test_the_preview_says_how_it_looks_and_where_it_appears(open_page: Open, town: Catalog) -> None:
    page = form_of(open_page("nl/join/#change=starterslabo"))
    expect(page.locator("[data-part=card-name]")).to_have_text("Starterslabo")
    assert "{fact:" not in (page.locator("[data-part=card-services]").text_content() or "{fact:")
    tasks = {task for service in town.partners["starterslabo"].services for task in service.helps_with}
    expect(page.locator("[data-part=appears] > div")).to_have_count(len(tasks))
    beside = page.locator("[data-part=appears] > div", has=page.locator('a[href$="tasks/infosessie/"]'))
    others = {partner.name for id, partner, service in town.services() if "infosessie" in service.helps_with}
    for name in others - {"Starterslabo"}:
        expect(beside).to_contain_text(name)
    expect(beside).not_to_contain_text("Starterslabo")
    # What she takes back is gone from both.
    unfold(page)
    page.locator('[data-pick=tasks] input[value="infosessie"]').uncheck()
    expect(beside).to_have_count(0)
    facets = page.locator("[data-part=card-services] li").first
    expect(facets).to_contain_text("telefonisch")
    page.locator('[data-path="services.format"][value="phone"]').first.uncheck()
    expect(facets).not_to_contain_text("telefonisch")
    page.locator('[data-path="name"]').fill("<b>Anders</b>")
    expect(page.locator("[data-part=card-name]")).to_have_text("<b>Anders</b>")


def test_the_preview_falls_back_to_the_language_that_the_page_will_fall_back_to(open_page: Open) -> None:
    page = open_page("nl/about/")
    summary = {"fr": "Un texte en français.", "nl": "Een tekst in het Nederlands."}
    page.route("**/partners/vdab.json", lambda route: route.fulfill(json={**route.fetch().json(), "summary": summary}))
    page.goto(page.url.replace("nl/about/", "en/join/#change=vdab"))
    expect(form_of(page).locator("[data-part=card-summary]")).to_have_text(summary["nl"])


def test_a_maintainer_chooses_answers_and_reads_the_condition_as_a_sentence(open_page: Open, town: Catalog) -> None:
    page = form_of(open_page("nl/join/"))
    fill(page, "nl")
    page.locator("[data-part=again]").click()
    page.locator("[data-part=condition] summary").click()
    expect(page.locator("[data-part=sentence]")).to_have_text("Dit aanbod is voor iedereen.")
    (student,) = (option for option in town.questions["situation"].options if option.id == "student")
    page.locator("[data-part=questions] label", has_text=student.title["nl"]).first.click()
    expect(page.locator("[data-part=sentence]")).to_contain_text("Voor mensen die zeiden: ")
    page.locator("[data-part=questions] label", has_text=student.title["nl"]).first.click()
    expect(page.locator("[data-part=sentence]")).to_have_text("Dit aanbod is voor iedereen.")
    page.locator("[data-part=questions] label", has_text=student.title["nl"]).first.click()
    # Who does not know is nobody to whom an offer could be promised.
    assert town.questions["situation"].dont_know
    unsure = town.questions["situation"].dont_know["nl"]
    expect(page.locator("[data-part=questions] label", has_text=unsure)).to_have_count(0)
    page.locator("portal-partner-form form [type=submit]:visible").click()
    expect(page.locator("[data-part=file]")).to_contain_text("when:\n      situation: [student]")


def test_when_the_form_cannot_load_the_page_says_so_and_without_script_how_else(
    open_page: Open, new_context: Callable[..., Any], address: str
) -> None:
    page = new_context().new_page()
    page.route("**/partner-form.json", lambda route: route.abort())
    page.goto(f"{address}nl/join/")
    expect(page.get_by_text("Een deel van deze pagina kon niet laden")).to_be_visible()
    expect(page.locator("[data-part=without]")).to_be_visible()
    plain = open_page("nl/join/", java_script_enabled=False)
    expect(plain.locator("[data-part=without]")).to_be_visible()
    expect(plain.locator("portal-partner-form form")).to_be_hidden()


def site_with(config: str, tmp_path: Path) -> Path:
    """Build the tiny instance with more in its site config."""
    root = tmp_path / "tiny"
    shutil.copytree(TINY, root)
    with (root / "site_config.yml").open("a", encoding="utf-8") as file:
        file.write(config)
    build(root, tmp_path / "site", today=TODAY)
    return tmp_path / "site"


@pytest.fixture
def form_with(tmp_path: Path, new_context: Callable[..., Any]) -> Callable[[str], Page]:
    def form_with(config: str) -> Page:
        server = serve(site_with(config, tmp_path))
        start = f"http://127.0.0.1:{server.server_address[1]}/"
        context = new_context(locale="en-US")
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=start)
        page: Page = context.new_page()
        Watch(start).follow(page)
        page.goto(f"{start}en/join/")
        form_of(page)
        return page

    return form_with


GITHUB = "contact: town@town.example\nrepository: https://github.com/town/portal\n"


def test_the_repository_s_page_opens_with_the_file_in_it(form_with: Callable[[str], Page]) -> None:
    page = form_with(GITHUB + "branch: live/2027\n")
    page.locator("[data-pick=tasks] [type=search]").fill("register")
    fill_town(page)
    address = urlsplit(page.locator("[data-part=forge]").get_attribute("href") or "")
    assert f"{address.scheme}://{address.netloc}{address.path}" == (
        "https://github.com/town/portal/new/live/2027/partners"
    )
    asked = parse_qs(address.query)
    assert asked["filename"] == ["buurtwinkel-de-proef.yml"]
    assert asked["value"] == [page.locator("[data-part=file]").text_content()]
    mail = urlsplit(page.locator("[data-part=mail]").get_attribute("href") or "")
    assert (mail.scheme, mail.path) == ("mailto", "town@town.example")
    body = parse_qs(mail.query)["body"][0].replace("\r\n", "\n")
    assert body == page.locator("[data-part=message]").text_content()
    # A change opens the file that is there.
    page.evaluate("location.hash = 'change=town-desk'")
    expect(page.locator('[data-path="name"]')).to_have_value("Town desk")
    unfold(page)
    page.locator('[data-path="confirmed.by"]').fill("An")
    page.locator("portal-partner-form form [type=submit]:visible").click()
    assert page.locator("[data-part=forge]").get_attribute("href") == (
        "https://github.com/town/portal/edit/live/2027/partners/town-desk.yml"
    )


def fill_town(page: Page, summary: str = WORDS["summary"]) -> None:
    unfold(page)
    localised = {"kind": WORDS["kind"], "summary": summary, "services.title": WORDS["services.title"]}
    for path, words in localised.items():
        page.locator(f'[data-path="{path}.en"]').fill(words)
    for path in ("name", "website", "confirmed.by"):
        page.locator(f'[data-path="{path}"]').fill(WORDS[path])
    page.locator("[data-pick=tasks] [type=search]").fill("register")
    page.locator("[data-pick=tasks] li input").first.check()
    page.locator("portal-partner-form form [type=submit]:visible").click()
    page.locator("[data-part=done]:visible").wait_for()


def test_what_she_no_longer_looks_for_does_not_come_when_the_search_is_ready(open_page: Open) -> None:
    page = form_of(open_page("nl/join/"))
    search = page.locator("[data-pick=tasks] [type=search]")
    page.locator("[data-pick=tasks] [data-part=found]").evaluate("""(list) => {
      window.came = 0;
      new MutationObserver(() => { window.came += list.children.length; }).observe(list, { childList: true });
    }""")
    held: list[Route] = []
    page.route("**/search-index.json", lambda route: held.append(route))
    with page.expect_request("**/search-index.json"):
        search.fill("plan")
    search.fill("")
    with page.expect_response("**/search-index.json") as answered:
        held[0].continue_()
    answered.value.finished()
    search.fill("zzzz")
    expect(page.locator("[data-pick=tasks] [data-part=told]")).to_contain_text("Geen stap gevonden.")
    assert page.evaluate("window.came") == 0


def test_steps_that_cannot_be_searched_now_can_be_searched_again(form_with: Callable[[str], Page]) -> None:
    page = form_with(GITHUB)
    page.route("**/search-index.json", lambda route: route.fulfill(status=503))
    search = page.locator("[data-pick=tasks] [type=search]")
    search.fill("register")
    sentence = page.get_by_text("Part of this page did not load")
    expect(sentence).to_be_visible()
    page.unroute("**/search-index.json")
    search.fill("registers")
    expect(page.locator("[data-pick=tasks] li input").first).to_be_visible()
    expect(sentence).to_have_count(0)
    search.fill("zzzz")
    expect(page.locator("[data-pick=tasks] [data-part=told]")).to_have_text("No step found. Try another word.")


def test_a_long_file_is_copied_and_the_page_opens_with_its_name_alone(form_with: Callable[[str], Page]) -> None:
    page = form_with(GITHUB)
    unfold(page)
    for path in ("services.for_whom", "services.cost_note", "services.booking.how", "services.bring"):
        page.locator(f'[data-path="{path}.en"]').fill("é, " * 230)
    fill_town(page, "é, " * 230)
    forge = page.locator("[data-part=forge]")
    assert forge.get_attribute("href") == (
        "https://github.com/town/portal/new/main/partners?filename=buurtwinkel-de-proef.yml"
    )
    page.context.route("https://github.com/**", lambda route: route.fulfill(body="GitHub"))
    with page.context.expect_page():
        forge.click()
    expect(page.locator("[data-part=copied]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-part=file]").text_content()
    mail = page.locator("[data-part=mail]").get_attribute("href") or ""
    assert "body=" not in mail
    expect(page.locator("[data-part=mail-text]")).to_contain_text("Copy it first")
    page.locator("[data-part=copied]").evaluate("(told) => { told.textContent = ''; }")
    page.locator("[data-part=mail]").evaluate(
        "(link) => { link.addEventListener('click', (event) => event.preventDefault()); link.click(); }"
    )
    expect(page.locator("[data-part=copied]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-part=message]").text_content()


def test_gitlab_s_page_opens_with_the_name_of_the_file(form_with: Callable[[str], Page]) -> None:
    page = form_with("repository: https://gitlab.town.example/city/portal\nforge: gitlab\n")
    fill_town(page)
    assert page.locator("[data-part=forge]").get_attribute("href") == (
        "https://gitlab.town.example/city/portal/-/new/main?file_name=partners%2Fbuurtwinkel-de-proef.yml"
    )
    expect(page.locator("[data-part=forge]")).to_contain_text("GitLab")
    expect(page.locator("[data-part=mail]")).to_have_count(0)


def test_without_a_repository_only_the_letter_and_the_file_are_offered(form_with: Callable[[str], Page]) -> None:
    page = form_with("contact: town@town.example\n")
    fill_town(page)
    expect(page.locator("[data-part=forge]")).to_have_count(0)
    expect(page.locator("[data-part=mail]")).to_be_visible()
    expect(page.locator("[data-part=download]")).to_be_visible()
