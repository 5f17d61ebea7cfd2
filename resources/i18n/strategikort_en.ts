<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ClipboardCommands</name>
        <message numerus="yes">
            <source>%n goal(s) copied.</source>
            <translation>
                <numerusform>%n goal copied.</numerusform>
                <numerusform>%n goals copied.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n link(s) to goals that are not here were left out.</source>
            <translation>
                <numerusform>%n link to a goal that is not here was left out.</numerusform>
                <numerusform>%n links to goals that are not here were left out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComparingBar</name>
        <message numerus="yes">
            <source>%n goal(s) gone</source>
            <translation>
                <numerusform>%n goal gone</numerusform>
                <numerusform>%n goals gone</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message numerus="yes">
            <source>%n error(s)</source>
            <translation>
                <numerusform>%n error</numerusform>
                <numerusform>%n errors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of good advice</source>
            <translation>
                <numerusform>%n piece of good advice</numerusform>
                <numerusform>%n pieces of good advice</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GoalPanel</name>
        <message numerus="yes">
            <source>%n goals are chosen.</source>
            <translation>
                <numerusform>%n goal is chosen.</numerusform>
                <numerusform>%n goals are chosen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GoalSearch</name>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n hit</numerusform>
                <numerusform>%n hits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message numerus="yes">
            <source>%1 and %n link(s) have come in.</source>
            <translation>
                <numerusform>%1 and %n link have come in.</numerusform>
                <numerusform>%1 and %n links have come in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Brings %1 and %n link(s).</source>
            <translation>
                <numerusform>Brings %1 and %n link.</numerusform>
                <numerusform>Brings %1 and %n links.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OutlinePanel</name>
        <message numerus="yes">
            <source>%n goal(s)</source>
            <translation>
                <numerusform>%n goal</numerusform>
                <numerusform>%n goals</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PasteChoice</name>
        <message numerus="yes">
            <source>%n goal(s) on this map too?</source>
            <translation>
                <numerusform>%n goal on this map too?</numerusform>
                <numerusform>%n goals on this map too?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MapPrintDialog</name>
        <message numerus="yes">
            <source>%n sheet(s) sent to the printer</source>
            <translation>
                <numerusform>%n sheet sent to the printer</numerusform>
                <numerusform>%n sheets sent to the printer</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message numerus="yes">
            <source>%n agreement(s) could not be saved:</source>
            <translation>
                <numerusform>%n agreement could not be saved:</numerusform>
                <numerusform>%n agreements could not be saved:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) saved in %1</source>
            <translation>
                <numerusform>%n file saved in %1</numerusform>
                <numerusform>%n files saved in %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sheet(s) sent to the printer</source>
            <translation>
                <numerusform>%n sheet sent to the printer</numerusform>
                <numerusform>%n sheets sent to the printer</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message numerus="yes">
            <source>%n field(s) were changed by both. Your text is kept, theirs is in the log.</source>
            <translation>
                <numerusform>%n field was changed by both. Your text is kept, theirs is in the log.</numerusform>
                <numerusform>%n fields were changed by both. Your text is kept, theirs is in the log.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TellingPage</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Removing</name>
        <message numerus="yes">
            <source>%n goal(s)</source>
            <translation>
                <numerusform>%n goal</numerusform>
                <numerusform>%n goals</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n link(s)</source>
            <translation>
                <numerusform>%n link</numerusform>
                <numerusform>%n links</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n goal(s) stand in agreements under way.</source>
            <translation>
                <numerusform>%n goal stands in an agreement under way.</numerusform>
                <numerusform>%n goals stand in agreements under way.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n result(s) go too.</source>
            <translation>
                <numerusform>%n result goes too.</numerusform>
                <numerusform>%n results go too.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n follow-up(s) go too.</source>
            <translation>
                <numerusform>%n follow-up goes too.</numerusform>
                <numerusform>%n follow-ups go too.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message numerus="yes">
            <source>%n character(s) too many. It is kept when it is shorter.</source>
            <translation>
                <numerusform>%n character too many. It is kept when it is shorter.</numerusform>
                <numerusform>%n characters too many. It is kept when it is shorter.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Room for %n more character(s)</source>
            <translation>
                <numerusform>Room for %n more character</numerusform>
                <numerusform>Room for %n more characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ThreadBox</name>
        <message numerus="yes">
            <source>and %n more way(s)</source>
            <translation>
                <numerusform>and %n more way</numerusform>
                <numerusform>and %n more ways</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ThreadView</name>
        <message numerus="yes">
            <source>%n broken thread(s)</source>
            <translation>
                <numerusform>%n broken thread</numerusform>
                <numerusform>%n broken threads</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OpenedUnits</name>
        <message numerus="yes">
            <source>%n unit(s) open</source>
            <translation>
                <numerusform>%n unit open</numerusform>
                <numerusform>%n units open</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TraceBar</name>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n step</numerusform>
                <numerusform>%n steps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HelpWindow</name>
        <message numerus="yes">
            <source>%n place(s) found</source>
            <translation>
                <numerusform>%n place found</numerusform>
                <numerusform>%n places found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MapScene</name>
        <message numerus="yes">
            <source>%n effort(s)</source>
            <translation>
                <numerusform>%n effort</numerusform>
                <numerusform>%n efforts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n goal(s)</source>
            <translation>
                <numerusform>%n goal</numerusform>
                <numerusform>%n goals</numerusform>
            </translation>
        </message>
    </context>
</TS>
