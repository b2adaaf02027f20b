"""What follows from answers: conditions, the plan, the compiled model, and the proof over every profile."""
