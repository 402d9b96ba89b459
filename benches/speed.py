#!/usr/bin/env python3
"""Measures what okrbook promises about speed, by hand: never a test, never in CI.

    cargo build --release && python3 benches/speed.py [--sizes 1000,10000] [--rounds 3] [--peer NAME=COMMAND ...]

For each size it writes a corpus with ../shared/corpus/generate.py, then runs in turn, round after round (A B A B):

    build   `okrbook build` into an empty folder        check   `okrbook check`
    again   `okrbook build` over the finished site      copy    `cp -r` of the finished site into an empty folder

and any peer, such as `--peer zola='zola --root {corpus}/zola build --output-dir {out}'`. It prints the medians of
user+system CPU seconds and of wall seconds, the peak memory, and the ratios that are promised. Standard library only.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "generate.py"
PROGRAM = ROOT / "target" / "release" / "okrbook"
# What the issue states of the peer on this corpus, in user+system CPU seconds; see content/manual/speed.md.
ZOLA = {1000: 3.4, 10000: 32.0}


def run(command):
    """Runs a command and returns its CPU seconds, wall seconds and peak memory in MiB."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(map(str, command))} failed; run it by hand to see why")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def measure(size, rounds, peers, folder):
    corpus = folder / f"corpus-{size}"
    names = ["okrbook", *peers]
    subprocess.run([sys.executable, CORPUS, "--size", str(size), "--out", corpus, "--only", ",".join(names)], check=True)
    samples = {}
    for turn in range(rounds):
        # Each turn has folders of its own, removed at the end only: ext4 makes files several times slower just after
        # others were removed, whoever makes them.
        source, site, copy = corpus / "okrbook", folder / f"site-{size}-{turn}", folder / f"copy-{size}-{turn}"
        commands = {
            "build": [PROGRAM, "build", source, "--output", site, "--quiet"],
            "again": [PROGRAM, "build", source, "--output", site, "--quiet"],
            "check": [PROGRAM, "check", source, "--quiet"],
            "copy": ["cp", "-r", site, copy],
        }
        for name, command in peers.items():
            commands[name] = command.format(corpus=corpus, out=folder / f"{name}-{size}-{turn}").split()
        for name, command in commands.items():
            samples.setdefault(name, []).append(run(command))
    files = [path for path in site.rglob("*") if path.is_file()]
    total = sum(path.stat().st_size for path in files)
    return {name: [statistics.median(column) for column in zip(*runs)] for name, runs in samples.items()}, len(files), total


def report(size, medians, files, total):
    print(f"\n{size:,} objectives: {files:,} files, {total / 1e6:.1f} MB; {os.cpu_count()} cores")
    print("| what | CPU s | wall s | peak MiB |\n| --- | --: | --: | --: |")
    for name, (cpu, wall, memory) in medians.items():
        print(f"| {name} | {cpu:.2f} | {wall:.2f} | {memory:.0f} |")
    build, copy, check = medians["build"], medians["copy"], medians["check"]
    print(f"build over copy, wall: {build[1] / copy[1]:.2f} (promised: at most 3)")
    print(f"check over build, CPU: {check[0] / build[0]:.2f} (promised at 10,000: at most 0.5)")
    for name in medians.keys() - {"build", "again", "check", "copy"}:
        print(f"build over {name}, CPU: {build[0] / medians[name][0]:.3f}")
    if size in ZOLA:
        print(f"build over Zola's stated CPU: {build[0] / ZOLA[size]:.3f} (promised: at most 0.1)")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default="1000,10000")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND")
    arguments = options.parse_args()
    if not PROGRAM.exists():
        sys.exit("build the program first: cargo build --release")
    if not CORPUS.exists():
        sys.exit(f"the corpus generator is not there: {CORPUS}")
    peers = dict(peer.split("=", 1) for peer in arguments.peer)
    costs = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, arguments.sizes.split(",")):
            medians, files, total = measure(size, arguments.rounds, peers, Path(folder))
            report(size, medians, files, total)
            costs[size] = medians["build"]
    sizes = sorted(costs)
    for small, large in zip(sizes, sizes[1:]):
        growth = costs[large][0] / costs[small][0] / (large / small)
        print(f"\ncost an objective, {large:,} over {small:,}: {growth:.2f} (1 is linear)")


if __name__ == "__main__":
    main()
