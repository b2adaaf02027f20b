"""What somebody may try with a pull request, in the tiny instance: a change, and what a reviewer must read of it first.

Each is a table row: its name, the file, what is replaced in it by what (nothing is replaced in a file that is new), and
words that must stand in the first ten lines. `BEFORE` is what the instance has besides, so that there is something to
attack.
"""

from __future__ import annotations

from dataclasses import dataclass

DESK, OTHER, EVENT, FACT = (
    "partners/town-desk.yml",
    "partners/mint.yml",
    "content/events/evening.yml",
    "content/facts/law.yml",
)
SITE, TASK, QUESTIONS, RULES = (
    "site_config.yml",
    "content/tasks/register.yml",
    "content/questions.yml",
    "content/invariants.yml",
)
PAGE, NOTICES, PERSONA = "content/pages/en/about.md", "content/notices.yml", "content/personas/maker.yml"


@dataclass(frozen=True)
class HostileChange:
    """One change: `words` must all stand in the first ten lines of its review."""

    name: str
    file: str
    old: str
    new: str
    words: tuple[str, ...]


def _partner(name: str, host: str, id: str, more: str = "", steps: str = "talk-first") -> str:
    return (
        f"name: {name}\nkind: {{en: Helpers}}\nsummary: {{en: Helps.}}\nwebsite: https://{host}\n{more}"
        f"services:\n  - id: {id}\n    title: {{en: Help}}\n    helps_with: [{steps}]\n    source: https://{host}/\n"
        f"sources: [https://{host}/]\nseen: archived\nchecked: 2026-01-01\n"
    )


_CONTACT = "contact:\n  phone: +32 2 555 12 12\n  email: info@mint.example\n  address: 1 Square, Town\n"
BEFORE: dict[str, str] = {
    OTHER: _partner("Mint House", "mint.example", "help", _CONTACT).replace("    source", "    cost: free\n    source"),
    EVENT: (
        "title: {en: Evening}\nsummary: {en: Questions.}\nkind: info\norganiser: mint\nday: 2026-02-03\n"
        "registration: https://mint.example/evening\nsource: https://mint.example/evening\nseen: copy\n"
        "checked: 2026-01-01\n"
    ),
    FACT: (
        "- id: fee\n  text: {en: Registration costs 100 euro in the town.}\n  value: {en: 100 euro}\n"
        "  source: https://law.example/fee\n  source_kind: official\n  seen: archived\n  checked: 2026-01-01\n"
    ),
    PERSONA: "answers: {stage: idea, groups: maker}\nnever: [study]\n",
    RULES: (
        "- id: first-talk\n  danger: Whoever registers without a talk may lose money.\n  people: {stage: idea}\n"
        "  always: {step: talk-first}\n"
    ),
}


