"""The questionnaire shows something without script too."""

from __future__ import annotations

from starterspad.content.catalog import Catalog

from tests.support.rendered_pages import bodies


def test_without_script_the_questions_page_lists_every_task_with_who_it_is_for(town: Catalog) -> None:
    body = bodies(town, "nl")["questions/"]
    for id, task in town.tasks.items():
        assert f'href="../tasks/{id}/"' in body
        assert task.for_whom["nl"] in body
