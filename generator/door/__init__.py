"""The partners' door: what a partner file asks, how one is written, and how a message becomes one."""
