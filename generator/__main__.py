"""`python -m generator` is `portal`."""

from generator.cli import main

main()
