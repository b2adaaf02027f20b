"""Reading: the only package that opens content files. Everything it returns is checked text with line numbers."""

from starterspad.content.yaml.lines import Tree
from starterspad.content.yaml.parsed_files import ParsedFiles, RememberedFiles, stored_files
from starterspad.content.yaml.parser import SourceFile
from starterspad.content.yaml.reader import (
    MAX_BYTES,
    list_sources,
    read_front_matter,
    read_picture,
    read_yaml,
)

__all__ = [
    "MAX_BYTES",
    "ParsedFiles",
    "RememberedFiles",
    "SourceFile",
    "Tree",
    "list_sources",
    "read_front_matter",
    "read_picture",
    "read_yaml",
    "stored_files",
]
