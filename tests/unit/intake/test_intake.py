"""The form for partners: asked from the models, checked as the models check, and written so that nothing is lost."""

from __future__ import annotations

import datetime
import json
import random
import re
import textwrap
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starterspad.cli import main
from starterspad.content.catalog import Catalog, Place
from starterspad.content.loader import load_catalog
from starterspad.content.models.partner import Partner
from starterspad.content.problems import InvalidContent
from starterspad.content.validation import validate
from starterspad.content.yaml import SourceFile
from starterspad.content.yaml.parser import parse_yaml
from starterspad.intake.form_fields import NOT_ASKED, key_order, model_fields, partner_fields
from starterspad.intake.message_reader import read_message
from starterspad.intake.partner_from_message import Entry, entry_of
from starterspad.intake.partner_writer import completed, partner_id, tidied, write_partner
from starterspad.pages.join import partner_form
from starterspad.quality.checks import check
from starterspad.quality.checks.facts import figure_pattern
from starterspad.quality.readability import formula_of

from tests.conftest import REPOSITORY, TODAY
from tests.support.js_engine import Engine
from tests.support.random_partners import random_partners

COUNT = 2000
DAY = TODAY.isoformat()


@pytest.fixture(scope="module")
def form(ghent: Catalog) -> dict[str, Any]:
    return partner_form(ghent, "nl")


@pytest.fixture(scope="module")
def filled(ghent: Catalog, form: dict[str, Any], engine: Engine) -> list[dict[str, Any]]:
    """What the browser makes of many partners: tidied, completed, judged, written, and told in a message."""
    batch = list(random_partners(ghent, COUNT, seed=8))
    licence = ghent.messages["fr"].format("join.licence")
    frame = {"intro": "Hello,", "licence": licence, "end": "Bye", "language": "fr", "change": ""}
    made: list[dict[str, Any]] = engine.call(
        "batch.map((one) => { const tree = tidied(one); const whole = completed(tree, day, form);"
        " return { tree, whole, faults: faultsOf(tree, form), text: writePartner(whole, form),"
        " id: partnerId(tree, new Set(form.partners), form),"
        " message: messageOf(tree, form, frame, (path) => path,"
        " ({ kind }) => kind === 'tasks' ? 'A (b) step' : '') }; })",
        batch=batch,
        form=form,
        day=DAY,
        frame=frame,
    )
    return [{"given": given, **one} for given, one in zip(batch, made, strict=True)]


def test_every_key_of_a_partner_file_is_asked_or_left_to_maintainers() -> None:
    asked = {field.path for field in partner_fields()}
    every = {field.path for field in model_fields()}
    kept = {path for path in every if any(path == one or path.startswith(f"{one}.") for one in NOT_ASKED)}
    assert asked | kept == every
    assert not asked & kept
    assert all(any(path == one or path.startswith(f"{one}.") for path in every) for one in NOT_ASKED)
    assert not [field for field in partner_fields() if field.kind == "other"]


def test_every_field_has_a_name_and_help_in_every_language(ghent: Catalog) -> None:
    for words in ghent.messages.values():
        for field in partner_fields():
            assert words.format(field.word)
            # A label that a mail program wraps would be read as the beginning of the answer.
            assert len(f"[services.10.{field.path}.xx] 10. {words.format(field.word)} (xx):") <= 100


def test_what_the_form_writes_is_what_the_models_read(filled: list[dict[str, Any]]) -> None:
    for one in filled:
        if not any(fault["code"] in UNREADABLE for fault in one["faults"]):
            tree, _ = parse_yaml(one["text"], "partners/x.yml")
            assert tree == one["whole"]


UNREADABLE = ("turns", "invisible", "control", "meaningless", "marks")


def test_any_other_reader_of_yaml_finds_the_same_texts(filled: list[dict[str, Any]]) -> None:
    def as_text(value: Any) -> Any:
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, dict):
            # YAML 1.1 takes the key "on" for true, as in every workflow file.
            return {"on" if key is True else key: as_text(inner) for key, inner in value.items()}
        return [as_text(inner) for inner in value] if isinstance(value, list) else value

    for one in filled:
        if not any(fault["code"] in UNREADABLE for fault in one["faults"]):
            if any(fault["code"] == "date" for fault in one["faults"]):
                continue  # 2026-02-30 is no day in any reader
            assert as_text(yaml.load(one["text"], Loader=yaml.CSafeLoader)) == one["whole"]


