"""Everything that commands say, as text for a terminal, as Markdown or commands for a workflow, and as JSON."""
