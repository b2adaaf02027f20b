"""Records become page bodies; each template stands beside what fills it."""