def test_the_form_refuses_exactly_what_the_models_refuse(ghent: Catalog, filled: list[dict[str, Any]]) -> None:
    refused = 0
    for one in filled:
        try:
            tree, lines = parse_yaml(one["text"], "partners/x.yml")
            assert isinstance(tree, dict)
            place = Place(SourceFile("partners/x.yml", tree, lines))
            problems = validate(Partner, tree, place, ghent.site.languages)[1]
        except InvalidContent as invalid:
            problems = list(invalid.problems)
        # Who says so is asked of everybody who fills in the form; a file that maintainers write may leave it out.
        faults = [fault for fault in one["faults"] if fault["path"] != "confirmed.by" or "confirmed" in one["tree"]]
        # Facts are looked up by the checks, not by the model.
        faults = [fault for fault in faults if fault["code"] != "fact"]
        assert bool(problems) == bool(faults), (one["tree"], faults, problems)
        refused += bool(problems)
    assert COUNT * 0.2 < refused < COUNT * 0.8


def test_the_form_advises_what_the_checks_warn_of(
    ghent: Catalog, form: dict[str, Any], filled: list[dict[str, Any]], engine: Engine
) -> None:
    """Long sentences, and amounts without a source; of texts that are read as they stand."""
    texts = [
        "De stad helpt je met een plan. Het kost € 50 per uur.",
        "Een zin met heel erg veel woorden die maar door en door en door blijft gaan zonder dat er een punt komt.",
        "- Eerst dit\n- Dan dat: drie; vier, vijf! Zes? 20 % korting",
        "100 euro's, 100 euro, € 1.000,50, 5%, %5, eur 7, EUR 8, 9EUR, tien euro",
        "Een {fact: coop-18-months} lang, [een link](https://a.example), *sterk* en ½ of ² dingen",
    ]
    texts += [text for one in filled[:300] for text in one["tree"].get("summary", {}).values()]
    trees = [{"summary": {"nl": text}} for text in texts]
    found = engine.call("trees.map((tree) => fileAdvice(tree, form))", trees=trees, form=form)
    formula, figure = formula_of("nl"), re.compile(figure_pattern(ghent), re.IGNORECASE)
    assert formula
    told: set[str] = set()
    for text, advice in zip(texts, found, strict=True):
        said = {fault["code"]: fault["values"] for fault in advice if fault["path"] == "summary.nl"}
        count, _ = formula.longest_sentence(text)
        assert ("sentence" in said) == (count > formula.longest), text
        assert said.get("sentence", {"count": count})["count"] == count, text
        amount = figure.search(text)
        assert said.get("figure") == ({"figure": amount[0].strip()} if amount else None), text
        told |= said.keys()
    assert told == {"sentence", "figure"}


def test_a_fact_that_is_none_is_refused(form: dict[str, Any], engine: Engine) -> None:
    trees = [{"name": f"a {{fact: {id}}}"} for id in ("coop-18-months", "no-such-fact", "")]
    found = engine.call("trees.map((tree) => faultsOf(tree, form).map((fault) => fault.code))", trees=trees, form=form)
    assert ["fact" in codes for codes in found] == [False, True, True]


def test_python_tidies_completes_and_writes_as_the_browser_does(ghent: Catalog, filled: list[dict[str, Any]]) -> None:
    for one in filled:
        assert tidied(one["given"]) == one["tree"]
        whole = completed(one["tree"], TODAY)
        assert whole == one["whole"]
        assert write_partner(whole) == one["text"]
        assert partner_id(one["tree"], ghent.partners) == one["id"]


