"""Pages are made of records, escaped and in the reader's language."""

from __future__ import annotations

from pathlib import Path

from starterspad import pages as views
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.intake.form_fields import partner_fields
from starterspad.output.scripts import module_paths

from tests.conftest import Write
from tests.support.rendered_pages import ATTACK, Tags, bodies, pages


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
    files = [*package.rglob("*.html"), *module_paths(), *package.rglob("*.py")]
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
