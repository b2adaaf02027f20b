"""Messages are read, or refused with their line."""

from __future__ import annotations

import time
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starterspad.content.catalog import Catalog
from starterspad.content.problems import InvalidContent

from tests.support.partner_letters import ANSWERS, entry, letter
from tests.support.trials import examples


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


@examples(300)
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


@pytest.mark.parametrize("odd", ["[w]\n", "[w{number}]\n"], ids=["the same", "another each"])
def test_ten_thousand_labels_that_nobody_asks_are_refused_at_once(odd: str, tiny: Catalog) -> None:
    text = letter(ANSWERS).decode() + "".join(odd.format(number=number) for number in range(20_000))
    started = time.process_time()
    with pytest.raises(InvalidContent) as caught:
        entry(text.replace("[end]", "").encode(), tiny)
    assert time.process_time() - started < 1
    assert len(caught.value.problems) <= 50


@pytest.mark.parametrize("piece", ["x", "9", "<", ">", "x<", "[x](https://", "https://x<https://", "<tel:", "[", "("])
def test_an_endless_answer_is_refused_at_once(piece: str, tiny: Catalog) -> None:
    for most in (200_000, 2_900):
        started = time.process_time()
        with pytest.raises(InvalidContent):
            entry(letter(ANSWERS | {"summary.en": piece * (most // len(piece))}), tiny)
        assert time.process_time() - started < 1
