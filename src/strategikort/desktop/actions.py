"""Every action of the program in one table: words, key, icon and place. `made_actions` makes menus and keys of it."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from strategikort.desktop.look.marking import QT_TRANSLATE_NOOP


class Menu(Enum):
    """The menus, in the order of the bar."""

    FILE = QT_TRANSLATE_NOOP("Actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
    VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
    MAP = QT_TRANSLATE_NOOP("Actions", "&Map")
    GOAL = QT_TRANSLATE_NOOP("Actions", "&Goal")
    ARRANGE = QT_TRANSLATE_NOOP("Actions", "&Arrange")
    THREAD = QT_TRANSLATE_NOOP("Actions", "&Thread")
    LIST = QT_TRANSLATE_NOOP("Actions", "&List of goals")
    AGREEMENT = QT_TRANSLATE_NOOP("Actions", "Agreeme&nt")
    HELP = QT_TRANSLATE_NOOP("Actions", "&Help")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One action. ``starts`` begins a new group in the menu; ``checkable`` ones are on or off.

    ``needs`` says why it cannot be done while it is disabled: each action that a room may disable has such a sentence.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    needs: str = ""
    starts: bool = False
    checkable: bool = False


def _entry(
    id: str,
    menu: Menu,
    text: str,
    *keys: str,
    icon: str = "",
    tip: str = "",
    needs: str = "",
    starts: bool = False,
    on_off: bool = False,
) -> Entry:
    return Entry(
        id=id, text=text, menu=menu, keys=keys, icon=icon, tip=tip, needs=needs, starts=starts, checkable=on_off
    )


ONE_GOAL: Final = QT_TRANSLATE_NOOP("Actions", "Select one goal first.")
ONE_LINK: Final = QT_TRANSLATE_NOOP("Actions", "Select a connection on the map first.")
TWO_GOALS: Final = QT_TRANSLATE_NOOP("Actions", "Select two or more goals first.")
THREE_GOALS: Final = QT_TRANSLATE_NOOP("Actions", "Select three or more goals first.")
A_MAP: Final = QT_TRANSLATE_NOOP("Actions", "Show a map first that is not all goals.")
A_THREAD: Final = QT_TRANSLATE_NOOP("Actions", "Follow a red thread first.")
SOME_GOALS: Final = QT_TRANSLATE_NOOP("Actions", "Select one or more goals first.")
AN_OVERVIEW: Final = QT_TRANSLATE_NOOP("Actions", "Open a folder as overview first.")
AN_AGREEMENT: Final = QT_TRANSLATE_NOOP("Actions", "Make an agreement first.")
NO_OVERVIEW: Final = QT_TRANSLATE_NOOP("Actions", "An overview is only read. Open the file of the centre.")


ACTIONS: Final = (
    _entry("new", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&New ..."), "Ctrl+N", icon="new"),
    _entry("open", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Open ..."), "Ctrl+O", icon="open"),
    _entry("open_folder", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Open a folder as o&verview ..."), "Ctrl+Alt+O",
           tip=QT_TRANSLATE_NOOP("Actions", "See the centres' files in a folder as one municipality, to be read only")),
    _entry("overview_file", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Open the &file it stands in"), "Ctrl+Shift+E",
           tip=QT_TRANSLATE_NOOP("Actions", "Open the file that holds the selected goal or map, and change it there"),
           needs=QT_TRANSLATE_NOOP("Actions", "Select a goal or show a centre's map in an overview first.")),
    _entry("overview_files", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Files of the ove&rview ..."),
           needs=AN_OVERVIEW),
    _entry("overview_again", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Rea&d the files again"), "Ctrl+F5",
           needs=AN_OVERVIEW),
    _entry("save", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S", icon="save", starts=True,
           needs=NO_OVERVIEW),
    _entry("save_as", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Save &as ..."), "Ctrl+Shift+S", needs=NO_OVERVIEW),
    _entry("part", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Save a file for eac&h centre ..."),
           tip=QT_TRANSLATE_NOOP("Actions", "Part the municipality's file, so that each centre can work in its own"),
           needs=QT_TRANSLATE_NOOP("Actions", "Only the file of a whole municipality can be parted.")),
    _entry("import", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Import ..."), icon="import", starts=True,
           needs=NO_OVERVIEW),
    _entry("print", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Print ..."), "Ctrl+P", icon="print",
           tip=QT_TRANSLATE_NOOP("Actions", "Choose what to print, see it first"), starts=True),
    _entry("print_map", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Print &map ..."), "Ctrl+Shift+P",
           tip=QT_TRANSLATE_NOOP("Actions", "Print the map, or save it as PDF or as a picture")),
    _entry("print_numbers", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Prin&t numbers ..."), "Ctrl+Alt+P",
           tip=QT_TRANSLATE_NOOP("Actions", "Print the numbers of centres and political goals, or save them for Word")),
    _entry("close", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Close"), "Ctrl+W", starts=True),
    _entry("quit", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"),
    _entry("undo", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", icon="undo",
           needs=QT_TRANSLATE_NOOP("Actions", "There is nothing to undo.")),
    _entry("redo", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Y", "Ctrl+Shift+Z", icon="redo",
           needs=QT_TRANSLATE_NOOP("Actions", "Nothing has been undone.")),
    _entry("cut", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Cu&t"), "Ctrl+X", icon="cut", starts=True,
           needs=SOME_GOALS),
    _entry("copy", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C", icon="copy",
           needs=SOME_GOALS),
    _entry("paste", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Paste"), "Ctrl+V", icon="paste",
           tip=QT_TRANSLATE_NOOP("Actions", "Put goals that were copied, or a list from another program, on the map"),
           needs=NO_OVERVIEW),
    _entry("paste_as", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Paste &as ..."), "Ctrl+Shift+V",
           tip=QT_TRANSLATE_NOOP("Actions", "Choose whether the same goals or new copies are put on the map"),
           needs=NO_OVERVIEW),
    _entry("copy_map", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Copy &map as picture"), "Ctrl+Shift+C",
           tip=QT_TRANSLATE_NOOP("Actions", "Put the whole map on the clipboard, for a text or a presentation")),
    _entry("duplicate", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Duplicate"), "Ctrl+D",
           needs=SOME_GOALS),
    _entry("find", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Find goal"), "Ctrl+F", icon="search", starts=True),
    _entry("find_next", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Find &next"), "F3"),
    _entry("find_previous", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Find pre&vious"), "Shift+F3"),
    _entry("organisation", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Organisation ..."), icon="people", starts=True),
    _entry("try", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Tr&y it ..."),
           tip=QT_TRANSLATE_NOOP("Actions", "See what happens if goals lapse, units move or merge, or dates change")),
    _entry("preferences", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Pr&eferences ..."), "Ctrl+,", icon="preferences",
           tip=QT_TRANSLATE_NOOP("Actions", "Colours, size of text, language, your name"), starts=True),
    _entry("view_map", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Map"), "Ctrl+1", on_off=True),
    _entry("view_agreements", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Agreemen&ts"), "Ctrl+4", on_off=True,
           tip=QT_TRANSLATE_NOOP("Actions", "Write the agreements, have them signed, see them as paper")),
    _entry("view_thread", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Red thread"), "Ctrl+2", on_off=True),
    _entry("view_leading", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Le&ading"), "Ctrl+3", on_off=True,
           tip=QT_TRANSLATE_NOOP("Actions", "How centres and political goals stand; each number opens its list")),
    _entry("zoom_in", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "Ctrl++", "Ctrl+=", icon="zoom_in",
           starts=True),
    _entry("zoom_out", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "Ctrl+-", icon="zoom_out"),
    _entry("fit", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Fit to window"), "Ctrl+0", icon="fit"),
    _entry("fit_selection", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Zoom to what is selected"), "Ctrl+9"),
    _entry("actual_size", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&100 %"), "Ctrl+Shift+0"),
    _entry("minimap", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Mi&nimap"), "Shift+F9", starts=True, on_off=True,
           tip=QT_TRANSLATE_NOOP("Actions", "Show all of the map in small, and which part of it is seen")),
    _entry("legend", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "L&egend"), "Ctrl+Shift+L", on_off=True,
           tip=QT_TRANSLATE_NOOP("Actions", "Show what the signs on the map mean")),
    _entry("present", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Present"), "F5", icon="present", starts=True,
           needs=QT_TRANSLATE_NOOP("Actions", "There are no goals on the map yet."),
           tip=QT_TRANSLATE_NOOP("Actions", "Show goal by goal down the red thread, on the whole screen")),
    _entry("outline", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&List of goals"), "F6", icon="outline", starts=True,
           on_off=True),
    _entry("goal_panel", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Goal"), "F7", icon="panel", on_off=True),
    _entry("findings", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Check"), "F8", icon="check", on_off=True),
    _entry("ideas", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Scratch pa&d"), "F9", icon="ideas", on_off=True,
           tip=QT_TRANSLATE_NOOP("Actions", "Ideas beside the map that are no goals yet")),
    _entry("workshop", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Works&hop"), "F11", on_off=True,
           tip=QT_TRANSLATE_NOOP("Actions", "Large text for the projector, the map and the scratch pad alone")),
    _entry("map_in_words", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Map in &words ..."), "Ctrl+Shift+T",
           tip=QT_TRANSLATE_NOOP("Actions", "Read the map as plain text: each goal and each link once"), starts=True),
    _entry("new_map", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "&New map ..."),
           tip=QT_TRANSLATE_NOOP("Actions", "Make a map for a centre, the whole municipality or the vision"),
           needs=NO_OVERVIEW),
    _entry("change_map", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "&Title and period ..."), needs=A_MAP),
    _entry("next_period", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "&Copy to the next period ..."), needs=A_MAP),
    _entry("review_map", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "&Remarks and approval ..."), needs=A_MAP,
           tip=QT_TRANSLATE_NOOP("Actions", "Send the map to the director, remark on it, return or approve it")),
    _entry("remove_map", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "&Delete map ..."), needs=A_MAP),
    _entry("previous_map", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "&Previous map"), "Ctrl+PgUp", starts=True,
           needs=A_MAP),
    _entry("next_map", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "Ne&xt map"), "Ctrl+PgDown", needs=A_MAP),
    _entry("map_earlier", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "Move map &up the list"), needs=A_MAP),
    _entry("map_later", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "Move map do&wn the list"), needs=A_MAP),
    _entry("put_on_map", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "Put on the &map"), "Ctrl+M", starts=True,
           tip=QT_TRANSLATE_NOOP("Actions", "Put the selected goals on the map that is shown"),
           needs=QT_TRANSLATE_NOOP("Actions", "Show a map and select goals that are not on it.")),
    _entry("take_off_map", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "Take &off the map"), "Ctrl+Shift+M",
           tip=QT_TRANSLATE_NOOP("Actions", "Take the selected goals off the map; they are not deleted"),
           needs=QT_TRANSLATE_NOOP("Actions", "Show a map and select goals that are on it.")),
    _entry("open_unit", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "Open or close the un&it"), "Ctrl+Return", starts=True,
           tip=QT_TRANSLATE_NOOP("Actions", "Show the goals of a unit instead of its box, or its box again"),
           needs=QT_TRANSLATE_NOOP("Actions", "Select the box of a unit, or a goal of a unit that is open.")),
    _entry("close_units", Menu.MAP, QT_TRANSLATE_NOOP("Actions", "Close &all units"),
           needs=QT_TRANSLATE_NOOP("Actions", "No unit is open on the map.")),
    _entry("new_goal", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "&New goal"), "Ctrl+Shift+N", icon="add",
           needs=NO_OVERVIEW),
    _entry("new_kind", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "New goal of a &kind"), "Ctrl+Alt+N",
           tip=QT_TRANSLATE_NOOP("Actions", "Choose the level of the new goal"),
           needs=NO_OVERVIEW),
    _entry("link", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "&Connect"), "Ctrl+L", icon="link",
           needs=ONE_GOAL,
           tip=QT_TRANSLATE_NOOP("Actions", "Connect the selected goal with the one it supports")),
    _entry("rename", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "&Rename"), "F2", icon="rename", starts=True,
           needs=ONE_GOAL),
    _entry("retype", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "&Turn into"),
           needs=QT_TRANSLATE_NOOP("Actions", "Select one goal first, of which nothing is lost in another kind."),
           tip=QT_TRANSLATE_NOOP("Actions", "Make the selected goal one of another kind, with its links and texts")),
    _entry("delete", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "&Delete"), "Del", icon="remove",
           needs=QT_TRANSLATE_NOOP("Actions", "Select first what shall be deleted.")),
    _entry("story", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "H&istory of the goal ..."), needs=ONE_GOAL,
           tip=QT_TRANSLATE_NOOP("Actions", "Read how the goal was worded, measured and followed up over the years")),
    _entry("next_finding", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "Next &finding"), "F4", starts=True,
           needs=QT_TRANSLATE_NOOP("Actions", "There are no findings.")),
    _entry("walk_up", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "Go to a goal a&bove"), "Ctrl+Up", starts=True,
           tip=QT_TRANSLATE_NOOP("Actions", "Go along a link to what the selected goal supports")),
    _entry("walk_down", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "&Go to a goal below"), "Ctrl+Down",
           tip=QT_TRANSLATE_NOOP("Actions", "Go along a link to what supports the selected goal")),
    _entry("walk_before", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "Go to the goal befor&e"), "Ctrl+Left",
           tip=QT_TRANSLATE_NOOP("Actions", "Go to the goal before, among those that support the same goal")),
    _entry("walk_after", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "Go to the goal &after"), "Ctrl+Right",
           tip=QT_TRANSLATE_NOOP("Actions", "Go to the goal after, among those that support the same goal")),
    _entry("context_menu", Menu.GOAL, QT_TRANSLATE_NOOP("Actions", "Show &menu for what is selected"), "Shift+F10"),
    _entry("arrange", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "&Arrange the map"), "Ctrl+Shift+O", icon="arrange",
           tip=QT_TRANSLATE_NOOP("Actions", "Find better places for what is selected, or for all; pinned goals stay"),
           needs=QT_TRANSLATE_NOOP("Actions", "There is nothing to arrange.")),
    _entry("pin", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "&Pin to the map"), "Ctrl+Shift+F", icon="pin",
           tip=QT_TRANSLATE_NOOP("Actions", "Let the selected goals stay when the map is arranged, or let them go"),
           needs=QT_TRANSLATE_NOOP("Actions", "Select goals first, on a map that keeps their places.")),
    _entry("align_left", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "Align &left"), starts=True,
           needs=TWO_GOALS),
    _entry("align_centre", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "&Centre"),
           needs=TWO_GOALS),
    _entry("align_right", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "Align &right"),
           needs=TWO_GOALS),
    _entry("align_top", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "Align &top"), starts=True,
           needs=TWO_GOALS),
    _entry("align_middle", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "Align &middle"),
           needs=TWO_GOALS),
    _entry("align_bottom", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "Align &bottom"),
           needs=TWO_GOALS),
    _entry("distribute_across", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "Distribute acro&ss"), starts=True,
           needs=THREE_GOALS),
    _entry("distribute_down", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "Distribute &down"),
           needs=THREE_GOALS),
    _entry("move_head", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "Move the arrow's &head to ..."), starts=True,
           tip=QT_TRANSLATE_NOOP("Actions", "Let the selected connection point to another goal; its note stays"),
           needs=ONE_LINK),
    _entry("move_tail", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "Move the arrow's &other end to ..."),
           tip=QT_TRANSLATE_NOOP("Actions", "Let the selected connection begin at another goal; its note stays"),
           needs=ONE_LINK),
    _entry("trace", Menu.THREAD, QT_TRANSLATE_NOOP("Actions", "&Follow the red thread"), "Ctrl+R",
           tip=QT_TRANSLATE_NOOP("Actions", "Show on the map what the selected goals support, and what supports them"),
           on_off=True),
    _entry("trace_way", Menu.THREAD, QT_TRANSLATE_NOOP("Actions", "&Direction"), "Ctrl+Shift+R", needs=A_THREAD,
           tip=QT_TRANSLATE_NOOP("Actions", "Follow the thread up and down, only up, only down")),
    _entry("trace_deeper", Menu.THREAD, QT_TRANSLATE_NOOP("Actions", "One &step further"), "Alt++", needs=A_THREAD),
    _entry("trace_shallower", Menu.THREAD, QT_TRANSLATE_NOOP("Actions", "One step &less"), "Alt+-", needs=A_THREAD),
    _entry("hide_rest", Menu.THREAD, QT_TRANSLATE_NOOP("Actions", "&Hide the rest"), "Ctrl+H", starts=True,
           tip=QT_TRANSLATE_NOOP("Actions", "Show only the thread or the hits, and hide all else on the map"),
           on_off=True),
    _entry("doubts", Menu.THREAD, QT_TRANSLATE_NOOP("Actions", "Do &the goals still fit? ..."), starts=True,
           tip=QT_TRANSLATE_NOOP("Actions", "See which goals above have changed, and answer for the goals below them")),
    _entry("move_under", Menu.LIST, QT_TRANSLATE_NOOP("Actions", "Move &under ..."), "Ctrl+Shift+U",
           needs=ONE_GOAL,
           tip=QT_TRANSLATE_NOOP("Actions", "Choose another goal for the selected one to stand under")),
    _entry("move_in", Menu.LIST, QT_TRANSLATE_NOOP("Actions", "Move &in"), "Alt+Shift+Right",
           needs=ONE_GOAL,
           tip=QT_TRANSLATE_NOOP("Actions", "Let the goal stand under the nearest goal before it in the list")),
    _entry("move_out", Menu.LIST, QT_TRANSLATE_NOOP("Actions", "Move &out"), "Alt+Shift+Left",
           needs=ONE_GOAL,
           tip=QT_TRANSLATE_NOOP("Actions", "Let the goal stand one level higher, or under no goal")),
    _entry("move_previous", Menu.LIST, QT_TRANSLATE_NOOP("Actions", "Move u&p"), "Alt+Shift+Up",
           needs=ONE_GOAL,
           tip=QT_TRANSLATE_NOOP("Actions", "Let the goal stand under the goal before the one above it")),
    _entry("move_next", Menu.LIST, QT_TRANSLATE_NOOP("Actions", "Move do&wn"), "Alt+Shift+Down",
           needs=ONE_GOAL,
           tip=QT_TRANSLATE_NOOP("Actions", "Let the goal stand under the goal after the one above it")),
    _entry("make_agreements", Menu.AGREEMENT, QT_TRANSLATE_NOOP("Actions", "&Make the year's agreements ..."),
           tip=QT_TRANSLATE_NOOP("Actions", "Make drafts for many units at once, with common goals and texts"),
           needs=QT_TRANSLATE_NOOP("Actions", "Make the units first, in Edit > Organisation.")),
    _entry("change_drafts", Menu.AGREEMENT, QT_TRANSLATE_NOOP("Actions", "&Change several drafts ..."),
           tip=QT_TRANSLATE_NOOP("Actions", "Replace a section, a common goal or a day in many drafts"),
           needs=AN_AGREEMENT),
    _entry("signatures", Menu.AGREEMENT, QT_TRANSLATE_NOOP("Actions", "&Signatures ..."), "Ctrl+Alt+S", starts=True,
           tip=QT_TRANSLATE_NOOP("Actions", "See where each agreement is, have it signed, note who has signed"),
           needs=AN_AGREEMENT),
    _entry("scanned", Menu.AGREEMENT, QT_TRANSLATE_NOOP("Actions", "Put the pile in the scann&er ..."),
           tip=QT_TRANSLATE_NOOP("Actions", "One scan of signed sheets, in any order, finds its agreements"),
           needs=AN_AGREEMENT),
    _entry("verify_pdf", Menu.AGREEMENT, QT_TRANSLATE_NOOP("Actions", "Check a &PDF ..."),
           tip=QT_TRANSLATE_NOOP("Actions", "Which agreement and version is it, is it whole, and who has signed it")),
    _entry("help", Menu.HELP, QT_TRANSLATE_NOOP("Actions", "&Help for this place"), "F1", icon="help",
           tip=QT_TRANSLATE_NOOP("Actions", "Read what can be done where you are, step by step")),
    _entry("help_contents", Menu.HELP, QT_TRANSLATE_NOOP("Actions", "Con&tents of the help")),
    _entry("print_sheet", Menu.HELP, QT_TRANSLATE_NOOP("Actions", "&Print a sheet ..."), icon="print",
           tip=QT_TRANSLATE_NOOP("Actions", "One page of steps for your role, to hang beside the screen")),
    _entry("palette", Menu.HELP, QT_TRANSLATE_NOOP("Actions", "Find &command or goal ..."), "Ctrl+K", icon="search",
           starts=True),
    _entry("keys", Menu.HELP, QT_TRANSLATE_NOOP("Actions", "&Keys ..."), "?"),
    _entry("about", Menu.HELP, QT_TRANSLATE_NOOP("Actions", "&About Strategikort"), icon="info", starts=True),
)  # fmt: skip

START_ACTIONS: Final = (
    "new",
    "open",
    "open_folder",
    "close",
    "quit",
    "preferences",
    "help",
    "help_contents",
    "print_sheet",
    "about",
)
"""What can be done while no document is open."""


def said(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate("Actions", text)


def plainly_said(text: str) -> str:
    """The same without the sign of its letter and the dots of a dialog."""
    return said(text).replace("&", "").removesuffix(" ...")


def key_text(key: str) -> str:
    """A key as the user's keyboard and language name it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
