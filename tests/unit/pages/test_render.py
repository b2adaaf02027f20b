"""Pages are made of records, escaped and in the reader's language."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starterspad import pages as views
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.models.glossary import Term
from starterspad.intake.form_fields import partner_fields
from starterspad.output.feed import render_feed
from starterspad.pages.appearances import appearances, appearing_json, for_whom
from starterspad.pages.embed import embeds, render_embeds
from starterspad.pages.gaps import Report, gaps_json
from starterspad.pages.glossary import Explainer
from starterspad.pages.localizer import Localizer
from starterspad.pages.render import Page, render_pages
from starterspad.quality.coverage import coverage_of

Write = Callable[[str, str], Path]
ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\\\"'&{{ 7*7 }}"


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def pages(catalog: Catalog, language: str) -> list[Page]:
    return list(render_pages(coverage_of(catalog), language, "model.json", datetime.date(2026, 11, 22)))


def bodies(catalog: Catalog, language: str) -> dict[str, str]:
    return {page.path: page.body for page in pages(catalog, language)}


def test_every_record_has_its_page_in_every_language(ghent: Catalog) -> None:
    for language in ghent.site.languages:
        paths = set(bodies(ghent, language))
        assert {f"tasks/{id}/" for id in ghent.tasks} <= paths
        assert {f"partners/{id}/" for id in ghent.partners} <= paths
        assert {f"phases/{id}/" for id in ghent.phases} <= paths
        assert {"", "questions/", "plan/", "search/", "phases/", "tasks/", "partners/"} <= paths


def test_every_page_has_one_heading_a_title_and_a_description(ghent: Catalog) -> None:
    for page in pages(ghent, "nl"):
        assert page.title
        assert page.description
        if page.path != "questions/":  # its screens each have one, and one is shown at a time
            assert page.body.count("<h1") == 1, page.path


def test_hostile_words_stay_words(instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    text = text.replace("name: Town desk", f'name: "{ATTACK}"').replace("City office", f'"{ATTACK}"')
    text = text.replace("Answers questions at the desk.", f'"{ATTACK}"').replace("A talk at the desk", f'"{ATTACK}"')
    write("partners/town-desk.yml", text)
    catalog = load_catalog(instance)
    assert not catalog.problems
    for path, body in bodies(catalog, "en").items():
        tags = Tags(body).tags
        # The one page with pictures shows our own badges.
        assert not {"script", "img"} & {tag for tag, _ in tags} - ({"img"} if path == "embed/" else set()), path
        assert not [name for _, attributes in tags for name in attributes if name.startswith("on")], path
        assert "49" not in body


def test_no_page_holds_inline_style_or_script(ghent: Catalog) -> None:
    for path, body in bodies(ghent, "fr").items():
        for tag, attributes in Tags(body).tags:
            # The one page with frames shows our own cards.
            assert tag not in ("script", "style", "iframe", "object") or (path, tag) == ("embed/", "iframe"), path
            assert not [name for name in attributes if name == "style" or name.startswith("on")], path


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("1. a\n2. **b**", "<ol>\n<li>a</li>\n<li><strong>b</strong></li>\n</ol>"),
        ("<script>x</script>ok", "\n<p>ok</p>"),
        ("[x](javascript:alert(1))", '<p><a rel="noopener noreferrer">x</a></p>'),
        ("[x](http://a.example)", '<p><a rel="noopener noreferrer">x</a></p>'),
        ("[x](https://a.example)", '<p><a href="https://a.example" rel="noopener noreferrer">x</a></p>'),
        ("![x](https://a.example/x.png)", "<p></p>"),
        ('<a onclick="x()" style="y" class="c">z</a>', '<p><a rel="noopener noreferrer">z</a></p>'),
        ("<b><i>x", "<p>x</p>"),
    ],
)  # fmt: skip
def test_markdown_comes_out_clean(text: str, html: str, tiny: Catalog) -> None:
    assert str(Localizer(tiny.messages["en"], "en").markdown({"en": text})) == html


def test_a_text_that_falls_back_is_marked_with_its_language(ghent: Catalog) -> None:
    localizer = Localizer(ghent.messages["fr"], "nl")
    assert str(localizer.text({"nl": "a<b"})) == "<span lang='nl'>a&lt;b</span>"
    assert str(localizer.text({"fr": "a<b"})) == "a&lt;b"


def test_what_is_not_known_reads_so(tiny: Catalog) -> None:
    body = bodies(tiny, "en")["partners/town-desk/"]
    assert "not known, ask them" in body
    assert "Not yet checked with the organisation itself." in body


def test_a_task_names_its_source_year_and_helpers(ghent: Catalog) -> None:
    body = bodies(ghent, "en")["tasks/kbo/"]
    assert "EUR 105.50" in body
    assert "holds for 2024" in body
    assert "https://www.vlaio.be/begeleiding-advies" in body
    assert "../../partners/acerta/" in body
    assert bodies(ghent, "nl")["tasks/zichtrekening/"].count("Deze stap doe je zelf.") == 1


def test_without_script_the_questions_page_lists_every_task_with_who_it_is_for(ghent: Catalog) -> None:
    body = bodies(ghent, "nl")["questions/"]
    for id, task in ghent.tasks.items():
        assert f'href="../tasks/{id}/"' in body
        assert task.for_whom["nl"] in body


def test_every_sentence_of_the_interface_is_said_somewhere(tiny: Catalog) -> None:
    package = Path(views.__file__).parent.parent
    files = [*package.rglob("*.html"), *package.rglob("*.js"), *package.rglob("*.py")]
    said = "".join(path.read_text("utf-8") for path in files)
    for key in tiny.messages["en"].sentences:
        group, _, name = key.partition(".")
        listed = any(f'raw_messages("{group}"' in line and f'"{name}"' in line for line in said.splitlines())
        by_value = (
            group in ("cost", "contact", "form", "format", "kind", "kind_short", "filter", "supply", "wrong")
            and f'"{name}"' in said
        )
        by_field = key.removesuffix("_help") in {field.word for field in partner_fields()}
        by_page = name == "description" and f'"{group}"' in said
        assert listed or by_value or by_field or by_page or f'"{key}"' in said or f"'{key}'" in said, key


ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_tells_every_change_of_every_step_newest_first(ghent: Catalog) -> None:
    wanted = sum(len(task.changes) for task in ghent.tasks.values())
    assert wanted
    for language in ghent.site.languages:
        feed = ElementTree.fromstring(render_feed(ghent, language))
        entries = feed.findall(f"{ATOM}entry")
        assert len(entries) == wanted
        days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
        assert days == sorted(days, reverse=True)
        assert feed.findtext(f"{ATOM}updated") == days[0]
        ids = {entry.findtext(f"{ATOM}id") for entry in entries}
        assert len(ids) == wanted
        links = {link.get("href", "") for link in feed.iter(f"{ATOM}link")}
        assert all(link.startswith(f"{ghent.site.base_url}{language}/") for link in links)


def test_words_of_a_change_stay_words_in_the_feed(instance: Path, write: Write) -> None:
    text = (instance / "content/tasks/study.yml").read_text("utf-8")
    write("content/tasks/study.yml", text + 'changes:\n  - {on: 2026-02-01, note: {en: "<b>]]>&amp; new"}}\n')
    feed = ElementTree.fromstring(render_feed(load_catalog(instance), "en"))
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary") == "<b>]]>&amp; new"


def test_a_site_without_changes_has_a_feed_without_entries(tiny: Catalog) -> None:
    feed = ElementTree.fromstring(render_feed(tiny, "en"))
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert "Nothing has changed yet." in bodies(tiny, "en")["changes/"]


def test_a_partner_page_says_where_it_appears_for_whom_and_beside_whom(ghent: Catalog) -> None:
    for id, partner in ghent.partners.items():
        found = appearances(ghent, id)
        assert [one.service.id for one in found] == [service.id for service in partner.services]
        for one in found:
            assert list(one.neighbours) == list(one.service.helps_with)
            for task, others in one.neighbours.items():
                assert set(others) == {
                    other for other, _, service in ghent.services() if task in service.helps_with and other != id
                }
    body = bodies(ghent, "en")["partners/starterslabo/"]
    assert "For the organisation: where and why you appear here" in body
    assert '<a href="../../../appearing/starterslabo.json">' in body


def test_a_condition_is_said_in_sentences_in_every_language(tiny: Catalog, instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    condition = "    when: [{groups: [student, maker], stage: idea}]\n    unless: {way: via-other}\n"
    write("partners/town-desk.yml", text.replace("    area: country\n", "    area: country\n" + condition))
    catalog = load_catalog(instance)
    service = next(one for one in catalog.partners["town-desk"].services if one.id == "number")
    assert for_whom(catalog, Localizer(catalog.messages["en"], "en"), service) == [
        "Who said: What fits you: I study or I make things and How far you are: I have an idea",
        "Not who said: How you begin: Through another",
    ]
    assert for_whom(tiny, Localizer(tiny.messages["en"], "en"), tiny.partners["town-desk"].services[0]) == []


def test_where_a_partner_appears_is_there_as_data(tiny: Catalog) -> None:
    assert appearing_json(tiny, "town-desk")["services"] == [
        {"service": "desk", "when": [], "unless": [], "area": "town", "tasks": {"talk-first": []}},
        {"service": "number", "when": [], "unless": [], "area": "country", "tasks": {"register": []}},
    ]


def test_the_page_of_gaps_says_every_state_in_words_and_offers_two_doors(ghent: Catalog) -> None:
    for language in ghent.site.languages:
        body, say = bodies(ghent, language)["gaps/"], ghent.messages[language].format
        cells = re.findall(r'<td class="heat--(\w+)">([^<]*)</td>', body)
        assert len({state for state, _ in cells}) == 6
        for state, words in cells:
            count = int("".join(filter(str.isdigit, words)) or 0)
            assert words == say(f"supply.{state}", count=count)
        told = body.count('class="gap__what"')
        assert told > 10
        assert body.count(say("gaps.we_can")) == body.count(say("gaps.set_up")) == told


def test_a_gap_is_a_sentence_that_names_what_is_asked_for(instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text.replace("    area: country\n    cost: paid", "    languages: [nl]"))
    config = (instance / "site_config.yml").read_text("utf-8")
    config = config.replace(
        "{id: elsewhere, title: {en: Elsewhere}}", "{id: elsewhere, title: {en: Elsewhere}, where: {en: far away}}"
    )
    write("site_config.yml", config)
    coverage = coverage_of(load_catalog(instance))
    report = Report(coverage, Localizer(coverage.catalog.messages["en"], "en"), datetime.date(2027, 6, 1))
    assert [sentence for _, sentence in report.missing] == [
        "Nobody helps in English with “Register”.",
        "Nobody helps far away with “Register”.",
        "Nobody helps far away with “Talk to someone”.",
    ]
    assert [sentence for _, sentence in report.single] == [
        "Only Town desk helps with “Register”.",
        "Only Town desk helps with “Talk to someone”.",
    ]
    assert [sentence for _, sentence in report.unknown] == [
        "For 2 steps we do not know who helps free of charge.",
        "For 1 step we do not know who helps in English.",
    ]
    assert [one.id for one in report.aged] == ["town-desk", "register", "talk-first", "study"]


def test_the_gaps_as_data_say_what_the_page_says(ghent: Catalog) -> None:
    coverage = coverage_of(ghent)
    data = gaps_json(coverage, datetime.date(2026, 11, 22))
    assert data["columns"] == ["task", "area", "language", "group", "cost", "state", "partners", "perhaps"]
    assert len(data["rows"]) == len(coverage.help)
    assert [one["task"] for one in data["missing"]] == [gap.task for gap in coverage.missing]
    assert ["btw", None, None, None, "free", "nobody", 0, 0] in data["rows"]
    assert data["date"] == "2026-11-22"


TERMS = {
    "number": Term(id="number", term={"en": "number"}, text={"en": "Digits & <more>."}),
    "big-number": Term(
        id="big-number", term={"en": "big number"}, forms={"en": ("l'argent",)}, text={"en": "Many digits."}
    ),
}


def explained(body: str, tiny: Catalog) -> str:
    return Explainer(TERMS, Localizer(tiny.messages["en"], "en")).explain(body, "../")


def test_a_term_explains_itself_where_a_page_first_uses_it(tiny: Catalog) -> None:
    html = explained("<p>A Number, and a number.</p><p>A big number.</p>", tiny)
    assert html.count("<button") == 2
    assert (
        '<p>A <button type="button" class="term" popovertarget="term-number">Number</button>, and a number.</p>' in html
    )
    assert 'popovertarget="term-big-number">big number</button>' in html
    assert html.count('<div popover id="term-number" class="meaning">') == 1
    assert "<p>Digits &amp; &lt;more&gt;.</p>" in html
    assert '<a href="../glossary/#number">' in html


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="number">number</a></p>',
        "<h2>number</h2>",
        "<details><summary>number</summary></details>",
        '<p title="number">Words</p>',
        "<p>numbers, a house-number, renumber</p>",
        "<template><p>number</p></template>",
    ],
)
def test_a_term_is_left_alone_where_a_button_would_be_wrong(body: str, tiny: Catalog) -> None:
    assert explained(body, tiny) == body


def test_a_term_is_found_as_a_page_writes_it(tiny: Catalog) -> None:
    assert 'popovertarget="term-big-number">l&#39;argent</button>' in explained("<p>l&#39;argent</p>", tiny)
    assert "term-number" in explained("<p>One<br>two <img src=x> number</p>", tiny)


FACTS = """\
- id: fee
  text: {en: "A number costs {fact: fee}."}
  value: {en: ten coins}
  source: https://desk.example/fee
  valid: {en: "2026"}
  checked: 2026-11-01
