"""What a host says with each file: the `_headers` file that some hosts read."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.pages.layout.security_policy import POLICY


def host_headers(catalog: Catalog) -> str:
    """Say to the hosts that read this file what a page cannot say of itself.

    Rules never overlap: some hosts join the headers of two rules, and the stricter of two policies would win
    over the cards, which alone may stand in a frame elsewhere.
    """
    shared = (
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: no-referrer\n"
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
        "  Strict-Transport-Security: max-age=31536000\n"
    )
    policy = f"  Content-Security-Policy: {POLICY}; frame-ancestors"
    pages = ("/", "/index.html", "/404.html", *(f"/{language}/*" for language in catalog.site.languages))
    rules = [f"{path}\n{policy} 'self'\n{shared}" for path in pages]
    rules.append(f"/embed/*\n{policy} *\n{shared}")
    rules.append(f"/assets/*\n{shared}  Cache-Control: public, max-age=31536000, immutable\n")
    data = ("/partners/*", "/appearing/*", "/logos/*", "/gaps.json", "/sitemap.xml", "/robots.txt")
    return "".join((*rules, *(f"{path}\n{shared}" for path in data)))
