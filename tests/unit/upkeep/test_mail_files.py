"""Letters as mail files: what Python's own parser reads of them, whatever names people have."""

from __future__ import annotations

import datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP
from email.utils import getaddresses

import pytest
from starterspad.upkeep.mail_files import mail_file

DAY = datetime.date(2026, 2, 1)
HOSTILE = (
    "Desk\r\nBcc: all@evil.example",
    "Desk\nTo: all@evil.example\n\nAn other body",
    "Desk\x0bBcc: a@evil.example\x0cCc: b@evil.example",
    "Desk\u2028Bcc: all@evil.example\u2029\x85Cc: all@evil.example",
    "Desk =?utf-8?b?RGVzaw0KQmNjOiBhbGxAZXZpbC5leGFtcGxl?= =\u200b?utf-8?q?a=0A?=",
    "Desk\r\n .\r\n\r\n<script>",
    "=?utf-8?q?Desk=0D=0ABcc:_all=40evil.example?=",
    'Desk, <all@evil.example>, "Other',
    "Desk \u202e elpmaxe.live@lla",
    "Caf\u00e9 \u0642\u0647\u0648\u0629 " * 40,
    "x" * 2000,
)


def read(letter: bytes) -> EmailMessage:
    message = BytesParser(EmailMessage, policy=SMTP).parsebytes(letter)
    assert message.defects == []
    return message


def test_a_letter_is_plain_text_in_utf_8_and_opens_as_a_draft() -> None:
    text = "Dear Caf\u00e9,\n\nhttps://tiny.example/portal/en/join/#change=desk\n\n.\nFrom here on: na\u00efef."
    letter = mail_file(to="desk@desk.example", sender="start@city.example", subject="Caf\u00e9?", text=text, day=DAY)
    assert b"\n" not in letter.replace(b"\r\n", b"")
    assert max(map(len, letter.split(b"\r\n"))) <= 78
    letter.decode("ascii")
    message = read(letter)
    headers = {name: str(value) for name, value in message.items()}
    assert (headers["To"], headers["From"], headers["Subject"]) == (
        "desk@desk.example",
        "start@city.example",
        "Caf\u00e9?",
    )
    assert headers["Date"] == "Sun, 01 Feb 2026 00:00:00 +0000"
    assert headers["X-Unsent"] == "1"
    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n") == f"{text}\n"


def test_without_a_sender_the_mail_program_says_whose_it_is() -> None:
    message = read(mail_file(to="a@desk.example", sender=None, subject="Hello", text="Hello", day=DAY))
    assert "From" not in message


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_no_name_adds_a_header_or_an_address_or_turns_the_rest_around(name: str) -> None:
    letter = mail_file(to="desk@desk.example", sender=None, subject=f"About {name}", text=name, day=DAY)
    message = read(letter)
    assert message.keys() == [
        "To", "Subject", "Date", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    ]  # fmt: skip
    assert getaddresses([str(message["To"])]) == [("", "desk@desk.example")]
    subject = str(message["Subject"])
    assert subject.startswith("About ")
    assert subject.isprintable()
    assert not message.is_multipart()
    assert message.get_content_type() == "text/plain"