def mangled(text: str, chance: random.Random) -> str:
    """Do to a text what mail programs do: wrap it, quote it, end its lines otherwise."""
    if chance.random() < 0.6:
        lines = (
            textwrap.wrap(line, 76, break_long_words=False, break_on_hyphens=False) or [""] for line in text.split("\n")
        )
        text = "\n".join(part for wrapped in lines for part in wrapped)
    if chance.random() < 0.5:
        text = "\n".join(f"> {line}" for line in text.split("\n"))
    return text.replace("\n", "\r\n") if chance.random() < 0.5 else text


def test_a_message_becomes_what_was_filled_in_whatever_mail_programs_did_to_it(
    ghent: Catalog, filled: list[dict[str, Any]]
) -> None:
    chance = random.Random(9)
    for one in filled:
        if one["faults"]:
            continue
        message = read_message(mangled(one["message"], chance).encode(), "message.txt", ghent)
        assert tidied(message.tree) == one["tree"], one["message"]
        assert (message.action, message.language) == ("new", "fr")


def test_each_partner_file_stands_as_the_form_would_write_it(
    ghent: Catalog, form: dict[str, Any], engine: Engine
) -> None:
    """Whoever proposes a change changes the lines that she changes, and no others."""
    trees = [place.tree for (kind, _), place in ghent.places.items() if kind == "partner"]
    written = engine.call("trees.map((tree) => writePartner(tidied(tree), form))", trees=trees, form=form)
    assert written == [(REPOSITORY / f"partners/{id}.yml").read_text("utf-8") for id in ghent.ids("partner")]


def test_every_key_has_its_place_in_the_order() -> None:
    assert set(key_order()) >= {"", "contact", "services", "services.booking", "confirmed"}
    assert key_order()["services"][:3] == ["id", "title", "helps_with"]
    assert json.dumps(key_order())


# What a maintainer makes of messages.

ANSWERS = {
    "name": "Town mill",
    "kind.en": "A mill",
    "summary.en": "Grinds.",
    "website": "https://mill.example",
    "services.1.title.en": "Grinding",
    "services.1.helps_with": "- Talk to someone (talk-first)",
    "confirmed.by": "A. Miller",
}


def letter(answers: dict[str, str], *frame: str) -> bytes:
    told = (
        f"[{path}] {words}\n\n" if path.endswith(".id") else f"[{path}] a label\n{words}\n"
        for path, words in answers.items()
    )
    return "\n".join([*frame, *told, "[end]"]).encode()


def entry(data: bytes, catalog: Catalog) -> Entry:
    return entry_of(read_message(data, "letter.txt", catalog), "letter.txt", catalog, TODAY)


def test_a_message_becomes_a_whole_record(tiny: Catalog) -> None:
    found = entry(letter(ANSWERS), tiny)
    assert found.id == "town-mill"
    assert found.partner.services[0].id == "grinding"
    assert found.partner.services[0].source == "https://mill.example"
    assert found.partner.sources == ("https://mill.example",)
    assert (found.partner.checked, found.partner.confirmed and found.partner.confirmed.on) == (TODAY, TODAY)


def test_a_saved_e_mail_is_read_whatever_its_encoding(tiny: Catalog) -> None:
    for encoding in ("quoted-printable", "base64"):
        mail = EmailMessage()
        mail["Subject"] = "We join"
        mail["From"] = "miller@mill.example"
        mail.set_content(letter(ANSWERS | {"name": "Möhle"}).decode(), cte=encoding)
        assert entry(mail.as_bytes(), tiny).partner.name == "Möhle"


