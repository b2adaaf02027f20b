"""Letting partners in: a new file to fill in, or the file that a message asks for."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from starterspad.cli.failure import fail, fail_with
from starterspad.cli.formats.problems import printable, text
from starterspad.cli.options import ROOT, TODAY, date
from starterspad.cli.whole_file import write_whole
from starterspad.content.problems import InvalidContent, quoted

if TYPE_CHECKING:
    from starterspad.content.catalog import Catalog
    from starterspad.content.yaml import Tree
    from starterspad.intake.message_reader import Message
    from starterspad.intake.partner_from_message import Entry


@click.group()
def new() -> None:
    """Begin a record."""


@new.command()
@ROOT
@TODAY
@click.argument("id", required=False)
@click.option(
    "--from-message",
    "message",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An e-mail or an issue that was made with the form; saved as text, or whole.",
)
@click.option(
    "--ask/--no-ask", default=None, help="Ask which answers each offer is for.  [default: where a person types]"
)
def partner(
    root: Path, today: datetime.datetime | None, id: str | None, message: Path | None, ask: bool | None
) -> None:
    """Write partners/ID.yml: to be filled in, or what a message asks for."""
    from starterspad.content.loader import load_catalog

    try:
        catalog = load_catalog(root)
        if message:
            _from_message(catalog, message, id, date(today), sys.stdin.isatty() if ask is None else ask)
        elif id:
            _blank(catalog, id, date(today))
        else:
            fail("Give the id of the partner, such as town-desk, or a message with --from-message FILE.")
    except InvalidContent as invalid:
        fail_with(invalid)


def _seen_live(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Return a partner's record with all its ways to reach it seen live: who confirms, confirms these too."""
    contact = tree.get("contact")
    sources = contact.get("sources") if isinstance(contact, dict) else None
    if not isinstance(contact, dict) or not isinstance(sources, dict):
        return tree
    live: Tree = {
        name: {**origin, "seen": "live"} if isinstance(origin, dict) else origin for name, origin in sources.items()
    }
    return {**tree, "contact": {**contact, "sources": live}}


@click.command()
@ROOT
@TODAY
@click.argument("id")
@click.option("--by", required=True, help="Who said so there, or who opened the pages: a name and a role.")
def confirm(root: Path, today: datetime.datetime | None, id: str, by: str) -> None:
    """Write down that a partner said that all of its file holds today, or that you opened the pages of a record.

    ID is the id of a partner, or fact/ID, task/ID or programme/ID for what you looked up where it stands.
    """
    from starterspad.content.loader import load_catalog
    from starterspad.content.problems import did_you_mean
    from starterspad.intake.partner_writer import write_partner

    try:
        catalog = load_catalog(root)
    except InvalidContent as invalid:
        fail_with(invalid)
    kind, _, name = id.rpartition("/")
    if kind:
        _confirm_record(catalog, kind, name, date(today), by)
        return
    if id not in catalog.partners:
        fail(f"there is no partner {quoted(id)}: {did_you_mean(id, catalog.partners)}")
    tree = catalog.places["partner", id].tree
    assert isinstance(tree, dict)
    confirmed: Tree = {"on": date(today).isoformat(), "by": by}
    whole = {**_seen_live(tree), "seen": "live", "confirmed": confirmed}
    write_whole(root / "partners" / f"{id}.yml", write_partner(whole))
    click.echo(f"Wrote partners/{id}.yml. Commit it.")


def _confirm_record(catalog: Catalog, kind: str, id: str, today: datetime.date, by: str) -> None:
    from starterspad.content.kinds import SEEN_LIVE
    from starterspad.content.live_records import CONFIRMED_HERE, seen_live_text
    from starterspad.content.models.seen_live import SeenLive
    from starterspad.content.problems import did_you_mean

    if kind not in CONFIRMED_HERE:
        fail(f"{quoted(kind)} is not one of {', '.join(CONFIRMED_HERE)}; a partner is named by its id alone")
    if id not in catalog.ids(kind):
        fail(f"there is no {kind} {quoted(id)}: {did_you_mean(id, catalog.ids(kind))}")
    entry = SeenLive.model_validate({"kind": kind, "id": id, "on": today.isoformat(), "by": by})
    write_whole(catalog.root / SEEN_LIVE.files, seen_live_text([*catalog.seen_live.values(), entry]))
    click.echo(f"Wrote {SEEN_LIVE.files}. Commit it.")


def _blank(catalog: Catalog, id: str, today: datetime.date) -> None:
    from starterspad.intake.partner_from_message import blank_partner

    path = _free(catalog, id)
    language = catalog.site.default_language
    write_whole(path, blank_partner(catalog.messages[language], language, today))
    click.echo(f"Wrote partners/{id}.yml. Fill it in; portal check says what is still missing.")


