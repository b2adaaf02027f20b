"""Letters as files that a mail program opens (RFC 5322): plain text, and nothing that reports back."""

from __future__ import annotations

import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP


def mail_file(*, to: str, sender: str | None, subject: str, text: str, day: datetime.date) -> bytes:
    """Write a letter of a day as a mail file, with CRLF at the ends of lines and UTF-8 inside.

    `to` and `sender` are bare addresses that a model judged; without a sender the mail program says whose it is. What
    records hold stands in the subject and the text alone, on one line in the first: no name of anybody can add a
    header or an address.
    """
    letter = EmailMessage(policy=SMTP)
    letter["To"] = Address(addr_spec=to)
    if sender:
        letter["From"] = Address(addr_spec=sender)
    letter["Subject"] = _one_line(subject)
    letter["Date"] = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    # Mail programs that know it open the file as a draft.
    letter["X-Unsent"] = "1"
    letter.set_content(text, charset="utf-8", cte="quoted-printable")
    return letter.as_bytes()


def _one_line(text: str) -> str:
    """Return a text without ends of lines, and without what cannot be seen: it may turn the rest around."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    # Python reads what looks like an encoded word of RFC 2047 as one, and an end of a line in it becomes a header.
    return line.replace("=?", "= ?")
