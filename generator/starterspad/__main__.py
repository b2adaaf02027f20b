"""`python -m starterspad` is `portal`."""

from starterspad.cli.main import main

main()
