"""A screen reader in small: starts a program, waits for its map, walks it by AT-SPI and writes down what it heard.

    /usr/bin/python3 reads.py NAME-OF-MAP NAME-OF-LIST PROGRAM [ARGUMENT ...]

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
UP, DOWN, DELETE = 0xFF52, 0xFF54, 0xFFFF
HEARD = ("object:state-changed:focused", "object:announcement")


def main(map_name: str, outline_name: str, command: list[str]) -> int:
    Atspi.init()
    events: list[tuple[str, str]] = []
    listener = Atspi.EventListener.new(lambda event: events.append((event.type, said_in(event))))
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
        walked = [walk(events, DOWN if step % 2 else UP) for step in range(4)]
        outline = find(Atspi.get_desktop(0), outline_name, "tree")
        outline.grab_focus()
        wait_for(lambda: (HEARD[0], outline_name) in events)
        listed = [walk(events, DOWN) for _ in range(4)]
        map.get_child_at_index(len(goals) - 1).get_action_iface().do_action(0)
        wait_for(lambda: events and events[-1] == (HEARD[0], name))
        press(DELETE)
        told = wait_for(lambda: [text for kind, text in events if kind == HEARD[1]])
        heard = {"focused": name, "walked": walked, "listed": listed, "told": told}
        json.dump({"map": map.get_role_name(), "goals": goals, **heard}, sys.stdout)
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


def said_in(event) -> str:
    """The text of an announcement, or the name of what an event is about."""
    return str(event.any_data) if event.type.startswith(HEARD[1]) else event.source.get_name() or ""


def press(key: int) -> None:
    """Press a key as a person does."""
    Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)


def walk(events: list[tuple[str, str]], key: int) -> str:
    """The name of what has the focus after a key was pressed."""
    before = len(events)
    press(key)
    return wait_for(lambda: [name for kind, name in events[before:] if kind == HEARD[0]])[-1]


def find(place, name: str, role: str = "list"):
    """The first thing of this name and role below ``place``."""
    if place is None:
        return None
    if place.get_role_name() == role and place.get_name() == name:
        return place
    below = (find(place.get_child_at_index(row), name, role) for row in range(place.get_child_count()))
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
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
