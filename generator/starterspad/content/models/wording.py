"""One word for one thing: what it is called, and what it must not be called."""

from __future__ import annotations

from pydantic import Field, model_validator

from starterspad.content.models.field_types import Id, Language, Line, Record, Title
from starterspad.content.models.wrong import wrong


class Wording(Record):
    """The one word for one thing, in each language."""

    id: Id = Field(examples=["to-report"])
    """What it is known by."""
    word: Title = Field(examples=["{en: report}"])
    """The word that the texts say for it."""
    instead_of: dict[Language, tuple[Line, ...]] = Field(examples=["{en: [notify, notifies]}"])
    """Words that they must not say for it, as whole words; each form that is meant is written out."""
    except_: tuple[Line, ...] = Field(default=(), alias="except", examples=["[Flexi-job]"])
    """Phrases, in any language, that may hold such a word all the same, such as the official name of something."""
    because: Line | None = Field(default=None, examples=["Official letters say it so."])
    """Why it is this word, for maintainers; the warning says it."""

    @model_validator(mode="after")
    def _has_a_word_for_each_language(self) -> Wording:
        for language in self.instead_of.keys() - self.word.keys():
            raise wrong(
                "wording",
                f"instead_of names words in {language}, and word has none",
                f"write the right word: word: {{{language}: ...}}",
            )
        return self
