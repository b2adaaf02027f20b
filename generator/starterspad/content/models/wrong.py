"""What a validator raises: what is wrong, and how to mend it."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def wrong(kind: str, message: str, remedy: str = "") -> PydanticCustomError:
    """Make the error of a validator: what is wrong and how to mend it, separated by a line break."""
    # With no context given, pydantic leaves braces in the text alone.
    return PydanticCustomError(kind, f"{message}\n{remedy}")
