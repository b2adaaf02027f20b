"""What a validator raises: what is wrong, and how to mend it."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

# Under this name an error says at which key, below the value that a validator looks at, the fault stands.
INSIDE = "inside-its-value"


def wrong(kind: str, message: str, remedy: str = "", *inside: str | int) -> PydanticCustomError:
    """Make the error of a validator: what is wrong and how to mend it, separated by a line break.

    `inside` are the place in a list and the key at which it stands, where the value has them.
    """
    # Pydantic leaves braces in the text alone, but for those around a name of the context.
    return PydanticCustomError(kind, f"{message}\n{remedy}", {INSIDE: inside} if inside else None)
