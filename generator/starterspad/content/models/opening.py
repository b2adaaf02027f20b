"""When a desk is open for whoever comes without an appointment."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from starterspad.content.limits import MOST_CHANGED
from starterspad.content.models.field_types import Clock, Date, Record
from starterspad.content.models.recurrence import RuleText, check_year, rule_of
from starterspad.content.models.wrong import wrong


class Opening(Record):
    """Hours that come back, for as long as somebody says that they hold."""

    rule: RuleText = Field(examples=["FREQ=WEEKLY;BYDAY=MO,TH"])
    """On which days, as calendars write it."""
    opens: Clock = Field(examples=['"14:00"'])
    """When one may come, by the clocks of the place."""
    closes: Clock = Field(examples=['"16:30"'])
    """Until when, on the same day."""
    from_: Date = Field(alias="from")
    """A day from which on these hours hold; a rule that counts weeks or months counts from it."""
    until: Date | None = None
    """The last day on which they hold, where that is known: after it nobody is sent there by them."""
    except_: Annotated[tuple[Date, ...], Field(alias="except", max_length=MOST_CHANGED)] = Field(
        default=(), alias="except", examples=["[2026-12-24]"]
    )
    """Days on which it is closed all the same, besides public holidays and the `closed_days` of the whole place."""

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Opening:
        if self.closes <= self.opens:
            message = f"it closes at {self.closes:%H:%M}, and opens at {self.opens:%H:%M}"
            remedy = "write a later time; what goes on after midnight closes at 23:59"
            raise wrong("opening", message, remedy, "closes")
        if self.until and self.until < self.from_:
            raise wrong("opening", f"it ends on {self.until}, before it begins", "look at the days", "until")
        check_year(self.from_, "opening", "from")
        for key, day in (("until", self.until), *(("except", day) for day in self.except_)):
            if day:
                check_year(day, "opening", key)
        strange = rule_of(self.rule).lacks(self.from_, self.except_)
        if strange:
            raise wrong("opening", f"{strange} is no day of the rule", "look at the days of the rule", "except")
        return self
