"""Facts: dated statements with a source, written once and named wherever they recur."""

from __future__ import annotations

from starterspad.content.models.field_types import Date, Id, Line, Record, ShortText, SourceUrl, Title, YesNo


class Fact(Record):
    """A statement, where it was found and when it was checked.

    `value` is the short form that stands in other texts as `{fact: id}`, such as an amount; `valid` says for which
    period the statement holds; a `historic` one tells how it was and is no rule of today. What stands in a text
    without an address names that `document` instead of a source.
    """

    id: Id
    text: ShortText
    value: Title | None = None
    source: SourceUrl | None = None
    document: Title | None = None
    source_date: Line | None = None
    valid: Title | None = None
    historic: YesNo = False
    checked: Date
