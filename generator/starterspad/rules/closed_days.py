"""Days on which everything is closed: the public holidays of the country, and what an instance lists besides."""

from __future__ import annotations

import datetime
from functools import lru_cache

from starterspad.content.models.site import SiteConfig


def closed_days(site: SiteConfig, years: tuple[int, ...]) -> frozenset[datetime.date]:
    """Return the days of some years on which no hours that come back hold."""
    return frozenset(site.closed_days).union(*(_public_holidays(site.region, year) for year in years if site.region))


@lru_cache(maxsize=64)
def _public_holidays(region: str, year: int) -> frozenset[datetime.date]:
    # Loaded where a desk has hours: it takes longer than a plan does.
    import holidays

    try:
        return frozenset(holidays.country_holidays(region, years=year))
    except NotImplementedError:  # a country that nobody listed yet: what the instance lists is all that is known
        return frozenset()
