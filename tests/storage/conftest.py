"""A PostgreSQL server of the tests' own, for those who have the programs."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

_DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
os.environ["PATH"] = os.pathsep.join([os.environ["PATH"], *map(str, reversed(_DEBIAN))])


@pytest.fixture(scope="session")
def server() -> Iterator[Engine]:
    """An empty server, reached through a socket in a folder of its own; nobody else can. It refuses to run as root."""
    user = "nobody" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        home = Path(name)
        if user:
            os.chmod(home, 0o711)
            (home / "data").mkdir()
            (home / "socket").mkdir()
            for part in ("data", "socket"):
                subprocess.run(["chown", user, home / part], check=True)

        def run(*command: str) -> None:
            subprocess.run(command, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)

        data, socket = str(home / "data"), str(home / "socket")
        os.makedirs(socket, exist_ok=True)
        run("initdb", "-D", data, "-U", "town", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        told = f"-c listen_addresses='' -c fsync=off -k {socket}"
        run("pg_ctl", "-D", data, "-w", "-l", f"{data}/said", "-o", told, "start")
        engine = create_engine(f"postgresql+psycopg://town@/postgres?host={socket}", hide_parameters=True)
        try:
            yield engine
        finally:
            engine.dispose()
            run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