def test_a_reply_with_a_signature_and_the_old_letter_below_is_read_to_its_end(tiny: Catalog) -> None:
    text = letter(ANSWERS).decode() + "\nBest\n-- \nA. Miller\n[name] another\n"
    assert entry(text.encode(), tiny).partner.name == "Town mill"


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        ({"website": "javascript:alert(1)"}, 10, "an address must start with https://"),
        ({"services.1.helps_with": "- fly (fly)"}, 16, 'unknown task "fly (fly)"'),
        ({"area": "nowhere"}, 22, 'unknown area "nowhere"'),
        ({"name": "a\u202eb"}, 1, "turns the direction"),
        ({"name": ""}, 1, '"name" is missing'),
        ({"services.99.title.en": "x"}, 22, "is not one of 40"),
        ({"services.1.id": "../../etc/passwd"}, 22, "is not an id"),
        ({"contact.phone": "*21*1#"}, 22, "is not a phone number"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_in_the_message(
    change: dict[str, str], line: int, said: str, tiny: Catalog
) -> None:
    with pytest.raises(InvalidContent) as caught:
        entry(letter(ANSWERS | change), tiny)
    problem = next(one for one in caught.value.problems if said in one.message)
    assert (problem.location.path, problem.location.line) == ("letter.txt", line)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"[end]",
        b"[name]",
        b"\xff\xfe[name]",
        b"[" * 5000,
        b"[name] x\n" * 300,
        b"[services.1.title.en]\n",
        b"[services.0.title.en] x\nx\n",
        b"[services.99999999999999999999.title.en] x\nx\n",
        b"[language] ../..\n[name] x\nx\n",
        b"[change] nobody\n[name] x\nx\n",
        b"[remove] town-desk; rm -rf /\n",
        b"[kind.xx] x\nx\n",
        b"[services.helps_with] x\n- x\n",
        b"[services.title.en] x\nx\n",
        b"[contact] x\nx\n[contact.email] y\ny\n",
        b"[services.1.when] x\nx\n[checked] x\n1999-01-01\n[name] x\nx\n",
        b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n<b>\n--x--\n",
        b"Subject: =?utf-8?q?=ff?=\n\n[name] x\nx\n",
        b"[name] x\n" + b"x" * 300_000,
        b"From: a\nContent-Type: text/plain; charset=none\n\n[name] x\nx\n",
        b"From: a\nContent-Transfer-Encoding: base64\n\n!!!!\n",
    ],
)
def test_a_hostile_message_is_refused_and_never_crashes(data: bytes, tiny: Catalog) -> None:
    with pytest.raises(InvalidContent) as caught:
        entry(data, tiny)
    assert all(problem.message and problem.location.line >= 1 for problem in caught.value.problems)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    head=st.sampled_from([b"", b"From: a\n", b"Subject: =?x?b?=?=\nContent-Type: multipart/x; boundary=\n", b"### "]),
    body=st.lists(
        st.sampled_from(["[name]", "[services.1.id] ", "[services.1.helps_with]", "[change] town-desk", "- x (y)"])
        | st.text(max_size=30),
        max_size=12,
    ),
)
def test_any_message_is_read_or_refused(head: bytes, body: list[str], tiny: Catalog) -> None:
    try:
        entry(head + "\n".join(body).encode("utf-8", "surrogatepass"), tiny)
    except InvalidContent as invalid:
        assert all(problem.message and problem.location.line >= 1 for problem in invalid.problems)


def test_keys_that_only_maintainers_decide_are_not_taken_from_a_message(tiny: Catalog) -> None:
    sly = {
        "services.1.when": "everybody",
        "checked": "1999-01-01",
        "aliases": "- town-desk",
        "services.1.accepted": "x",
    }
    found = entry(letter(sly | ANSWERS), tiny)
    assert found.partner.checked == TODAY
    assert not found.partner.services[0].when
    assert not found.partner.aliases


def test_a_change_keeps_what_is_not_asked_and_drops_what_was_taken_out(instance: Path) -> None:
    path = instance / "partners/town-desk.yml"
    text = path.read_text("utf-8").replace("    cost: paid\n", "    cost: paid\n    when: {stage: idea}\n")
    path.write_text(text + "contact: {phone: 09 000 00 00}\ncaveat: {en: Old.}\n", "utf-8")
    catalog = load_catalog(instance)
    told = {
        "name": "Town desk",
        "kind.en": "City office",
        "summary.en": "Changed.",
        "website": "https://desk.example",
        "services.1.id": "number",
        "services.1.title.en": "A number",
        "services.1.helps_with": "- x (register)",
        "confirmed.by": "A. Clerk",
    }
    partner = entry(letter(told, "[change] town-desk"), catalog).partner
    assert partner.summary == {"en": "Changed."}
    assert partner.caveat == {"en": "Old."}
    assert partner.contact.phone is None
    (service,) = partner.services
    assert service.when == ({"stage": ("idea",)},)
    assert service.cost is None


