"""Logos of partners: strangers' pictures, decoded, made small and encoded anew. The original is never published."""

from generator.logos.pictures import HEIGHT, WIDTH, Logo, logos_of

__all__ = ["HEIGHT", "WIDTH", "Logo", "logos_of"]
