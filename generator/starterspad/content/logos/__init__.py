"""Logos of partners: strangers' pictures, decoded, made small and encoded anew. The original is never published."""

from starterspad.content.logos.images import HEIGHT, WIDTH, Logo, load_logos

__all__ = ["HEIGHT", "WIDTH", "Logo", "load_logos"]
