"""Print Lighthouse's scores of the main pages, as a phone loads them, compressed. Run it with `make lighthouse`.

The bars: 100 for accessibility, best practices and SEO, 98 for performance.
"""

from __future__ import annotations

import datetime
import gzip
import json
import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from starterspad.content.loader import load_catalog
from starterspad.output.build import build

REPOSITORY = Path(__file__).parent.parent
LIGHTHOUSE = REPOSITORY / "tools" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
BARS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


class _Compressed(SimpleHTTPRequestHandler):
    """Serves a folder as hosts do: compressed, and shared files to be kept."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000" if "assets" in path.parts else "no-cache")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


def pages(site: Path) -> list[str]:
    """Return the paths of the pages to judge, in the default language."""
    language = load_catalog(REPOSITORY).site.default_language
    first = {kind: min((site / language / kind).glob("*/index.html")).parent.name for kind in ("tasks", "partners")}
    names = ["", "questions/", "plan/", f"tasks/{first['tasks']}/", f"partners/{first['partners']}/", "partners/"]
    return [f"{language}/{name}" for name in names]


def scores(address: str) -> dict[str, int]:
    """Run Lighthouse on one page and return its scores, of 100."""
    chrome = "--chrome-flags=--headless=new --no-sandbox"
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", chrome]
    command += [f"--only-categories={','.join(BARS)}"]
    environment = os.environ | {"CHROME_PATH": os.environ["PORTAL_BROWSER"]}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"Lighthouse could not judge {address}:\n{run.stderr}")
    return {name: round(category["score"] * 100) for name, category in json.loads(run.stdout)["categories"].items()}


def main() -> None:
    missed = 0
    with tempfile.TemporaryDirectory() as work:
        site = Path(work) / "site"
        build(REPOSITORY, site, today=datetime.datetime.now(datetime.UTC).date())
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"{'':34}" + "".join(f"{name:>16}" for name in BARS))
        for page in pages(site):
            measured = scores(f"http://127.0.0.1:{server.server_address[1]}/{page}")
            print(f"{page:34}" + "".join(f"{measured[name]:16}" for name in BARS), flush=True)
            missed += sum(measured[name] < bar for name, bar in BARS.items())
        server.shutdown()
        server.server_close()
    if missed:
        sys.exit(f"{missed} scores are below the bar: {BARS}")


if __name__ == "__main__":
    main()
