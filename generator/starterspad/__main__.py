"""`python -m starterspad` is `portal`."""

from starterspad.cli import main

main()
