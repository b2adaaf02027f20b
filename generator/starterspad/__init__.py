"""Starterspad: a starters portal that any city can build from YAML."""
