"""What only `make office` asks: an office program opens the files for a lender, and works them out."""

from __future__ import annotations

import os

if "PORTAL_OFFICE" not in os.environ:
    collect_ignore_glob = ["test_*.py"]
