"""What holds for every profile that the questionnaire can lead to, not for samples."""

from generator.proof.prove import Proof, prove

__all__ = ["Proof", "prove"]
