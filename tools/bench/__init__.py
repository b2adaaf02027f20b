"""What `make bench` measures: builds beside Hugo's, changes under serve, what a phone loads, and what hosts take."""
