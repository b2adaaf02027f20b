"""From a stranger's message to a partner file."""
