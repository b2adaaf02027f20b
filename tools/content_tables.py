"""Write the tables of docs/content.md anew from the models. Run it with `make tables`."""

from __future__ import annotations

from pathlib import Path

from starterspad.upkeep.content_tables import with_tables

PAGE = Path(__file__).parent.parent / "docs" / "content.md"


def main() -> None:
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