- id: once
  text: {en: "It was free once."}
  source: https://desk.example/once
  historic: true
  checked: 2024-01-01
"""


def test_facts_stand_with_their_source_and_dates_and_the_old_ones_last_and_marked(instance: Path, write: Write) -> None:
    write("content/facts/desk.yml", FACTS)
    text = (instance / "content/tasks/register.yml").read_text("utf-8")
    write("content/tasks/register.yml", text.replace("You need a number.", '"Pay {fact: fee}."') + "facts: [once]\n")
    body = bodies(load_catalog(instance), "en")["tasks/register/"]
    assert "Pay ten coins." in body
    shown = body[body.index('<li id="fact-fee">') : body.index("</ul>", body.index('<li id="fact-once">'))]
    fee, once = shown.split('<li id="fact-once">')
    assert "A number costs ten coins." in fee
    assert "holds for 2026" in fee
    assert "https://desk.example/fee" in fee
    assert "checked on November 1, 2026" in fee
    assert 'class="old"' not in fee
    assert "over two years ago" in once
    assert "It is no rule of today." in once


PROGRAMME = """\
order: 10
title: {en: The lab}
journey: {en: Try first}
summary: {en: You try before you choose.}
today: {en: "It has ended, but this desk works so:"}
partner: town-desk
historic: true
for_whom: [{en: Who looks for work}]
not_for: [{en: Who is able already}]
duration: {en: A year at most}
keeps: {en: Your benefit}
stages:
  - title: {en: Trying out}
    form: mixed
    goals: [{en: Know whether it works}]
    activities: [{en: Serve customers}, {en: Send invoices}]
    gate:
      question: {en: Is there a market?}
      go: {en: You register.}
      no: {en: You look for a job.}
      our_reading: true
    tasks: [talk-first, register]
