"""The command line as a whole."""

from __future__ import annotations

from tests.support.command_line import portal


def test_help_names_every_command() -> None:
    text = portal("--help").output
    for command in ("build", "serve", "check", "plan", "diff", "report", "register", "schema"):
        assert f"  {command} " in text
        assert portal(command, "--help").exit_code == 0
