"""Whether a file is one of ours and whole: nothing of it is used before this has been asked."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from strategikort.storage import contents, database, disk, migrations, schema, sealing, stored
from strategikort.storage.contents import Contents
from strategikort.storage.problems import Damaged, FileProblem

_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_STEPS_BETWEEN_LOOKS: Final = 100_000
_LOOKS: Final = 20_000


def take_in(source: Path, target: Path) -> Contents:
    """Copy the file at ``source`` to ``target``, check the copy, migrate it if it is older, and give its contents.

    Raises:
        FileProblem: it cannot be read, is not ours, newer, damaged or changed by another program. No copy is left.
    """
    disk.copy_in(source, target)
    try:
        return checked(target)
    except Damaged as failure:
        target.unlink(missing_ok=True)
        raise FileProblem(failure.code, path=str(source)) from failure
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def checked(copy: Path) -> Contents:
    """The contents of our own copy of a file, after every check; the copy is migrated if it is older.

    Raises:
        Damaged: with the code of what is wrong.
    """
    version = _version(copy)
    with database.looked_into(copy) as connection:
        check_structure(connection, version)
        sealing.check(connection)
        if version == schema.VERSION:
            stored.check(connection)
            return contents.read(connection)
    migrations.migrate(copy, version)
    with database.looked_into(copy) as connection:
        check_structure(connection, schema.VERSION)
        return contents.read(connection)


def verify(written: Path) -> None:
    """Hold a file that we have just written against its own digest. Raises Damaged."""
    _version(written)
    with database.looked_into(written) as connection:
        check_structure(connection, schema.VERSION)
        sealing.check(connection)
        stored.check(connection)


def newest_save(path: Path) -> tuple[str, str]:
    """Of which document the file at ``path`` is, and the id of the save that made it. Only a few pages are read.

    Raises:
        Damaged: it is not ours, or not whole.
        OSError: it cannot be read.
    """
    _version(path)
    with database.looked_into(path) as connection:
        saves = contents.saves(connection)
        return contents.document_id(connection), saves[-1].id if saves else ""


def check_structure(connection: Connection, version: int) -> None:
    """Hold a database against the schema of ``version``, and its pages and references against each other.

    Raises:
        Damaged: something is broken, or the schema is not exactly ours.
    """
    looks = iter(range(_LOOKS))
    driver = database.driver(connection)
    driver.set_progress_handler(lambda: next(looks, None) is None, _STEPS_BETWEEN_LOOKS)
    with database.damage_told():
        if schema.fingerprint(connection) != schema.FINGERPRINTS[version]:
            raise Damaged("file.altered")
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalars().all() != ["ok"]:
            raise Damaged
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise Damaged("file.changed")
    driver.set_progress_handler(None, 0)


def _version(path: Path) -> int:
    """The version of the schema, from the header alone."""
    with open(path, "rb") as file:
        head = file.read(_HEADER)
        size = file.seek(0, 2)
    if len(head) < _HEADER or not head.startswith(_MAGIC):
        raise Damaged("file.foreign")
    if int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise Damaged("file.foreign")
    version = int.from_bytes(head[60:64], "big")
    if version > schema.VERSION:
        raise Damaged("file.newer")
    if version not in schema.FINGERPRINTS:
        raise Damaged
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    if size != page * int.from_bytes(head[28:32], "big"):
        raise Damaged("file.cut")
    if head[18:20] != b"\x01\x01":
        raise Damaged("file.altered")
    return version
