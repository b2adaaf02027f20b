"""What holds for every profile that the questionnaire can lead to, not for samples."""

from starterspad.rules.proof.prove import Proof, prove
from starterspad.rules.proof.question_value import QuestionValue, question_values

__all__ = ["Proof", "QuestionValue", "prove", "question_values"]
