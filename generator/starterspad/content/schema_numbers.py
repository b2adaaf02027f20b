"""The numbers of what other programs, other versions and a city's files rely on, each raised by its own change.

A number is raised when what it counts changes so that a reader of before would misread it; a key that is added raises
nothing. The browser gets those it needs as `web/core/constants.js`, which `make types` writes.
"""

from __future__ import annotations

# What a city writes in its site_config.yml.
CONTENT_SCHEMA = 1
# What a starter keeps on her device; tests/fixtures/journals/ holds one frozen journal of each.
JOURNAL_SCHEMA = 3
# What the browser reads: the decision model, the search index, the form for partners, the directory.
MODEL_SCHEMA = 2
SEARCH_SCHEMA = 2
FORM_SCHEMA = 2
DIRECTORY_SCHEMA = 1
# What anybody may read: the plan of both engines, gaps.json, appearing/<partner>.json.
PLAN_SCHEMA = 1
GAPS_SCHEMA = 2
APPEARING_SCHEMA = 2
# What the commands print with --format json; portal plan and portal report print the plan and the gaps.
CHECK_SCHEMA = 1
CALCULATE_SCHEMA = 1
DIFF_SCHEMA = 1
REVIEW_SCHEMA = 1
DIGEST_SCHEMA = 1
LINKS_SCHEMA = 1
EVENTS_SCHEMA = 1
SPEED_DATES_SCHEMA = 1
# What they print instead where the content is broken.
FAILURE_SCHEMA = 1
