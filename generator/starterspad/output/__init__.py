"""Writing: the one room that puts a site on disk."""