outcomes: [{en: A job that fits}]
found_in: {title: {en: An old article}, written: {en: undated}}
checked: 2026-01-01
"""
ROUTES = """\
- id: sure
  title: {en: Beside a job}
  task: study
  for_whom: {en: Employees}
  how_long: {en: As long as the job}
  keeps: {en: Your wage}
  first: {en: Ask your employer.}
  risk: {en: Small}
- id: unsure
  title: {en: With a premium}
  task: register
  for_whom: {en: Job seekers}
  how_long: {en: Two years}
  keeps: {en: A premium}
  first: {en: Ask whether it exists.}
  risk: {en: Large}
  certain: false
"""


def test_a_programme_tells_its_path_with_its_gates_and_leads_to_the_steps_of_this_site(
    instance: Path, write: Write
) -> None:
    write("content/programmes/lab.yml", PROGRAMME)
    found = bodies(load_catalog(instance), "en")
    page = found["programmes/lab/"]
    for words in ("Who is able already", "alone and in a group", "Is there a market?", "You look for a job."):
        assert words in page
    assert '<li data-task="register"><a href="../../tasks/register/">Register</a>' in page
    assert "This is how it was then." in page
    assert "Part of this is not in the source." in page
    assert '<a href="../../partners/town-desk/">Town desk</a>' in page
    assert "An old article (undated)" in page
    overview = found["programmes/"]
    assert '<a href="../programmes/lab/#stage-1">Trying out</a>' in overview
    assert '<span class="old">ended</span>' in overview


def test_routes_stand_side_by_side_and_say_which_are_not_confirmed(instance: Path, write: Write) -> None:
    write("content/routes.yml", ROUTES)
    page = bodies(load_catalog(instance), "en")["routes/"]
    sure, unsure = page.split('<tr id="unsure">')
    assert "not confirmed" not in sure
    assert "not confirmed" in unsure
    assert '<a href="../tasks/study/">Beside a job</a>' in sure
    for words in ("As long as the job", "Your wage", "Ask your employer.", "Small"):
        assert words in sure


def test_an_instance_without_programmes_or_routes_has_no_pages_for_them(tiny: Catalog) -> None:
    assert not {"programmes/", "routes/"} & bodies(tiny, "en").keys()


NOTICES = """\
- id: holiday
  text: {en: "The desk is closed & dark."}
  until: 2026-11-22
  tasks: [register]
  partners: [town-desk]
