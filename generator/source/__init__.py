"""Reading: the only room that opens content files. Everything it returns is checked text with line numbers."""

from generator.source.files import MAX_BYTES, list_sources, read_front_matter, read_picture, read_yaml
from generator.source.yaml_events import SourceFile, Tree

__all__ = ["MAX_BYTES", "SourceFile", "Tree", "list_sources", "read_front_matter", "read_picture", "read_yaml"]
