"""All measurements of this folder as one table; names on the command line choose among them."""

import importlib
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path


def rows_of(name: str) -> list[tuple[str, str, str]]:
    """The rows that one module measures."""
    found: list[tuple[str, str, str]] = importlib.import_module(f"tests.bench.{name}").rows()
    return found


def main(chosen: list[str]) -> int:
    """Print the table, each module measured in a process of its own, one after the other."""
    names = [path.stem for path in sorted(Path(__file__).parent.glob("bench_*.py"))]
    wanted = [name for name in names if not chosen or name.removeprefix("bench_") in chosen]
    if not wanted:
        print("known here: " + ", ".join(name.removeprefix("bench_") for name in names), file=sys.stderr)
        return 2
    print("| work | measured | aim |\n|---|---|---|", flush=True)
    with ProcessPoolExecutor(max_workers=1, max_tasks_per_child=1) as one_at_a_time:
        for rows in one_at_a_time.map(rows_of, wanted):
            for row in rows:
                print("| " + " | ".join(row) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
