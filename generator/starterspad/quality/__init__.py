"""What is wrong, old, hard to read or missing in the content."""
