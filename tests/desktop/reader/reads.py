"""A screen reader in small: starts a program, waits for its map, walks it by AT-SPI and writes down what it heard.

    /usr/bin/python3 reads.py NAME-OF-MAP PROGRAM [ARGUMENT ...]

It runs in the system's Python, which alone has the library, inside a session bus and a screen of its own. What it
heard is the last line of standard output, as JSON. Every wait has a limit.
"""

import json
import subprocess
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)
LIMIT = 90
HEARD = ("object:state-changed:focused", "object:announcement")


def main(map_name: str, command: list[str]) -> int:
    Atspi.init()
    events: list[tuple[str, str]] = []
    listener = Atspi.EventListener.new(lambda event: events.append((event.type, event.source.get_name() or "")))
    for kind in HEARD:
        listener.register(kind)
    program = subprocess.Popen(command, stdout=sys.stderr)
    try:
        map = wait_for(lambda: find(Atspi.get_desktop(0), map_name))
        wait_for(lambda: map.get_child_count() > 0)
        goals = [heard_of(map.get_child_at_index(row)) for row in range(map.get_child_count())]
        pressed = map.get_child_at_index(len(goals) - 1)
        pressed.get_action_iface().do_action(0)
        name = pressed.get_name()
        wait_for(lambda: (HEARD[0], name) in events)
        wait_for(lambda: pressed.get_state_set().contains(Atspi.StateType.SELECTED))
        json.dump({"map": map.get_role_name(), "goals": goals, "focused": name}, sys.stdout)
    finally:
        program.kill()
        program.wait(LIMIT)
    return 0


def wait_for(look):
    """What ``look`` gives as soon as it gives anything; events are taken in meanwhile."""
    ends = time.monotonic() + LIMIT
    context = GLib.MainContext.default()
    while time.monotonic() < ends:
        while context.iteration(False):
            pass
        try:
            found = look()
        except GLib.Error:
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise TimeoutError("nothing was heard in time")


def find(place, name: str):
    """The first list of this name below ``place``."""
    if place is None:
        return None
    if place.get_role_name() == "list" and place.get_name() == name:
        return place
    below = (find(place.get_child_at_index(row), name) for row in range(place.get_child_count()))
    return next((one for one in below if one is not None), None)


def heard_of(goal) -> dict[str, object]:
    """What a reader can say of one goal, and what it can do with it."""
    place, actions = goal.get_extents(Atspi.CoordType.SCREEN), goal.get_action_iface()
    return {
        "name": goal.get_name(),
        "description": goal.get_description(),
        "role": goal.get_role_name(),
        "actions": [actions.get_action_name(number) for number in range(actions.get_n_actions())],
        "size": [place.width, place.height],
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
