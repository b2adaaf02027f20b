"""The frame around every page, and the one place that knows MkDocs."""
