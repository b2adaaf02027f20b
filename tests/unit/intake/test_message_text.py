"""A message is read as it was written, whichever program saved it; what cannot be read is refused with its line."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.problems import InvalidContent
from starterspad.intake.partner_writer import write_partner

from tests.support.counted_calls import counted_calls
from tests.support.partner_letters import ANSWERS, entry, letter

ACCENTS = ANSWERS | {"name": "Café 't Zand — cursussen", "summary.en": "€ 25 a night – in the evening."}
MIXED = "From: a\nContent-Type: multipart/mixed; boundary=b\n\n"
QUOTED = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"


def refused(data: bytes, tiny: Catalog) -> list[tuple[int, str]]:
    with pytest.raises(InvalidContent) as caught:
        entry(data, tiny)
    return [(problem.location.line, problem.message) for problem in caught.value.problems]


def quoted_printable(text: bytes) -> bytes:
    mail = EmailMessage()
    mail.set_content(text.decode(), cte="quoted-printable")
    return mail.get_payload().encode()  # type: ignore[union-attr]


def test_a_text_that_is_not_utf_8_is_refused_with_its_line(tiny: Catalog) -> None:
    data = letter(ACCENTS).decode().replace("\n", "\r\n").encode("cp1252")
    assert refused(data, tiny) == [(2, "this line holds a letter that is not UTF-8")]


def test_a_letter_that_was_lost_on_the_way_is_refused(tiny: Catalog) -> None:
    found = refused(letter(ANSWERS | {"name": "Caf\ufffd"}), tiny)
    assert len(found) == 1
    assert "could not read (U+FFFD)" in found[0][1]


@pytest.mark.parametrize("name", ["CafÃ©", "Mill â€“ town", "Caf=C3=A9", "Caf&eacute;"])
def test_signs_in_the_place_of_a_letter_are_refused(name: str, tiny: Catalog) -> None:
    ((_, message),) = refused(letter(ANSWERS | {"name": name}), tiny)
    assert message.endswith("stands where a letter was")


@pytest.mark.parametrize("name", ["M&M; A & B", "A &amp; B", "AÉ Ça", "a=C3", "Äpfel & Ãrvore", "« Â »"])
def test_odd_names_are_names(name: str, tiny: Catalog) -> None:
    assert entry(letter(ANSWERS | {"name": name}), tiny).partner.name == name


def test_an_id_may_have_a_dash_of_another_keyboard(tiny: Catalog) -> None:
    told = ANSWERS | {"services.1.helps_with": "- Talk to someone (talk\u2011first)"}
    assert entry(letter(told), tiny).partner.services[0].helps_with == ("talk-first",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_text_with_a_mark_before_it_is_read(encoding: str, tiny: Catalog) -> None:
    assert entry(letter(ACCENTS).decode().encode(encoding), tiny).partner.name == ACCENTS["name"]


@pytest.mark.parametrize("charset", ["us-ascii", "iso-8859-1", "windows-1252"])
def test_an_e_mail_of_an_old_program_is_read_as_it_wrote(charset: str, tiny: Catalog) -> None:
    head = f"From: a@b.example\nContent-Type: text/plain; charset={charset}\n\n".encode()
    assert entry(head + letter(ACCENTS).decode().encode("cp1252"), tiny).partner.name == ACCENTS["name"]


def test_accents_that_are_stored_apart_become_letters(tiny: Catalog) -> None:
    assert entry(letter(ANSWERS | {"name": "Cafe\u0301"}), tiny).partner.name == "Caf\u00e9"


@pytest.mark.parametrize(
    "first",
    [
        "return-path: <a@b.example>\n",
        "X-Spam-Score2: 1\n",
        "X_Odd.Name: 1\n\tfolded\n",
        "From a@b.example Mon Nov 30 03:54:56 2026\nReturn-Path: <a@b.example>\n",
        "\r\n\nReceived: by host\n",
        "\ufeffcontent-language: nl\n",
    ],
)
def test_an_e_mail_is_known_whatever_its_first_header(first: str, tiny: Catalog) -> None:
    plain = write_partner(entry(letter(ACCENTS), tiny).tree)
    data = (first + "From: a@b.example\n" + QUOTED).encode() + quoted_printable(letter(ACCENTS))
    assert write_partner(entry(data, tiny).tree) == plain


def test_a_line_that_is_no_header_among_headers_is_refused(tiny: Catalog) -> None:
    data = ("From: a@b.example\nBegin of the message\n" + QUOTED).encode() + quoted_printable(letter(ACCENTS))
    assert refused(data, tiny) == [(2, "this line stands among the headers of an e-mail and is none")]


def test_what_is_wrong_in_an_e_mail_is_told_with_the_line_of_its_file(tiny: Catalog) -> None:
    wrong = letter(ANSWERS | {"summary.en": "Long words. " * 20, "area": "nowhere"})
    body = quoted_printable(wrong)
    data = ("From: a@b.example\n" + QUOTED).encode() + body
    line = data.split(b"\n").index(b"[area] a label") + 1
    assert refused(data, tiny) == [(line, 'unknown area "nowhere"')]


def test_a_text_that_a_picture_cuts_in_two_is_read_whole(tiny: Catalog) -> None:
    head, tail = letter(ANSWERS).decode().split("[services", maxsplit=1)
    part = "--b\nContent-Type: text/plain; charset=utf-8\n\n"
    picture = "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n"
    data = (
        f"From: a\nContent-Type: multipart/mixed; boundary=b\n\n{part}{head}\n{picture}{part}[services{tail}\n--b--\n"
    )
    assert entry(data.encode(), tiny).partner.services[0].id == "grinding"


def nested(depth: int) -> bytes:
    parts = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"From: a\n{''.join(parts)}Content-Type: text/plain\n\n[name] x\nA\n".encode()


# A reader that begins anew at each line or part would need thousands a byte.
CALLS_AT_FIRST, CALLS_A_BYTE = 1_000, 40


@pytest.mark.parametrize(
    "data",
    [
        nested(1000),
        nested(39) + b"a\n" * 20_000,
        b"From: a\n" + b"Content-Type: message/rfc822\n\n" * 5000,
        b"From: a\nContent-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: message/rfc822\n\nA: b\n\n" * 5000,
        MIXED.encode() + b"--b\n\n" * 40_000,
        b"From: a\nContent-Type: text/plain; " + b"a*0=b;" * 40_000 + b"\n\n[name] x\nA",
        b"From: a\nContent-Type: text/plain" + b"(" * 100_000 + b"\n\n[name] x\nA",
        b"From: a\nContent-Disposition: " + b"a*0=b;" * 40_000 + b"\n\n[name] x\nA",
        b"From: a\nContent-Type: text/html\n\n<b>[name] x</b>\n",
        b"[name] x\nA\n[services.1.helps_with] x\n" + b"- q\n" * 40_000 + b"[end]",
        b"[name] x\nA\n[services.1.helps_with] x\n" + b"- some words and more\n" * 10_000 + b"[end]",
        b"[name] x\nA\n[services.1.helps_with] x\n" + b"a," * 100_000 + b"\n[end]",
        b"[name] x\nA\n[name] x\n" + b"[name] x\nA\n" * 20_000 + b"[end]",
        letter(ANSWERS | {"services.1.helps_with": "\n".join(f"- task {n}" for n in range(20_000))}),
    ],
    ids=range(14),
)
def test_a_hostile_message_is_refused_in_a_moment_with_one_sentence(data: bytes, tiny: Catalog) -> None:
    found: list[tuple[int, str]] = []
    assert counted_calls(lambda: found.extend(refused(data, tiny))) < CALLS_AT_FIRST + CALLS_A_BYTE * len(data)
    assert len({message for _, message in found if "is missing" not in message}) <= 1
    assert len(found) < 10
