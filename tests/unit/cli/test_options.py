"""What every command takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from starterspad.cli.main import main


@pytest.mark.parametrize("epoch", ["soon", "9" * 30, "-1"])
def test_a_date_that_is_none_is_named(epoch: str, instance: Path, tmp_path: Path) -> None:
    arguments = ["build", "--root", str(instance), "--out", str(tmp_path / "site")]
    result = CliRunner().invoke(main, arguments, env={"SOURCE_DATE_EPOCH": epoch})
    assert result.exit_code == 1
    assert result.output.startswith("SOURCE_DATE_EPOCH")