def _from_message(catalog: Catalog, file: Path, id: str | None, today: datetime.date, ask: bool) -> None:
    from starterspad.intake.message_reader import MAX_BYTES, read_message
    from starterspad.intake.partner_from_message import entry_of
    from starterspad.intake.partner_writer import write_partner

    with file.open("rb") as stream:
        message = read_message(stream.read(MAX_BYTES + 1), file.name, catalog)
    entry = entry_of(message, file.name, catalog, today)
    name = id if id and message.action == "new" else entry.id
    path = _free(catalog, name) if message.action == "new" else catalog.root / "partners" / f"{name}.yml"
    tree = _with_conditions(catalog, entry) if ask and message.action != "remove" else entry.tree
    write_whole(path, write_partner(tree))
    click.echo(f"Wrote partners/{name}.yml.")
    _say_problems(catalog.root, f"partners/{name}.yml")
    if message.reason:
        click.echo(f"They say: {printable(message.reason)}")
    click.echo("Look at it, then commit it. Write back:\n")
    click.echo(_reply(catalog, message, entry, name))


def _free(catalog: Catalog, id: str) -> Path:
    """Return where a new file goes; ends where the id is none, or taken."""
    from pydantic import TypeAdapter, ValidationError

    from starterspad.content.models.field_types import Id

    try:
        TypeAdapter(Id).validate_python(id)
    except ValidationError as error:
        fail(error.errors()[0]["msg"].replace("\n", ": "))
    path = catalog.root / "partners" / f"{id}.yml"
    if path.exists() or path.is_symlink():
        fail(f"partners/{id}.yml is there already: choose another id, or change that file.")
    path.parent.mkdir(exist_ok=True)
    return path


def _say_problems(root: Path, name: str) -> None:
    """Say what the checks find in the file that was just written."""
    from starterspad.content.loader import load_catalog
    from starterspad.quality.checks import check

    for problem in check(load_catalog(root)):
        if problem.location.path == name:
            click.echo(text(problem))


def _with_conditions(catalog: Catalog, entry: Entry) -> dict[str, Tree]:
    """Ask for each offer that says for whom it is which answers these people give."""
    from starterspad.content.localised_text import localised

    services: list[Tree] = []
    raw = entry.tree["services"]
    for record, service in zip(raw if isinstance(raw, list) else (), entry.partner.services, strict=True):
        if isinstance(record, dict) and service.for_whom and not service.when and not service.unless:
            default = catalog.site.default_language
            title, words = (localised(text, default, default)[0] for text in (service.title, service.for_whom))
            click.echo(f"\n{quoted(title)} is for: {printable(words)}")
            when = _asked(catalog)
            services.append({**record, "when": when} if when else record)
        else:
            services.append(record)
    return {**entry.tree, "services": services}


def _asked(catalog: Catalog) -> dict[str, Tree]:
    """Let a person choose answers by number, and say them back as a sentence."""
    from starterspad.content.condition_words import condition_sentences
    from starterspad.content.localised_text import localised
    from starterspad.content.models.condition import Condition

    default = catalog.site.default_language
    when: dict[str, Tree] = {}
    while True:
        questions = list(catalog.asked.items())
        for number, (_, question) in enumerate(questions, start=1):
            click.echo(f"  {number:>2}  {localised(question.title, default, default)[0]}")
        chosen = _numbers("Which question decides? (a number; nothing when done)", len(questions))
        if not chosen:
            return when
        id, question = questions[chosen[0]]
        for number, option in enumerate(question.options, start=1):
            click.echo(f"  {number:>2}  {localised(option.title, default, default)[0]}")
        options = _numbers("Which answers? (numbers)", len(question.options))
        if options:
            when[id] = [question.options[place].id for place in options]
        clause = {key: tuple(map(str, value)) for key, value in when.items()}
        condition = Condition.model_construct(when=(clause,) if clause else (), unless=())
        for sentence in condition_sentences(condition, catalog.questions, catalog.messages[default], default):
            click.echo(f"  {sentence}")


def _numbers(asked: str, most: int) -> list[int]:
    """Return the places that somebody types as numbers from 1."""
    text: str = click.prompt(asked, default="", show_default=False)
    places = (int(word) - 1 for word in text.replace(",", " ").split() if word.isdecimal())
    return sorted({place for place in places if 0 <= place < most})


def _reply(catalog: Catalog, message: Message, entry: Entry, id: str) -> str:
    """Write the answer to whoever sent a message: we have it, and this happens now."""
    language = message.language or catalog.site.default_language
    say = catalog.messages[language].format
    name = printable(entry.partner.name)
    by = printable(entry.partner.confirmed.by) if entry.partner.confirmed else name
    have = {"new": "reply.have_new", "change": "reply.have_change", "remove": "reply.have_remove"}
    steps = [] if message.action == "remove" else [say(f"join.next_{step}") for step in ("check", "ask", "shown")]
    lines = [
        say("reply.subject", name=name),
        "",
        say("reply.hello", by=by),
        "",
        say(have[message.action], name=name),
        *(f"{number}. {step}" for number, step in enumerate(steps, start=1)),
        "",
        say("reply.link", address=f"{catalog.site.base_url}{language}/partners/{id}/"),
        "",
        say("join.letter_end"),
    ]
    return "\n".join(lines)
