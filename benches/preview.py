#!/usr/bin/env python3
"""Measures how soon the preview shows a saved change, by hand: never a test, never in CI.

    cargo build --release && python3 benches/preview.py [--size 10000] [--edits 20] [--rounds 3] [--program FILE]

It writes a corpus with ../shared/corpus/generate.py, builds it into empty folders, and then lets
../shared/corpus/serve_latency.py edit an objective again and again while `okrbook serve` runs: from the end of the write
to the first response with the new bytes, asked for every 10 ms. Both happen in one run, so that the ratio between them
says something on any machine; it prints the load as well, because the milliseconds do not. Standard library only.
"""
import argparse
import math
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from speed import CORPUS, PROGRAM, run

CLOCK = CORPUS.parent / "serve_latency.py"


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def builds(program, source, folder, rounds):
    """The wall seconds of builds, each into a folder of its own that is removed at the end only."""
    return [run([program, "build", source, "--output", folder / f"site-{turn}", "--quiet"])[1] for turn in range(rounds)]


def preview(program, source, edits):
    """Seconds until the first page is served, and from each save to its being shown."""
    files = sorted((source / "content" / "okrs").rglob("*.md"))
    edited = files[len(files) // 2]
    port = free_port()
    clock = [sys.executable, CLOCK, "--port", str(port), "--url", f"/objectives/{edited.stem}/", "--file", edited]
    clock += ["--no-ws", "--edits", str(edits), "--pause", "0.5"]
    serve = [program, "serve", source, "--port", str(port), "--quiet"]
    told = subprocess.run([*clock, "--", *serve], check=True, capture_output=True, text=True).stdout
    ready = float(re.search(r"ready after ([\d.]+) s", told)[1])
    shown = [int(found) / 1000 for found in re.findall(r"^edit .* visible (\d+) ms", told, re.MULTILINE)]
    if len(shown) != edits:
        sys.exit(f"some edits were never shown:\n{told}")
    return ready, shown, told.splitlines()[-1]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--size", type=int, default=10_000)
    options.add_argument("--edits", type=int, default=20)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--program", type=Path, default=PROGRAM)
    arguments = options.parse_args()
    if not arguments.program.exists():
        sys.exit("build the program first: cargo build --release")
    if not CLOCK.exists():
        sys.exit(f"the corpus generator is not there: {CORPUS}")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        size, source = str(arguments.size), folder / "corpus" / "okrbook"
        generate = [sys.executable, CORPUS, "--size", size, "--out", source.parent, "--only", "okrbook"]
        subprocess.run(generate, check=True)
        before = os.getloadavg()[0]
        build = statistics.median(builds(arguments.program, source, folder, arguments.rounds))
        ready, shown, last = preview(arguments.program, source, arguments.edits)
        after = os.getloadavg()[0]
    shown.sort()
    half, most = statistics.median(shown), shown[math.ceil(0.95 * len(shown)) - 1]
    print(f"{arguments.size:,} objectives; {os.cpu_count()} cores, load {before:.1f} to {after:.1f}")
    print(f"build {build:.2f} s wall; first page after {ready:.2f} s (promised: before a build is done)")
    print(f"shown p50 {1000 * half:.0f} ms, p95 {1000 * most:.0f} ms of {len(shown)} edits")
    print(f"p50 over build: {half / build:.3f} (promised: below 0.1)")
    print(f"the clock says: {last}")


if __name__ == "__main__":
    main()
