"""The catalog: every record of an instance by id, with the place it was read from."""

from generator.catalog.load import load_catalog
from generator.catalog.records import Catalog, Place, WrittenPage
from generator.catalog.words import Words

__all__ = ["Catalog", "Place", "Words", "WrittenPage", "load_catalog"]
