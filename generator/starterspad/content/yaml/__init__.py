"""Reading: the only package that opens content files. Everything it returns is checked text with line numbers."""

from starterspad.content.yaml.parser import SourceFile, Tree
from starterspad.content.yaml.reader import MAX_BYTES, list_sources, read_front_matter, read_picture, read_yaml

__all__ = ["MAX_BYTES", "SourceFile", "Tree", "list_sources", "read_front_matter", "read_picture", "read_yaml"]