- id: past
  text: {en: The desk was closed.}
  until: 2026-11-21
  tasks: [register]
"""


def test_a_notice_stands_on_its_pages_up_to_its_last_day(instance: Path, write: Write) -> None:
    write("content/notices.yml", NOTICES)
    found = bodies(load_catalog(instance), "en")
    for path in ("tasks/register/", "partners/town-desk/"):
        assert found[path].count("<portal-notice") == 1
        assert 'data-until="2026-11-22"><p>The desk is closed &amp; dark. ' in found[path]
        assert "Until November 22, 2026." in found[path]
    assert "<portal-notice" not in found["tasks/study/"]


def test_what_stands_on_other_sites_is_plain_and_says_where_it_comes_from(ghent: Catalog) -> None:
    for language in ghent.site.languages:
        made = dict(render_embeds(ghent, language, "assets/x", "default-src 'self'"))
        assert len(made) == 4
        for path, text in made.items():
            assert "<script" not in text
            if path.endswith(".svg"):
                assert ElementTree.fromstring(text).tag.endswith("svg")
        for one in embeds(ghent, language):
            assert f"{ghent.site.base_url}embed/{language}-{one.scheme}.html" in one.card_code
            assert "<script" not in one.card_code + one.badge_code


def test_a_badge_is_as_wide_as_its_longest_line(tiny: Catalog) -> None:
    def width(name: str) -> int:
        site = tiny.site.model_copy(update={"name": {"en": name}})
        return embeds(replace(tiny, site=site), "en")[0].width

    assert width("Town") == 160
    assert width("T" * 20) < width("T" * 40)
    assert width("町" * 20) == width("T" * 40)
