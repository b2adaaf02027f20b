"""The proof of calculators: over everything that may be filled in, nothing goes wrong."""

from starterspad.rules.money.proof.prove import prove_calculators

__all__ = ["prove_calculators"]
