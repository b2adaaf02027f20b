"""What a record may hold."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from starterspad.content.localised_text import localised
from starterspad.content.models.condition import Conditional
from starterspad.content.models.field_types import Date, Email, Id, Phone, SourceUrl, Title, Url, WholeNumber, YesNo
from starterspad.content.models.question import Question
from starterspad.content.models.site import Area, SiteConfig

LANGUAGES = {"languages": ("en", "fr")}


def accepts(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value, context=LANGUAGES)
    except ValidationError:
        return False
    return True


GATEWAYS = [
    "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example",
    "https://urldefense.com/v3/__https://a.example__;!!abc$",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example",
]


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Id, ["ab", "a1-b", "a" * 48], ["a", "a" * 49, "1a", "A1", "a_b", "a b", "ab\n", "index", "com1", "mirror", 5]),
        (WholeNumber, ["0", "12", "007"], ["", "-1", "1.0", "1e3", "٣", "1_000", " 1", "1\n", "9" * 10, 5, True]),
        (YesNo, ["true", "false"], ["yes", "no", "True", "1", "on", True]),
        (Date, ["2026-01-31"], ["2026-1-31", "2026-02-30", "20260131", "1700006400", "2026-01-31T00:00", 20260131]),
        (Url, ["https://a.example", "https://a.example/?y#z"], ["http://a.example", "a.example", "mailto:a@b.example"]),
        (Url, ["https://www.outlook.com"], GATEWAYS),
        (SourceUrl, ["https://a.example", "http://a.example/x"], ["ftp://a.example", "http://a:b@c.example"]),
        (SourceUrl, ["https://www.google.com/"], GATEWAYS),
        (Email, ["a.b+c@d.example"], ["a@b", "a b@c.example", "a@b.example\n", "<a@b.example>"]),
        (Phone, ["09 210 10 60", "+32 (9) 210-10.60"], ["call", "*21*1#", "1234#5", "12", "0" * 30, "0<b>1"]),
        (Title, [{"en": "x"}, {"en": "x", "fr": "y"}], [{}, "x", {"en": ""}, {"de": "x"}, {"en": ["x"]}]),
    ],
)  # fmt: skip
def test_each_small_type_takes_what_it_should_and_nothing_else(
    kind: Any, good: list[object], bad: list[object]
) -> None:
    assert [value for value in good if not accepts(kind, value)] == []
    assert [value for value in bad if accepts(kind, value)] == []


def test_numbers_and_dates_come_out_as_such() -> None:
    assert TypeAdapter(WholeNumber).validate_python("007") == 7
    assert TypeAdapter(Date).validate_python("2026-01-31") == datetime.date(2026, 1, 31)


@pytest.mark.parametrize(
    ("when", "clauses"),
    [
        ({"a1": "b1"}, ({"a1": ("b1",)},)),
        ({"a1": ["b1", "b2"], "c1": "d1"}, ({"a1": ("b1", "b2"), "c1": ("d1",)},)),
        ([{"a1": "b1"}, {"c1": "d1"}], ({"a1": ("b1",)}, {"c1": ("d1",)})),
    ],
)
def test_a_condition_is_one_map_or_a_list_of_maps(when: object, clauses: object) -> None:
    record = Conditional.model_validate({"when": when})
    assert record.condition.when == clauses
    assert record.condition.unless == ()


@pytest.mark.parametrize(
    "when", ["x", [], {}, [{}], {"a1": []}, {"a1": {"b": "c"}}, {"a1": "dont-know"}, {"A": "b1"}, {"a1": ["b1", "b1"]}]
)
def test_anything_else_is_no_condition(when: object) -> None:
    with pytest.raises(ValidationError):
        Conditional.model_validate({"when": when})


def test_records_are_frozen_and_refuse_unknown_keys() -> None:
    area = Area.model_validate({"id": "town", "title": {"en": "Town"}})
    with pytest.raises(ValidationError):
        setattr(area, "id", "other")  # noqa: B010  # a type checker refuses the plain way
    with pytest.raises(ValidationError):
        Area.model_validate({"id": "town", "title": {"en": "Town"}, "extra": "x"})


def test_areas_nest(tiny: Any) -> None:
    site: SiteConfig = tiny.site
    assert site.area_and_around("quarter") == ("quarter", "town", "country")
    assert [area.id for area in site.areas.walk()] == ["country", "town", "quarter", "elsewhere"]


def test_dont_know_is_the_last_option_and_stands_alone(tiny: Any) -> None:
    question: Question = tiny.questions["groups"]
    assert question.option_ids() == ("student", "maker", "none-of-these", "dont-know")
    assert question.exclusive_ids() == {"none-of-these", "dont-know"}
    assert "dont-know" not in tiny.questions["stage"].option_ids()


def test_a_missing_translation_falls_back_whole_and_says_its_language() -> None:
    assert localised({"en": "x", "fr": "y"}, "fr", "en") == ("y", "fr")
    assert localised({"en": "x"}, "fr", "en") == ("x", "en")
    assert localised({"nl": "z"}, "fr", "en") == ("z", "nl")


def test_every_model_is_strict() -> None:
    def below(model: type[BaseModel]) -> list[type[BaseModel]]:
        return [model, *(found for inner in model.__subclasses__() for found in below(inner))]

    from starterspad.content.models.field_types import Record

    assert all(
        model.model_config.get("extra") == "forbid" and model.model_config.get("frozen") for model in below(Record)
    )
