"""Draws an SVG from standard input as PNG to standard output: a process of its own, so that none takes ours along."""

import signal
import sys

import resvg_py

# Of a processor's time; a logo takes a few hundredths. Where there is no such timer, whoever waits gives up later.
_SECONDS = 0.5

if __name__ == "__main__":
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
    drawn = resvg_py.svg_to_bytes(svg_string=sys.stdin.buffer.read().decode(), skip_system_fonts=True)
    sys.stdout.buffer.write(bytes(drawn))