HOSTILE_CHANGES: tuple[HostileChange, ...] = tuple(
    HostileChange(*row)
    for row in (
        ("another phone number", OTHER, "+32 2 555 12 12", "+32 2 555 99 99", ("contact.phone", "555 12 12", "555 99 99")),
        ("a number for which one pays", OTHER, "+32 2 555 12 12", "+32 903 12 345", ("pays more", "contact.phone")),
        ("a number taken away", OTHER, "  phone: +32 2 555 12 12\n", "", ("contact.phone", "nothing")),
        ("another mailbox", OTHER, "info@mint.example", "info@gmail.example", ("leads elsewhere", "gmail.example")),
        ("another website", OTHER, "website: https://mint.example", "website: https://evil.example", ("leads elsewhere: to evil.example, not to mint.example",)),
        ("a website that looks like it", OTHER, "website: https://mint.example", "website: https://rnint.example", ("looks like mint.example",)),
        ("a digit for a letter", OTHER, "website: https://mint.example", "website: https://m1nt.example", ("m1nt.example looks like mint.example",)),
        ("the same name under another end", OTHER, "website: https://mint.example", "website: https://mint-example.com", ("mint-example.com looks like mint.example",)),
        ("letters of another script in a host", OTHER, "website: https://mint.example", "website: https://xn--mnt-rla.example", ("may look like others",)),
        ("another address", OTHER, "1 Square, Town", "9 Alley, Elsewhere", ("contact.address", "9 Alley")),
        ("a page to book elsewhere", OTHER, "    source: https://mint.example/\n", "    source: https://mint.example/\n    booking: {url: https://pay.example/x}\n", ("pay.example", "stood nowhere")),
        ("a source on a website of one's own", OTHER, "sources: [https://mint.example/]", "sources: [https://blog.example/]", ("blog.example",)),
        ("free help that costs now", OTHER, "cost: free", "cost: paid", ("nobody helps any more with talk-first (", "cost: free → paid")),
        ("an offer on one more step", OTHER, "helps_with: [talk-first]", "helps_with: [talk-first, register]", ("1 more step: register",)),
        ("an offer on every step", OTHER, "helps_with: [talk-first]", "helps_with: [talk-first, register, study]", ("3 of all 3 steps",)),
        ("an offer taken from the only step", DESK, "helps_with: [register]", "helps_with: [talk-first]", ("nobody helps any more with register",)),
        ("a partner sent away", DESK, "area: town\n", "area: town\nleft: 2026-01-01\n", ("nobody is sent there any more",)),
        ("a partner who rests", DESK, "area: town\n", "area: town\npaused: 2026-01-01\n", ("nobody is sent there any more",)),
        ("another area", DESK, "area: town\n", "area: elsewhere\n", ("area", "elsewhere")),
        ("confirmed by whoever", OTHER, "checked: 2026-01-01", "checked: 2026-01-01\nconfirmed: {on: 2026-01-02, by: Me}", ("itself confirmed",)),
        ("seen for real", OTHER, "seen: archived", "seen: live", ("looked for real",)),
        ("a warning accepted", TASK, "seen: archived", "accepted: {unhelped: It is so.}\nseen: archived", ("takes a warning of the checks away",)),
        ("a name that looks like another", "partners/mint-house.yml", "", _partner("Mlnt House", "house.example", "hand"), ("looks like that of partner/mint",)),
        ("a name in letters of two scripts", "partners/other.yml", "", _partner("M\u0456nt House", "house.example", "hand"), ("latin",)),
        ("the number of another", "partners/other.yml", "", _partner("Fine", "fine.example", "hand", "contact: {phone: +32 2 555 12 12}\n"), ("that of partner/mint too",)),
        ("a new partner on every step", "partners/other.yml", "", _partner("Fine", "fine.example", "hand", "", "talk-first, register, study"), ("3 of all 3 steps", "fine.example")),
        ("an alias that steals a choice", OTHER, "seen: archived", "aliases: [town-desk]\nseen: archived", ("takes over what people chose as town-desk",)),
        ("an offer whose alias steals a choice", OTHER, "    cost: free", "    aliases: [desk]\n    cost: free", ("takes over what people chose as desk",)),
        ("a bank account in words", OTHER, "{en: Helps.}", "{en: Pay first to BE68 5390 0754 7034.}", ("bank account",)),
        ("a link in words", PAGE, "\n---\n", "\n---\n\nFirst pay at https://pay.example/now for a place.\n", ("pay.example",)),
        ("a step for everybody", TASK, "when: {way: own-number}\n", "", ("holds for everybody now", "when")),
        ("a step for others", TASK, "when: {way: own-number}", "when: {way: via-other}", ("holds for others now", "way: via-other", "certain, and open, for")),
        ("a condition that is always true", TASK, "when: {way: own-number}", "when: {stage: [idea, started]}", ("when", "idea, started")),
        ("a step that comes first", TASK, "order: 20", "order: 1", ("order", "20", "1")),
        ("a question that few are asked", QUESTIONS, "ask_when: {stage: idea}", "ask_when: {groups: student}", ("ask_when", "student")),
        ("an answer taken away", QUESTIONS, "    - {id: maker, title: {en: I make things}}\n", "", ("maker", "taken away")),
        ("a rule of the proof that is looser", RULES, "{stage: idea}", "{stage: idea, groups: student}", ("must hold for everybody",)),
        ("a rule of the proof taken away", RULES, BEFORE[RULES], "[]\n", ("invariant/first-talk is taken away",)),
        ("a person from whom a promise is taken", PERSONA, "never: [study]\n", "", ("what must hold for a person is changed", "never")),
        ("a figure of law", FACT, "100 euro}", "10 euro}", ("value", "100 euro", "10 euro")),
        ("a fact said twice", FACT, BEFORE[FACT], BEFORE[FACT] + BEFORE[FACT].replace("id: fee", "id: fee-too").replace("100 euro}", "90 euro}"), ("says nearly what fact/fee says",)),
        ("a source called official", FACT, "https://law.example/fee\n  source_kind: official", "https://shop.example/fee\n  source_kind: official", ("shop.example",)),
        ("an event on every day", EVENT, "day: 2026-02-03\n", "day: 2026-02-03\nstarts: '10:00'\nrepeat: {rule: FREQ=DAILY}\n", ("days of a year",)),
        ("an event that leads elsewhere", EVENT, "registration: https://mint.example/evening", "registration: https://tickets.example/", ("tickets.example",)),
        ("an event called off", EVENT, "day: 2026-02-03", "cancelled: true\nday: 2026-02-03", ("cancelled",)),
        ("a notice with a link", NOTICES, "", "- id: now\n  text: {en: 'Act now: https://now.example/'}\n  until: 2027-01-01\n", ("now.example",)),
        ("the portal's own address", SITE, "https://tiny.example/portal/", "https://tiny.example.org/portal/", ("base_url", "tiny.example.org")),
        ("another step behind the first button", SITE, "talk_task: talk-first", "talk_task: register", ("talk_task", "register")),
        ("a direction that turns", OTHER, "{en: Helps.}", "{en: \"Helps \u202eegap siht.\"}", ("must be mended", "turns the direction")),
        ("an address with a user", OTHER, "website: https://mint.example", "website: https://mint.example@evil.example", ("must be mended", "user name")),
        ("what runs in the robots", ".github/workflows/own.yml", "", "on: push\n", (".github/workflows/own.yml",)),
        ("a number for which one pays, in words",OTHER,"{en: Helps.}","{en: Helps. Call 0903 12 345 first.}",("0903",)),
        ("a mailbox of anybody, in words",OTHER,"{en: Helps.}","{en: Helps. Write to me@gmail.example.}",("gmail.example",)),
        ("a website without its beginning, in words",OTHER,"{en: Helps.}","{en: Helps. See pay-now.example today.}",("pay-now.example",)),
        ("cash asked beside what is free",OTHER,"    cost: free","    cost: free\n    cost_note: {en: Bring 500 euro in cash.}",("500 euro",)),
        ("a bank card to bring",OTHER,"    cost: free","    cost: free\n    bring: {en: Your bank card and its code.}",("bank card",)),
        ("what somebody is to say",OTHER,"    source: https://mint.example/\n", "    source: https://mint.example/\n" "    say: [{en: My bank card number is}]\n",("bank card number",)),
        ("another way to meet",OTHER,"    cost: free","    cost: free\n    format: [online]",("format",)),
        ("whom it is for, in words",OTHER,"    cost: free","    cost: free\n    for_whom: {en: Only men.}",("Only men",)),
        ("an offer for fewer people",OTHER,"    cost: free","    cost: free\n    when: {groups: student}",("when","student")),
        ("an offer for nobody",OTHER,"    cost: free","    cost: free\n    unless: {stage: [idea, started]}",("unless",)),
        ("a year without an answer",OTHER,"    cost: free","    cost: free\n    answers_within: 365",("answers_within","365")),
        ("a desk that never closes",OTHER,"    cost: free","    cost: free\n    walk_in: [{rule: FREQ=DAILY, opens: '00:00', closes: '23:59', from: 2026-01-05}]",("walk_in",)),
        ("the name of an authority",OTHER,"name: Mint House","name: City of Tiny, official desk",("name","official")),
        ("what an organisation calls itself",OTHER,"{en: Helpers}","{en: Official city service}",("kind","Official")),
        ("an offer that is renamed",OTHER,"- id: help","- id: aid",("help",)),
        ("other hours on the phone",OTHER,"  address: 1 Square","  hours: {en: Only at night}\n  address: 1 Square",("hours","Only at night")),
        ("a calendar of somebody else",OTHER,"seen: archived","calendar: https://cal.example/x.ics\nseen: archived",("cal.example",)),
        ("looked at tomorrow",OTHER,"checked: 2026-01-01","checked: 2027-01-01",("2027-01-01",)),
        ("a figure in the words of a fact alone",FACT,"costs 100 euro in the town","costs 10 euro in the town",("10 euro",)),
        ("another page of the same source",FACT,"https://law.example/fee","https://law.example/other",("law.example/other",)),
        ("an event of somebody else",EVENT,"organiser: mint","organiser: town-desk",("organiser","town-desk")),
        ("a notice that sends people away",NOTICES,"","- id: now\n  text: {en: 'The desk is closed for good.'}\n  until: 2027-01-01\n",("closed for good",)),
        ("the mailbox of the site",SITE,"talk_task: talk-first","talk_task: talk-first\ncontact: evil@evil.example",("evil.example",)),
        ("where proposals go",SITE,"talk_task: talk-first","talk_task: talk-first\nrepository: https://github.com/evil/portal",("github.com/evil",)),
        ("who must agree",SITE,"talk_task: talk-first","talk_task: talk-first\nowners: {content: ['@evil'], code: ['@evil']}",("@evil",)),
        ("who must agree, for the host",".github/CODEOWNERS","","* @evil\n",("CODEOWNERS",)),
        ("what runs on another host",".gitlab-ci.yml","","x: {script: [curl evil]}\n",(".gitlab-ci.yml",)),
        ("how files are merged",".gitattributes","","* merge=ours\n",(".gitattributes",)),
        ("a word of every page","content/words/en.yml","","join:\n  title: 'Pay here'\n",("Pay here",)),
        ("a search that leads to one organisation","content/search_words.yml","","- words: {en: [loan]}\n  partners: [mint]\n",("mint",)),
        ("a picture that follows people",PAGE,"\n---\n","\n---\n\n![x](https://track.example/p.png)\n",("track.example",)),
        ("the website of another","partners/other.yml","",_partner("Fine","mint.example","hand"),("mint",)),
        ("the address of another","partners/other.yml","",_partner("Fine","fine.example","hand","contact: {address: '1 Square, Town'}\n"),("mint",)),
        ("the mailbox of another","partners/other.yml","",_partner("Fine","fine.example","hand","contact: {email: info@mint.example}\n"),("mint",)),
        ("a tool of the house", "tools/find.py", "", "print(1)\n", ("tools/find.py",)),
    )
)  # fmt: skip
