"""Judging shapes: what every record may hold. Everything that arrives is text; the models decide what it means."""
