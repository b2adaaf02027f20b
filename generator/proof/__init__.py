"""What holds for every profile that the questionnaire can lead to, not for samples."""

from generator.proof.gain import QuestionValue, question_values
from generator.proof.impact import Impact, impact
from generator.proof.prove import Proof, prove

__all__ = ["Impact", "Proof", "QuestionValue", "impact", "prove", "question_values"]
