"""How something was found: by whom a page is, how it was seen, and so how far to trust it."""

from __future__ import annotations

from typing import Literal

Seen = Literal["live", "copy", "archived", "news", "told"]
"""live: on the page itself, by a person or by `portal links`; copy: in a stored copy of a page that looked current;
archived: in an archive; news: somebody wrote about it; told: the organisation itself says it."""
SourceKind = Literal["official", "fund", "press", "commercial", "other"]
"""official: a public body; fund: an accredited fund or counter; press: a newspaper; commercial: who sells something;
other: everybody else, parties and vendors too."""