def test_an_issue_that_says_only_what_changes_leaves_the_rest(instance: Path) -> None:
    issue = "### [change] Which\n\nTown desk (town-desk)\n\n### [contact.phone] Phone\n\n09 111 11 11\n\n"
    issue += "### [website] Website\n\n_No response_\n\n### [services.1.id] Which offer\n\nnumber\n\n"
    issue += "### [services.1.cost] Cost\n\nfree (free)\n"
    partner = entry(issue.encode(), load_catalog(instance)).partner
    assert partner.contact.phone == "09 111 11 11"
    assert partner.website == "https://desk.example"
    assert [(service.id, service.cost) for service in partner.services] == [("desk", None), ("number", "free")]


def test_who_leaves_stays_with_its_day(tiny: Catalog) -> None:
    found = entry(b"### [remove] Which\n\nTown desk (town-desk)\n\n### [reason] Why\n\nWe close.\n", tiny)
    assert (found.id, found.partner.left) == ("town-desk", TODAY)
    assert len(found.partner.services) == 2


def run(*command: str, given: str = "") -> Result:
    return CliRunner().invoke(main, [*command, "--today", DAY] if command[0] != "check" else list(command), input=given)


def test_the_command_writes_the_file_asks_for_whom_and_writes_back(instance: Path, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(letter(ANSWERS | {"services.1.for_whom.en": "People with an idea"}, "[language] en"))
    command = ("new", "partner", "--root", str(instance), "--from-message", str(file), "--ask")
    result = run(*command, given="1\n1\n\n")
    assert result.exit_code == 0, result.output
    assert '"Grinding" is for: People with an idea' in result.output
    assert "Who said: " in result.output
    assert "We have your message about Town mill" in result.output
    assert "This happens now:" in result.output
    catalog = load_catalog(instance)
    assert catalog.partners["town-mill"].services[0].when == ({"stage": ("idea",)},)
    assert not [problem for problem in check(catalog) if problem.severity == "error"]
    again = run(*command, given="\n")
    assert again.exit_code == 0
    assert "partners/town-mill-2.yml" in again.output


def test_the_command_never_writes_over_a_file_or_elsewhere(instance: Path, tmp_path: Path) -> None:
    before = (instance / "partners/town-desk.yml").read_bytes()
    for id in ("town-desk", "../evil", "/tmp/evil", "CON", "a b", "x" * 60):
        result = run("new", "partner", "--root", str(instance), id)
        assert result.exit_code == 1, id
    (instance / "partners/trap.yml").symlink_to(tmp_path / "outside.yml")
    assert run("new", "partner", "--root", str(instance), "trap").exit_code == 1
    assert not (tmp_path / "outside.yml").exists()
    assert (instance / "partners/town-desk.yml").read_bytes() == before


def test_an_empty_file_says_in_its_own_words_what_belongs_where(instance: Path) -> None:
    assert run("new", "partner", "--root", str(instance), "new-desk").exit_code == 0
    text = (instance / "partners/new-desk.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schemas/partner.json\n")
    assert "## Name of your organisation" in text
    found = {problem.message for problem in check(load_catalog(instance)) if problem.severity == "error"}
    assert "name: this text is empty" in found
    assert any("helps_with: at least 1 needed" in message for message in found)
    # What stands behind a # is right once the # is gone.
    freed = re.sub(r"(?m)^( *)# (?=[ \w-])", r"\1", text)
    tree, _ = parse_yaml(freed, "x.yml")
    assert isinstance(tree, dict)
    asked = {field.path.split(".")[0] for field in partner_fields()} - {"confirmed"}
    assert asked <= tree.keys()


def test_a_confirmation_changes_one_field(instance: Path) -> None:
    path = instance / "partners/town-desk.yml"
    tree = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    result = run("confirm", "--root", str(instance), "town-desk", "--by", "A. Clerk: no #1")
    assert result.exit_code == 0, result.output
    confirmed = {"on": DAY, "by": "A. Clerk: no #1"}
    assert yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader) == tree | {"confirmed": confirmed}
    assert "did you mean" in run("confirm", "--root", str(instance), "town-dsek", "--by", "x").output
