"""Write the browser's types and constants that follow from Python: `make types`."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from starterspad.upkeep.browser_contracts import browser_contracts

WEB = Path(str(files("starterspad"))) / "web"


def main() -> None:
    for name, text in browser_contracts().items():
        path = WEB / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            print(f"Wrote {name}")


if __name__ == "__main__":
    main()
