<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
    </context>
    <context>
        <name>AboutDialogForm</name>
        <message>
            <source>About Strategikort</source>
            <translation>Om Strategikort</translation>
        </message>
        <message>
            <source>Strategikort</source>
            <translation>Strategikort</translation>
        </message>
        <message>
            <source>The goals of a municipality, from vision to everyday work.</source>
            <translation>Kommunens mål – fra vision til hverdag.</translation>
        </message>
        <message>
            <source>Licence: EUPL-1.2. Qt is used under the LGPL; fonts under the SIL Open Font License.</source>
            <translation>Licens: EUPL-1.2. Qt bruges under LGPL, skrifttyperne under SIL Open Font License.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>Tr&amp;y it ...</source>
            <translation>Pr&amp;øv det af ...</translation>
        </message>
        <message>
            <source>See what happens if goals lapse, units move or merge, or dates change</source>
            <translation>Se, hvad der sker, hvis mål bortfalder, enheder flytter eller lægges sammen, eller datoer ændres</translation>
        </message>
        <message>
            <source>H&amp;istory of the goal ...</source>
            <translation>Målets h&amp;istorie ...</translation>
        </message>
        <message>
            <source>Read how the goal was worded, measured and followed up over the years</source>
            <translation>Læs, hvordan målet var formuleret, målt og fulgt op gennem årene</translation>
        </message>
        <message>
            <source>&amp;Remarks and approval ...</source>
            <translation>&amp;Bemærkninger og godkendelse ...</translation>
        </message>
        <message>
            <source>Send the map to the director, remark on it, return or approve it</source>
            <translation>Send kortet til direktøren, skriv bemærkninger, send det tilbage eller godkend det</translation>
        </message>
        <message>
            <source>Do &amp;the goals still fit? ...</source>
            <translation>&amp;Passer målene stadig? ...</translation>
        </message>
        <message>
            <source>See which goals above have changed, and answer for the goals below them</source>
            <translation>Se, hvilke mål der er ændret ovenover, og svar for målene under dem</translation>
        </message>
        <message>
            <source>&amp;Help for this place</source>
            <translation>&amp;Hjælp til dette sted</translation>
        </message>
        <message>
            <source>Read what can be done where you are, step by step</source>
            <translation>Læs trin for trin, hvad du kan gøre, dér hvor du er</translation>
        </message>
        <message>
            <source>Con&amp;tents of the help</source>
            <translation>&amp;Indhold af hjælpen</translation>
        </message>
        <message>
            <source>&amp;New map ...</source>
            <translation>&amp;Nyt kort ...</translation>
        </message>
        <message>
            <source>Make a map for a centre, the whole municipality or the vision</source>
            <translation>Lav et kort for et center, hele kommunen eller visionen</translation>
        </message>
        <message>
            <source>&amp;Title and period ...</source>
            <translation>&amp;Titel og periode ...</translation>
        </message>
        <message>
            <source>&amp;Copy to the next period ...</source>
            <translation>&amp;Kopiér til næste periode ...</translation>
        </message>
        <message>
            <source>&amp;Delete map ...</source>
            <translation>S&amp;let kort ...</translation>
        </message>
        <message>
            <source>&amp;Previous map</source>
            <translation>&amp;Forrige kort</translation>
        </message>
        <message>
            <source>Ne&amp;xt map</source>
            <translation>N&amp;æste kort</translation>
        </message>
        <message>
            <source>Move map &amp;up the list</source>
            <translation>Flyt kort &amp;op på listen</translation>
        </message>
        <message>
            <source>Move map do&amp;wn the list</source>
            <translation>Flyt kort ne&amp;d på listen</translation>
        </message>
        <message>
            <source>Put on the &amp;map</source>
            <translation>&amp;Sæt på kortet</translation>
        </message>
        <message>
            <source>Put the selected goals on the map that is shown</source>
            <translation>Sæt de valgte mål på det kort, der vises</translation>
        </message>
        <message>
            <source>Show a map and select goals that are not on it.</source>
            <translation>Vis et kort, og vælg mål, der ikke står på det.</translation>
        </message>
        <message>
            <source>Take &amp;off the map</source>
            <translation>Ta&amp;g af kortet</translation>
        </message>
        <message>
            <source>Take the selected goals off the map; they are not deleted</source>
            <translation>Tag de valgte mål af kortet; de bliver ikke slettet</translation>
        </message>
        <message>
            <source>Show a map and select goals that are on it.</source>
            <translation>Vis et kort, og vælg mål, der står på det.</translation>
        </message>
        <message>
            <source>Open or close the un&amp;it</source>
            <translation>&amp;Åbn eller luk enheden</translation>
        </message>
        <message>
            <source>Show the goals of a unit instead of its box, or its box again</source>
            <translation>Vis en enheds mål i stedet for dens boks, eller boksen igen</translation>
        </message>
        <message>
            <source>Select the box of a unit, or a goal of a unit that is open.</source>
            <translation>Vælg en enheds boks eller et mål i en åben enhed.</translation>
        </message>
        <message>
            <source>Close &amp;all units</source>
            <translation>Luk alle &amp;enheder</translation>
        </message>
        <message>
            <source>No unit is open on the map.</source>
            <translation>Ingen enhed er åben på kortet.</translation>
        </message>
        <message>
            <source>Show a map first that is not all goals.</source>
            <translation>Vis først et andet kort end »Alle mål«.</translation>
        </message>
        <message>
            <source>Print &amp;map ...</source>
            <translation>Udskriv &amp;kort ...</translation>
        </message>
        <message>
            <source>Print the map, or save it as PDF or as a picture</source>
            <translation>Udskriv kortet, eller gem det som PDF eller billede</translation>
        </message>
        <message>
            <source>Put the whole map on the clipboard, for a text or a presentation</source>
            <translation>Læg hele kortet på udklipsholderen, til en tekst eller præsentation</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Fil</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Redigér</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Vis</translation>
        </message>
        <message>
            <source>&amp;Goal</source>
            <translation>&amp;Mål</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hjælp</translation>
        </message>
        <message>
            <source>&amp;New ...</source>
            <translation>&amp;Nyt dokument ...</translation>
        </message>
        <message>
            <source>&amp;Open ...</source>
            <translation>&amp;Åbn ...</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Gem</translation>
        </message>
        <message>
            <source>Save &amp;as ...</source>
            <translation>Gem &amp;som ...</translation>
        </message>
        <message>
            <source>&amp;Import ...</source>
            <translation>&amp;Indlæs ...</translation>
        </message>
        <message>
            <source>&amp;Print ...</source>
            <translation>&amp;Udskriv ...</translation>
        </message>
        <message>
            <source>Choose what to print, see it first</source>
            <translation>Vælg, hvad der skal udskrives, og se det først</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Luk</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Afslut</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Fortryd</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Gentag</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>K&amp;lip</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Kopiér</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Indsæt</translation>
        </message>
        <message>
            <source>Put goals that were copied, or a list from another program, on the map</source>
            <translation>Sæt kopierede mål eller en liste fra et andet program på kortet</translation>
        </message>
        <message>
            <source>Paste &amp;as ...</source>
            <translation>In&amp;dsæt som ...</translation>
        </message>
        <message>
            <source>Choose whether the same goals or new copies are put on the map</source>
            <translation>Vælg, om de samme mål eller nye kopier skal på kortet</translation>
        </message>
        <message>
            <source>&amp;Duplicate</source>
            <translation>D&amp;upliker</translation>
        </message>
        <message>
            <source>&amp;Find goal</source>
            <translation>&amp;Søg efter mål</translation>
        </message>
        <message>
            <source>Find &amp;next</source>
            <translation>Find &amp;næste</translation>
        </message>
        <message>
            <source>&amp;Organisation ...</source>
            <translation>&amp;Organisation ...</translation>
        </message>
        <message>
            <source>&amp;Map</source>
            <translation>&amp;Kort</translation>
        </message>
        <message>
            <source>&amp;Red thread</source>
            <translation>&amp;Rød tråd</translation>
        </message>
        <message>
            <source>Le&amp;ading</source>
            <translation>Ledel&amp;se</translation>
        </message>
        <message>
            <source>How centres and political goals stand; each number opens its list</source>
            <translation>Hvordan centrene og de politiske mål står; hvert tal åbner sin liste</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>Zoom &amp;ind</translation>
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation>Zoom &amp;ud</translation>
        </message>
        <message>
            <source>&amp;Fit to window</source>
            <translation>Tilpas til &amp;vinduet</translation>
        </message>
        <message>
            <source>&amp;100 %</source>
            <translation>&amp;100 %</translation>
        </message>
        <message>
            <source>&amp;List of goals</source>
            <translation>Må&amp;lliste</translation>
        </message>
        <message>
            <source>&amp;Check</source>
            <translation>&amp;Tjek</translation>
        </message>
        <message>
            <source>&amp;New goal</source>
            <translation>&amp;Nyt mål</translation>
        </message>
        <message>
            <source>&amp;Connect</source>
            <translation>F&amp;orbind</translation>
        </message>
        <message>
            <source>Connect the selected goal with the one it supports</source>
            <translation>Forbind det valgte mål med det mål, det understøtter</translation>
        </message>
        <message>
            <source>&amp;Rename</source>
            <translation>O&amp;mdøb</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Slet</translation>
        </message>
        <message>
            <source>Next &amp;finding</source>
            <translation>Næste &amp;fund</translation>
        </message>
        <message>
            <source>&amp;Turn into</source>
            <translation>Gør &amp;til</translation>
        </message>
        <message>
            <source>Make the selected goal one of another kind, with its links and texts</source>
            <translation>Gør det valgte mål til et mål af en anden slags, med forbindelser og tekster</translation>
        </message>
        <message>
            <source>Show &amp;menu for what is selected</source>
            <translation>Vis &amp;genvejsmenu</translation>
        </message>
        <message>
            <source>&amp;About Strategikort</source>
            <translation>&amp;Om Strategikort</translation>
        </message>
        <message>
            <source>Map in &amp;words ...</source>
            <translation>Kortet i &amp;ord ...</translation>
        </message>
        <message>
            <source>Read the map as plain text: each goal and each link once</source>
            <translation>Læs kortet som almindelig tekst: hvert mål og hver forbindelse én gang</translation>
        </message>
        <message>
            <source>Select one goal first.</source>
            <translation>Vælg ét mål først.</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>Der er ikke noget at fortryde.</translation>
        </message>
        <message>
            <source>Nothing has been undone.</source>
            <translation>Der er ikke fortrudt noget.</translation>
        </message>
        <message>
            <source>Select one goal first, of which nothing is lost in another kind.</source>
            <translation>Vælg først ét mål, som ikke mister noget ved at skifte slags.</translation>
        </message>
        <message>
            <source>Select first what shall be deleted.</source>
            <translation>Vælg først det, der skal slettes.</translation>
        </message>
        <message>
            <source>There are no findings.</source>
            <translation>Der er ingen fund.</translation>
        </message>
        <message>
            <source>Go to a goal a&amp;bove</source>
            <translation>Gå o&amp;p til overordnet mål</translation>
        </message>
        <message>
            <source>Go along a link to what the selected goal supports</source>
            <translation>Følg forbindelsen op til det, som det valgte mål understøtter</translation>
        </message>
        <message>
            <source>&amp;Go to a goal below</source>
            <translation>Gå ne&amp;d til underordnet mål</translation>
        </message>
        <message>
            <source>Go along a link to what supports the selected goal</source>
            <translation>Følg forbindelsen ned til det, som understøtter det valgte mål</translation>
        </message>
        <message>
            <source>Go to the goal befor&amp;e</source>
            <translation>Gå til &amp;venstre i rækken</translation>
        </message>
        <message>
            <source>Go to the goal before, among those that support the same goal</source>
            <translation>Gå til målet før blandt dem, der understøtter det samme</translation>
        </message>
        <message>
            <source>Go to the goal &amp;after</source>
            <translation>Gå til &amp;højre i rækken</translation>
        </message>
        <message>
            <source>Go to the goal after, among those that support the same goal</source>
            <translation>Gå til målet efter blandt dem, der understøtter det samme</translation>
        </message>
        <message>
            <source>&amp;Print a sheet ...</source>
            <translation>&amp;Udskriv ark ...</translation>
        </message>
        <message>
            <source>One page of steps for your role, to hang beside the screen</source>
            <translation>Én side med trin til din rolle, til at hænge ved skærmen</translation>
        </message>
        <message>
            <source>Find &amp;command or goal ...</source>
            <translation>Find &amp;kommando eller mål ...</translation>
        </message>
        <message>
            <source>&amp;Keys ...</source>
            <translation>&amp;Taster ...</translation>
        </message>
        <message>
            <source>&amp;Present</source>
            <translation>&amp;Præsentér</translation>
        </message>
        <message>
            <source>There are no goals on the map yet.</source>
            <translation>Der er ingen mål på kortet endnu.</translation>
        </message>
        <message>
            <source>Show goal by goal down the red thread, on the whole screen</source>
            <translation>Vis mål for mål ned ad den røde tråd på hele skærmen</translation>
        </message>
        <message>
            <source>Select one or more goals first.</source>
            <translation>Vælg et eller flere mål først.</translation>
        </message>
        <message>
            <source>&amp;Arrange</source>
            <translation>&amp;Ordn</translation>
        </message>
        <message>
            <source>&amp;Arrange the map</source>
            <translation>&amp;Ordn kortet</translation>
        </message>
        <message>
            <source>Find better places for what is selected, or for all; pinned goals stay</source>
            <translation>Find bedre pladser til det markerede eller til hele kortet. Fastgjorte mål bliver stående</translation>
        </message>
        <message>
            <source>&amp;Pin to the map</source>
            <translation>&amp;Fastgør på kortet</translation>
        </message>
        <message>
            <source>Let the selected goals stay when the map is arranged, or let them go</source>
            <translation>Lad de markerede mål blive stående, når kortet ordnes – eller slip dem igen</translation>
        </message>
        <message>
            <source>Align &amp;left</source>
            <translation>Justér &amp;venstre</translation>
        </message>
        <message>
            <source>&amp;Centre</source>
            <translation>&amp;Centrér</translation>
        </message>
        <message>
            <source>Align &amp;right</source>
            <translation>Justér &amp;højre</translation>
        </message>
        <message>
            <source>Align &amp;top</source>
            <translation>Justér &amp;øverst</translation>
        </message>
        <message>
            <source>Align &amp;middle</source>
            <translation>Justér &amp;midten</translation>
        </message>
        <message>
            <source>Align &amp;bottom</source>
            <translation>Justér &amp;nederst</translation>
        </message>
        <message>
            <source>Distribute acro&amp;ss</source>
            <translation>Fordel vand&amp;ret</translation>
        </message>
        <message>
            <source>Distribute &amp;down</source>
            <translation>Fordel &amp;lodret</translation>
        </message>
        <message>
            <source>Move the arrow's &amp;head to ...</source>
            <translation>Flyt pilens &amp;spids til ...</translation>
        </message>
        <message>
            <source>Move the arrow's &amp;other end to ...</source>
            <translation>Flyt pilens &amp;begyndelse til ...</translation>
        </message>
        <message>
            <source>Let the selected connection point to another goal; its note stays</source>
            <translation>Lad den valgte forbindelse pege på et andet mål. Noten følger med</translation>
        </message>
        <message>
            <source>Let the selected connection begin at another goal; its note stays</source>
            <translation>Lad den valgte forbindelse begynde ved et andet mål. Noten følger med</translation>
        </message>
        <message>
            <source>Select a connection on the map first.</source>
            <translation>Vælg først en forbindelse på kortet.</translation>
        </message>
        <message>
            <source>Select two or more goals first.</source>
            <translation>Vælg først to eller flere mål.</translation>
        </message>
        <message>
            <source>Select three or more goals first.</source>
            <translation>Vælg først tre eller flere mål.</translation>
        </message>
        <message>
            <source>There is nothing to arrange.</source>
            <translation>Der er intet at ordne.</translation>
        </message>
        <message>
            <source>Select goals first, on a map that keeps their places.</source>
            <translation>Vælg først mål på et kort, der husker deres pladser.</translation>
        </message>
        <message>
            <source>Pr&amp;eferences ...</source>
            <translation>Inds&amp;tillinger ...</translation>
        </message>
        <message>
            <source>Colours, size of text, language, your name</source>
            <translation>Farver, tekststørrelse, sprog og dit navn</translation>
        </message>
        <message>
            <source>Copy &amp;map as picture</source>
            <translation>Kopiér kortet som &amp;billede</translation>
        </message>
        <message>
            <source>New goal of a &amp;kind</source>
            <translation>Nyt mål på &amp;et bestemt niveau</translation>
        </message>
        <message>
            <source>Choose the level of the new goal</source>
            <translation>Vælg det nye måls niveau</translation>
        </message>
        <message>
            <source>Move &amp;under ...</source>
            <translation>Flyt &amp;ind under ...</translation>
        </message>
        <message>
            <source>Choose another goal for the selected one to stand under</source>
            <translation>Vælg et andet mål, som det valgte mål skal stå under</translation>
        </message>
        <message>
            <source>Move &amp;in</source>
            <translation>&amp;Ryk ind</translation>
        </message>
        <message>
            <source>Let the goal stand under the nearest goal before it in the list</source>
            <translation>Lad målet stå under det nærmeste mål før det i listen</translation>
        </message>
        <message>
            <source>Move &amp;out</source>
            <translation>Ryk &amp;ud</translation>
        </message>
        <message>
            <source>Let the goal stand one level higher, or under no goal</source>
            <translation>Lad målet stå et niveau højere eller uden overordnet mål</translation>
        </message>
        <message>
            <source>Move u&amp;p</source>
            <translation>Ryk o&amp;p</translation>
        </message>
        <message>
            <source>Let the goal stand under the goal before the one above it</source>
            <translation>Lad målet stå under det mål, der kommer før dets overordnede mål</translation>
        </message>
        <message>
            <source>Move do&amp;wn</source>
            <translation>Ryk n&amp;ed</translation>
        </message>
        <message>
            <source>Let the goal stand under the goal after the one above it</source>
            <translation>Lad målet stå under det mål, der kommer efter dets overordnede mål</translation>
        </message>
        <message>
            <source>Scratch pa&amp;d</source>
            <translation>Kl&amp;adde</translation>
        </message>
        <message>
            <source>Ideas beside the map that are no goals yet</source>
            <translation>Idéer ved siden af kortet, som ikke er mål endnu</translation>
        </message>
        <message>
            <source>Works&amp;hop</source>
            <translation>&amp;Workshop</translation>
        </message>
        <message>
            <source>Large text for the projector, the map and the scratch pad alone</source>
            <translation>Stor tekst til projektoren, kun kortet og kladden</translation>
        </message>
        <message>
            <source>Find pre&amp;vious</source>
            <translation>Find fo&amp;rrige</translation>
        </message>
        <message>
            <source>&amp;Thread</source>
            <translation>&amp;Tråd</translation>
        </message>
        <message>
            <source>Follow a red thread first.</source>
            <translation>Følg først en rød tråd.</translation>
        </message>
        <message>
            <source>&amp;Follow the red thread</source>
            <translation>&amp;Følg den røde tråd</translation>
        </message>
        <message>
            <source>Show on the map what the selected goals support, and what supports them</source>
            <translation>Vis på kortet, hvad de valgte mål understøtter, og hvad der understøtter dem</translation>
        </message>
        <message>
            <source>&amp;Direction</source>
            <translation>&amp;Retning</translation>
        </message>
        <message>
            <source>Follow the thread up and down, only up, only down</source>
            <translation>Følg tråden op og ned, kun op eller kun ned</translation>
        </message>
        <message>
            <source>One &amp;step further</source>
            <translation>Et &amp;led længere</translation>
        </message>
        <message>
            <source>One step &amp;less</source>
            <translation>Et led &amp;kortere</translation>
        </message>
        <message>
            <source>&amp;Hide the rest</source>
            <translation>Sk&amp;jul resten</translation>
        </message>
        <message>
            <source>Show only the thread or the hits, and hide all else on the map</source>
            <translation>Vis kun tråden eller træfferne, og skjul alt andet på kortet</translation>
        </message>
        <message>
            <source>&amp;Zoom to what is selected</source>
            <translation>&amp;Zoom til det valgte</translation>
        </message>
        <message>
            <source>Mi&amp;nimap</source>
            <translation>Mi&amp;nikort</translation>
        </message>
        <message>
            <source>Show all of the map in small, and which part of it is seen</source>
            <translation>Vis hele kortet i lille format, og hvilket udsnit der ses</translation>
        </message>
        <message>
            <source>L&amp;egend</source>
            <translation>T&amp;egnforklaring</translation>
        </message>
        <message>
            <source>Show what the signs on the map mean</source>
            <translation>Vis, hvad tegnene på kortet betyder</translation>
        </message>
        <message>
            <source>Open a folder as o&amp;verview ...</source>
            <translation>Åbn en &amp;mappe som overblik ...</translation>
        </message>
        <message>
            <source>See the centres' files in a folder as one municipality, to be read only</source>
            <translation>Se centrenes filer i en mappe som én kommune – kun til læsning</translation>
        </message>
        <message>
            <source>Open the &amp;file it stands in</source>
            <translation>Åbn centrets &amp;fil</translation>
        </message>
        <message>
            <source>Open the file that holds the selected goal or map, and change it there</source>
            <translation>Åbn den fil, som det valgte mål eller kort står i, og ret i den</translation>
        </message>
        <message>
            <source>Select a goal or show a centre's map in an overview first.</source>
            <translation>Vælg først et mål eller vis et centers kort i et overblik.</translation>
        </message>
        <message>
            <source>Files of the ove&amp;rview ...</source>
            <translation>Filer i over&amp;blikket ...</translation>
        </message>
        <message>
            <source>Rea&amp;d the files again</source>
            <translation>Læs filerne ig&amp;en</translation>
        </message>
        <message>
            <source>Open a folder as overview first.</source>
            <translation>Åbn først en mappe som overblik.</translation>
        </message>
        <message>
            <source>An overview is only read. Open the file of the centre.</source>
            <translation>Et overblik er kun til læsning. Åbn centrets fil.</translation>
        </message>
        <message>
            <source>Save a file for eac&amp;h centre ...</source>
            <translation>Gem en fil til &amp;hvert center ...</translation>
        </message>
        <message>
            <source>Part the municipality's file, so that each centre can work in its own</source>
            <translation>Del kommunens fil, så hvert center kan arbejde i sin egen</translation>
        </message>
        <message>
            <source>Only the file of a whole municipality can be parted.</source>
            <translation>Kun en fil for hele kommunen kan deles.</translation>
        </message>
        <message>
            <source>Prin&amp;t numbers ...</source>
            <translation>Udskriv &amp;tal ...</translation>
        </message>
        <message>
            <source>Print the numbers of centres and political goals, or save them for Word</source>
            <translation>Udskriv tallene om centrene og de politiske mål, eller gem dem til Word og Excel</translation>
        </message>
        <message>
            <source>&amp;Change several drafts ...</source>
            <translation>&amp;Ret i flere udkast ...</translation>
        </message>
        <message>
            <source>&amp;Make the year's agreements ...</source>
            <translation>&amp;Opret årets aftaler ...</translation>
        </message>
        <message>
            <source>Agreeme&amp;nt</source>
            <translation>&amp;Aftale</translation>
        </message>
        <message>
            <source>Make an agreement first.</source>
            <translation>Opret en aftale først.</translation>
        </message>
        <message>
            <source>Make drafts for many units at once, with common goals and texts</source>
            <translation>Opret udkast til mange enheder på én gang med fælles mål og tekster</translation>
        </message>
        <message>
            <source>Make the units first, in Edit &gt; Organisation.</source>
            <translation>Opret enhederne først i Rediger &gt; Organisation.</translation>
        </message>
        <message>
            <source>Replace a section, a common goal or a day in many drafts</source>
            <translation>Udskift et afsnit, et fælles mål eller en dag i mange udkast</translation>
        </message>
        <message>
            <source>&amp;Signatures ...</source>
            <translation>&amp;Underskrifter ...</translation>
        </message>
        <message>
            <source>See where each agreement is, have it signed, note who has signed</source>
            <translation>Se, hvor langt hver aftale er, få den underskrevet, og notér, hvem der har skrevet under</translation>
        </message>
        <message>
            <source>Write the agreements, have them signed, see them as paper</source>
            <translation>Skriv aftalerne, få dem underskrevet, og se dem som papir</translation>
        </message>
        <message>
            <source>Agreemen&amp;ts</source>
            <translation>A&amp;ftaler</translation>
        </message>
        <message>
            <source>Check a &amp;PDF ...</source>
            <translation>&amp;Kontrollér en PDF ...</translation>
        </message>
        <message>
            <source>Which agreement and version is it, is it whole, and who has signed it</source>
            <translation>Hvilken aftale og version er det, er den uændret, og hvem har skrevet under</translation>
        </message>
        <message>
            <source>One scan of signed sheets, in any order, finds its agreements</source>
            <translation>Én scanning af underskrevne ark i vilkårlig rækkefølge finder selv sine aftaler</translation>
        </message>
        <message>
            <source>Put the pile in the scann&amp;er ...</source>
            <translation>&amp;Læg bunken i scanneren ...</translation>
        </message>
    </context>
    <context>
        <name>AgreementsView</name>
        <message>
            <source>All states</source>
            <translation>Alle</translation>
        </message>
    </context>
    <context>
        <name>AgreementsViewForm</name>
        <message>
            <source>Show as text</source>
            <translation>Vis som tekst</translation>
        </message>
        <message>
            <source>The paper as text</source>
            <translation>Papiret som tekst</translation>
        </message>
        <message>
            <source>&amp;Day</source>
            <translation>&amp;Dag</translation>
        </message>
        <message>
            <source>&amp;How</source>
            <translation>&amp;Hvordan</translation>
        </message>
        <message>
            <source>&amp;Place</source>
            <translation>&amp;Sted</translation>
        </message>
        <message>
            <source>&amp;Signatures and papers</source>
            <translation>&amp;Underskrifter og papirer</translation>
        </message>
        <message>
            <source>&amp;Text</source>
            <translation>&amp;Tekst</translation>
        </message>
        <message>
            <source>&amp;Who signs</source>
            <translation>&amp;Hvem der underskriver</translation>
        </message>
        <message>
            <source>&amp;Year</source>
            <translation>&amp;År</translation>
        </message>
        <message>
            <source>Agreements</source>
            <translation>Aftaler</translation>
        </message>
        <message>
            <source>Attach a file ...</source>
            <translation>Vedhæft fil ...</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fil</translation>
        </message>
        <message>
            <source>Find unit</source>
            <translation>Find enhed</translation>
        </message>
        <message>
            <source>How</source>
            <translation>Hvordan</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Note signature</source>
            <translation>Notér underskrift</translation>
        </message>
        <message>
            <source>Paper to be signed ...</source>
            <translation>Papir til underskrift ...</translation>
        </message>
        <message>
            <source>Papers that went out and came back</source>
            <translation>Papirer, der er sendt ud og kommet tilbage</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Sted</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Fjern</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Save a copy ...</source>
            <translation>Gem kopi ...</translation>
        </message>
        <message>
            <source>Show &amp;paper</source>
            <translation>Vis &amp;papir</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Underskrevet</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>State of the agreements</source>
            <translation>Aftalernes status</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhed</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>Hvad det er</translation>
        </message>
        <message>
            <source>What stands in the way</source>
            <translation>Det mangler</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Hvornår</translation>
        </message>
        <message>
            <source>Who signs</source>
            <translation>Hvem der underskriver</translation>
        </message>
        <message>
            <source>day.month.year</source>
            <translation>dag.måned.år</translation>
        </message>
        <message>
            <source>‹</source>
            <translation>‹</translation>
        </message>
        <message>
            <source>›</source>
            <translation>›</translation>
        </message>
        <message>
            <source>Text of the agreement</source>
            <translation>Aftalens tekst</translation>
        </message>
        <message>
            <source>The agreement as paper</source>
            <translation>Aftalen som papir</translation>
        </message>
        <message>
            <source>Text, or signatures and papers</source>
            <translation>Tekst eller underskrifter og papirer</translation>
        </message>
        <message>
            <source>Signatures and papers</source>
            <translation>Underskrifter og papirer</translation>
        </message>
        <message>
            <source>The agreement</source>
            <translation>Aftalen</translation>
        </message>
        <message>
            <source>PDF for a signing service ...</source>
            <translation>PDF til signering ...</translation>
        </message>
        <message>
            <source>Sign with a certificate ...</source>
            <translation>Underskriv med certifikat ...</translation>
        </message>
        <message>
            <source>Signed PDF came back ...</source>
            <translation>Underskrevet PDF er kommet ...</translation>
        </message>
    </context>
    <context>
        <name>ArrangeCommands</name>
        <message>
            <source>All goals already stand where they are linked best.</source>
            <translation>Alle mål står allerede der, hvor deres forbindelser er kortest og klarest.</translation>
        </message>
    </context>
    <context>
        <name>Captions</name>
        <message>
            <source>Planned for</source>
            <translation>Planlagt til</translation>
        </message>
        <message>
            <source>Held on</source>
            <translation>Holdt den</translation>
        </message>
        <message>
            <source>Who takes part</source>
            <translation>Hvem deltager</translation>
        </message>
        <message>
            <source>How is it going?</source>
            <translation>Hvordan går det?</translation>
        </message>
        <message>
            <source>Explanation</source>
            <translation>Forklaring</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>Næste skridt</translation>
        </message>
        <message>
            <source>What we have learnt</source>
            <translation>Det har vi lært</translation>
        </message>
        <message>
            <source>What follows from the result</source>
            <translation>Hvad resultatet fører til</translation>
        </message>
        <message>
            <source>In more words</source>
            <translation>Uddybning</translation>
        </message>
        <message>
            <source>Which follow-up</source>
            <translation>Hvilken opfølgning</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Short title, for the map</source>
            <translation>Kort titel til kortet</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Beskrivelse</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Hvorfor?</translation>
        </message>
        <message>
            <source>Applies from</source>
            <translation>Gælder fra</translation>
        </message>
        <message>
            <source>Applies to</source>
            <translation>Gælder til</translation>
        </message>
        <message>
            <source>Belongs to</source>
            <translation>Hører til</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Ansvarlig</translation>
        </message>
        <message>
            <source>How can we see that the goal is reached?</source>
            <translation>Hvordan kan vi se, at målet er nået?</translation>
        </message>
        <message>
            <source>What the goal does</source>
            <translation>Målets karakter</translation>
        </message>
        <message>
            <source>Common or local</source>
            <translation>Fælles eller lokalt</translation>
        </message>
        <message>
            <source>Who decides</source>
            <translation>Hvem bestemmer</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Lag</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>Balance</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Prioritet</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Gyldighed</translation>
        </message>
        <message>
            <source>Who will notice the difference?</source>
            <translation>Hvem mærker forskellen?</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Policy area</source>
            <translation>Politikområde</translation>
        </message>
        <message>
            <source>Decided on</source>
            <translation>Besluttet den</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>Besluttet af</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Sagsnummer</translation>
        </message>
        <message>
            <source>Link to the decision</source>
            <translation>Henvisning til beslutningen</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Beslutning</translation>
        </message>
        <message>
            <source>Meant for (all if empty)</source>
            <translation>Gælder for (alle, hvis tomt)</translation>
        </message>
        <message>
            <source>Must be taken up by</source>
            <translation>Skal tages op af</translation>
        </message>
        <message>
            <source>Runs across the organisation</source>
            <translation>Går på tværs af organisationen</translation>
        </message>
        <message>
            <source>Taken from the common goal</source>
            <translation>Hentet fra det fælles mål</translation>
        </message>
        <message>
            <source>Weight, 0 to 100</source>
            <translation>Vægt, 0 til 100</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Metode</translation>
        </message>
        <message>
            <source>Why this method?</source>
            <translation>Hvorfor denne metode?</translation>
        </message>
        <message>
            <source>What we know that works</source>
            <translation>Hvad vi ved om virkningen</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>Frist</translation>
        </message>
        <message>
            <source>Milestones</source>
            <translation>Milepæle</translation>
        </message>
        <message>
            <source>What we do today</source>
            <translation>Hvad vi gør i dag</translation>
        </message>
        <message>
            <source>What we will do instead</source>
            <translation>Hvad vi vil gøre i stedet</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fremdrift</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>How it is counted</source>
            <translation>Hvordan opgøres det?</translation>
        </message>
        <message>
            <source>Kind of figure</source>
            <translation>Måles som</translation>
        </message>
        <message>
            <source>What it measures</source>
            <translation>Hvad den måler</translation>
        </message>
        <message>
            <source>Unit of measure</source>
            <translation>Måleenhed</translation>
        </message>
        <message>
            <source>Which way?</source>
            <translation>Hvilken vej?</translation>
        </message>
        <message>
            <source>Lowest possible</source>
            <translation>Lavest mulige</translation>
        </message>
        <message>
            <source>Highest possible</source>
            <translation>Højest mulige</translation>
        </message>
        <message>
            <source>Decimals</source>
            <translation>Decimaler</translation>
        </message>
        <message>
            <source>Baseline</source>
            <translation>Udgangspunkt</translation>
        </message>
        <message>
            <source>Baseline measured on</source>
            <translation>Udgangspunkt målt den</translation>
        </message>
        <message>
            <source>Baseline comes on</source>
            <translation>Udgangspunkt forventes den</translation>
        </message>
        <message>
            <source>Data source</source>
            <translation>Datakilde</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>Indsamles</translation>
        </message>
        <message>
            <source>Why by hand?</source>
            <translation>Hvorfor manuelt?</translation>
        </message>
        <message>
            <source>Services that it delivers</source>
            <translation>Ydelser, den leverer</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>Hvor ofte</translation>
        </message>
        <message>
            <source>How many are counted</source>
            <translation>Hvor mange indgår?</translation>
        </message>
        <message>
            <source>What the figure is used for</source>
            <translation>Hvad tallet bruges til</translation>
        </message>
        <message>
            <source>Comparable with earlier years?</source>
            <translation>Kan det sammenlignes med tidligere år?</translation>
        </message>
        <message>
            <source>Quality report</source>
            <translation>Kvalitetsrapport</translation>
        </message>
        <message>
            <source>Takes the place of</source>
            <translation>Afløser</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>Beløb</translation>
        </message>
        <message>
            <source>Budget year</source>
            <translation>Budgetår</translation>
        </message>
        <message>
            <source>Price level</source>
            <translation>Prisniveau</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Hvem</translation>
        </message>
        <message>
            <source>Sent on</source>
            <translation>Sendt</translation>
        </message>
        <message>
            <source>Answer by</source>
            <translation>Frist for svar</translation>
        </message>
        <message>
            <source>Answered on</source>
            <translation>Svar modtaget</translation>
        </message>
        <message>
            <source>The answer</source>
            <translation>Svaret</translation>
        </message>
        <message>
            <source>Left out this time</source>
            <translation>Springes over denne gang</translation>
        </message>
        <message>
            <source>Why it is left out</source>
            <translation>Hvorfor det springes over</translation>
        </message>
        <message>
            <source>How</source>
            <translation>Hvordan</translation>
        </message>
        <message>
            <source>What the centre promises</source>
            <translation>Det lover centret</translation>
        </message>
    </context>
    <context>
        <name>CellMenu</name>
        <message>
            <source>Show the goals it counts</source>
            <translation>Vis de mål, tallet tæller</translation>
        </message>
        <message>
            <source>Supports the political goal directly</source>
            <translation>Understøtter det politiske mål direkte</translation>
        </message>
        <message>
            <source>No goal can be chosen here</source>
            <translation>Der er ingen mål at vælge her</translation>
        </message>
        <message numerus="yes">
            <source>%n more: see the map</source>
            <translation>
                <numerusform>%n mere: se kortet</numerusform>
                <numerusform>%n flere: se kortet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CertificateDialog</name>
        <message>
            <source>Choose certificate</source>
            <translation>Vælg certifikat</translation>
        </message>
        <message>
            <source>Certificates (*.p12 *.pfx)</source>
            <translation>Certifikater (*.p12 *.pfx)</translation>
        </message>
        <message>
            <source>The card's program library</source>
            <translation>Kortets programbibliotek</translation>
        </message>
    </context>
    <context>
        <name>CertificateDialogForm</name>
        <message>
            <source>Sign with a certificate</source>
            <translation>Underskriv med certifikat</translation>
        </message>
        <message>
            <source>The paper is signed on this computer. The certificate and its password are not kept.</source>
            <translation>Papiret underskrives på denne computer. Certifikatet og adgangskoden gemmes ikke.</translation>
        </message>
        <message>
            <source>&amp;Who signs</source>
            <translation>&amp;Hvem underskriver</translation>
        </message>
        <message>
            <source>Where the certificate is</source>
            <translation>Hvor certifikatet er</translation>
        </message>
        <message>
            <source>In a &amp;file</source>
            <translation>I en &amp;fil</translation>
        </message>
        <message>
            <source>On a &amp;card</source>
            <translation>På et &amp;kort</translation>
        </message>
        <message>
            <source>Choose certificate ...</source>
            <translation>Vælg certifikat ...</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>&amp;Adgangskode</translation>
        </message>
        <message>
            <source>The card's program library ...</source>
            <translation>Kortets programbibliotek ...</translation>
        </message>
        <message>
            <source>&amp;Name of the card</source>
            <translation>Kortets &amp;navn</translation>
        </message>
        <message>
            <source>PI&amp;N</source>
            <translation>&amp;PIN</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annullér</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Underskriv</translation>
        </message>
    </context>
    <context>
        <name>ChangeDraftsDialog</name>
        <message>
            <source>%1 drafts</source>
            <translation>%1 udkast</translation>
        </message>
        <message>
            <source>%1 were rewritten and are left as they are.</source>
            <translation>%1 er skrevet om og bliver, som de er.</translation>
        </message>
        <message>
            <source>&amp;New day</source>
            <translation>&amp;Ny dag</translation>
        </message>
        <message>
            <source>&amp;New text</source>
            <translation>&amp;Ny tekst</translation>
        </message>
        <message>
            <source>1 draft</source>
            <translation>1 udkast</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>Ret i %1</translation>
        </message>
        <message>
            <source>Common goal: %1</source>
            <translation>Fælles mål: %1</translation>
        </message>
        <message>
            <source>Day: %1</source>
            <translation>Dag: %1</translation>
        </message>
        <message>
            <source>One was rewritten and is left as it is.</source>
            <translation>Ét er skrevet om og bliver, som det er.</translation>
        </message>
        <message>
            <source>Success criterion of: %1</source>
            <translation>Succeskriterium for: %1</translation>
        </message>
        <message>
            <source>Write a day such as 15.6.2015.</source>
            <translation>Skriv en dag som 15.6.2015.</translation>
        </message>
        <message>
            <source>does not have it</source>
            <translation>har det ikke</translation>
        </message>
        <message>
            <source>is replaced</source>
            <translation>udskiftes</translation>
        </message>
        <message>
            <source>locked, is left</source>
            <translation>låst, røres ikke</translation>
        </message>
        <message>
            <source>rewritten by the leader, is left</source>
            <translation>skrevet om af lederen, røres ikke</translation>
        </message>
        <message>
            <source>says so already</source>
            <translation>er allerede sådan</translation>
        </message>
        <message>
            <source>%1 (section)</source>
            <translation>%1 (afsnit)</translation>
        </message>
    </context>
    <context>
        <name>ChangeDraftsDialogForm</name>
        <message>
            <source>&amp;From</source>
            <translation>&amp;Fra</translation>
        </message>
        <message>
            <source>&amp;New text</source>
            <translation>&amp;Ny tekst</translation>
        </message>
        <message>
            <source>&amp;What is changed</source>
            <translation>&amp;Hvad skal rettes</translation>
        </message>
        <message>
            <source>&amp;Year</source>
            <translation>&amp;År</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annullér</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Ret</translation>
        </message>
        <message>
            <source>Change several drafts</source>
            <translation>Ret i flere udkast</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Udkast</translation>
        </message>
        <message>
            <source>It says now</source>
            <translation>Der står nu</translation>
        </message>
        <message>
            <source>New day</source>
            <translation>Ny dag</translation>
        </message>
        <message>
            <source>New text</source>
            <translation>Ny tekst</translation>
        </message>
        <message>
            <source>Show the agreement</source>
            <translation>Vis aftalen</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhed</translation>
        </message>
        <message>
            <source>What a leader has rewritten is left as it is and listed. Tick it to replace it all the same.</source>
            <translation>Det, en leder har skrevet om, bliver, som det er, og står på listen. Sæt hak for at udskifte det alligevel.</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Hvad der sker</translation>
        </message>
        <message>
            <source>day.month.year</source>
            <translation>dag.måned.år</translation>
        </message>
    </context>
    <context>
        <name>ClipboardCommands</name>
        <message numerus="yes">
            <source>%n goal(s) copied.</source>
            <translation>
                <numerusform>%n mål er kopieret.</numerusform>
                <numerusform>%n mål er kopieret.</numerusform>
            </translation>
        </message>
        <message>
            <source>Left empty, for it is not in this document: %1.</source>
            <translation>Står tomt, fordi det ikke findes i dette dokument: %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n link(s) to goals that are not here were left out.</source>
            <translation>
                <numerusform>%n forbindelse til et mål, der ikke findes her, er udeladt.</numerusform>
                <numerusform>%n forbindelser til mål, der ikke findes her, er udeladt.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComparingBar</name>
        <message>
            <source>Comparison</source>
            <translation>Sammenligning</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Næste</translation>
        </message>
        <message>
            <source>Next change</source>
            <translation>Næste ændring</translation>
        </message>
        <message>
            <source>End</source>
            <translation>Afslut</translation>
        </message>
        <message>
            <source>End comparison</source>
            <translation>Afslut sammenligning</translation>
        </message>
        <message>
            <source>End comparison (Esc)</source>
            <translation>Afslut sammenligning (Esc)</translation>
        </message>
        <message>
            <source>The comparison has ended.</source>
            <translation>Sammenligningen er afsluttet.</translation>
        </message>
        <message numerus="yes">
            <source>%n goal(s) gone</source>
            <translation>
                <numerusform>%n udgået</numerusform>
                <numerusform>%n udgåede</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComparingPage</name>
        <message>
            <source>Show on the map</source>
            <translation>Vis på kortet</translation>
        </message>
        <message>
            <source>What is compared</source>
            <translation>Hvad der sammenlignes</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Ændringer</translation>
        </message>
        <message>
            <source>Saved %1 by %2 – now</source>
            <translation>Gemt %1 af %2 – nu</translation>
        </message>
        <message>
            <source>There is one year only and no earlier version: nothing to compare.</source>
            <translation>Der er kun ét år og ingen tidligere udgave, så der er intet at sammenligne.</translation>
        </message>
    </context>
    <context>
        <name>ContextMenus</name>
        <message>
            <source>Mend</source>
            <translation>Ret op</translation>
        </message>
    </context>
    <context>
        <name>DayEditor</name>
        <message>
            <source>d.m.yyyy</source>
            <translation>d.m.åååå</translation>
        </message>
        <message>
            <source>Choose in the calendar</source>
            <translation>Vælg i kalenderen</translation>
        </message>
        <message>
            <source>Write a day like 15.2.2015.</source>
            <translation>Skriv en dato som 15.2.2015.</translation>
        </message>
    </context>
    <context>
        <name>DeliveryDialogForm</name>
        <message>
            <source>What the delivery changed</source>
            <translation>Hvad leverancen ændrede</translation>
        </message>
        <message>
            <source>Choose a line to see its goal. Goals below one that says something else now are asked about in: Do the goals still fit?</source>
            <translation>Vælg en linje for at se målet. De mål, der hænger på et ændret mål, bliver spurgt under: Passer målene stadig?</translation>
        </message>
        <message>
            <source>Goals of the council that are new, changed or lapsed, and the goals that hang on them</source>
            <translation>Byrådets mål, der er nye, ændrede eller bortfaldne, og de mål, der hænger på dem</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>DocumentDialogs</name>
        <message>
            <source>Save as</source>
            <translation>Gem som</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>Importeret</translation>
        </message>
        <message>
            <source>See what changed ...</source>
            <translation>Se, hvad der er ændret ...</translation>
        </message>
    </context>
    <context>
        <name>DocumentWindow</name>
        <message>
            <source>not saved in a file yet</source>
            <translation>endnu ikke gemt i en fil</translation>
        </message>
        <message>
            <source>&amp;Undo: %1</source>
            <translation>&amp;Fortryd: %1</translation>
        </message>
        <message>
            <source>&amp;Redo: %1</source>
            <translation>&amp;Gentag: %1</translation>
        </message>
    </context>
    <context>
        <name>DoubtsDialog</name>
        <message numerus="yes">
            <source>%n goal(s) to answer for</source>
            <translation>
                <numerusform>%n mål mangler svar</numerusform>
                <numerusform>%n mål mangler svar</numerusform>
            </translation>
        </message>
        <message>
            <source>All answered.</source>
            <translation>Ingen mål mangler svar.</translation>
        </message>
    </context>
    <context>
        <name>DoubtsDialogForm</name>
        <message>
            <source>Do the goals still fit?</source>
            <translation>Passer målene stadig?</translation>
        </message>
        <message>
            <source>These goals above have changed since others were linked to them. Read what is new, and answer for the goals below.</source>
            <translation>De øverste mål er ændret, siden andre blev forbundet med dem. Læs, hvad der er nyt, og svar for målene under dem.</translation>
        </message>
        <message>
            <source>Goals above that have changed, and the goals below them</source>
            <translation>Ændrede mål og målene under dem</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Mål</translation>
        </message>
        <message>
            <source>What is new above</source>
            <translation>Nyt i målet ovenover</translation>
        </message>
        <message>
            <source>Show the goal</source>
            <translation>Vis målet</translation>
        </message>
        <message>
            <source>Yes, it fits</source>
            <translation>Ja, det passer</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>FigureEditor</name>
        <message>
            <source>Write a whole number.</source>
            <translation>Skriv et helt tal.</translation>
        </message>
        <message>
            <source>Write a figure like 82,5.</source>
            <translation>Skriv et tal som 82,5.</translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message>
            <source>Year</source>
            <translation>År</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Måltal</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>Tilladt afvigelse</translation>
        </message>
        <message>
            <source>In words</source>
            <translation>Med ord</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Dato</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultat</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Bemærkning</translation>
        </message>
        <message>
            <source>Entered by</source>
            <translation>Indtastet af</translation>
        </message>
    </context>
    <context>
        <name>FileDialog</name>
        <message>
            <source>Folder:</source>
            <translation>Mappe:</translation>
        </message>
        <message>
            <source>Kind of file:</source>
            <translation>Filtype:</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>Attach a file</source>
            <translation>Vedhæft en fil</translation>
        </message>
        <message>
            <source>PDF, Word and pictures (*.pdf *.docx *.png *.jpg *.jpeg)</source>
            <translation>PDF, Word og billeder (*.pdf *.docx *.png *.jpg *.jpeg)</translation>
        </message>
        <message>
            <source>Paper to be signed</source>
            <translation>Papir til underskrift</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>Gem en kopi</translation>
        </message>
        <message>
            <source>Saved as %1.</source>
            <translation>Gemt som %1.</translation>
        </message>
    </context>
    <context>
        <name>FilesDialog</name>
        <message>
            <source>The whole municipality</source>
            <translation>Hele kommunen</translation>
        </message>
        <message>
            <source>differs from %1, which was saved later and is the one that is shown</source>
            <translation>står anderledes i %1, som er gemt senere, og som derfor vises</translation>
        </message>
    </context>
    <context>
        <name>FindingDelegate</name>
        <message>
            <source>Show</source>
            <translation>Vis</translation>
        </message>
        <message>
            <source>Connect with ...</source>
            <translation>Forbind med ...</translation>
        </message>
        <message>
            <source>Change reason ...</source>
            <translation>Ret begrundelsen ...</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Fjern undtagelsen</translation>
        </message>
        <message>
            <source>Let it stand ...</source>
            <translation>Lad stå ...</translation>
        </message>
    </context>
    <context>
        <name>FindingsModel</name>
        <message numerus="yes">
            <source>%n error(s)</source>
            <translation>
                <numerusform>%n fejl</numerusform>
                <numerusform>%n fejl</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n advarsel</numerusform>
                <numerusform>%n advarsler</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of good advice</source>
            <translation>
                <numerusform>%n godt råd</numerusform>
                <numerusform>%n gode råd</numerusform>
            </translation>
        </message>
        <message>
            <source>folded</source>
            <translation>foldet sammen</translation>
        </message>
        <message>
            <source>open</source>
            <translation>foldet ud</translation>
        </message>
    </context>
    <context>
        <name>FindingsPanel</name>
        <message>
            <source>No finding has these words in it.</source>
            <translation>Der er ingen fund med de ord.</translation>
        </message>
        <message>
            <source>Nothing to mend here.</source>
            <translation>Her er ikke noget at rette op på.</translation>
        </message>
        <message>
            <source>Why may this stand?</source>
            <translation>Hvorfor må det stå?</translation>
        </message>
        <message>
            <source>Let it stand</source>
            <translation>Lad stå</translation>
        </message>
        <message numerus="yes">
            <source>%n exception(s)</source>
            <translation>
                <numerusform>%n undtagelse</numerusform>
                <numerusform>%n undtagelser</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n error(s)</source>
            <translation>
                <numerusform>%n fejl</numerusform>
                <numerusform>%n fejl</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n advarsel</numerusform>
                <numerusform>%n advarsler</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of good advice</source>
            <translation>
                <numerusform>%n godt råd</numerusform>
                <numerusform>%n gode råd</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingsPanelForm</name>
        <message>
            <source>Filter</source>
            <translation>Filtrér</translation>
        </message>
        <message>
            <source>Filter the findings by words</source>
            <translation>Filtrér fundene efter ord</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>Undtagelser</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Tjek</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>Fejl</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Advarsler</translation>
        </message>
        <message>
            <source>Good advice</source>
            <translation>Gode råd</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Fund</translation>
        </message>
        <message>
            <source>Nothing to mend here.</source>
            <translation>Her er ikke noget at rette op på.</translation>
        </message>
    </context>
    <context>
        <name>FollowUpCard</name>
        <message>
            <source>Remove the follow-up</source>
            <translation>Fjern opfølgningen</translation>
        </message>
        <message>
            <source>Write the follow-up</source>
            <translation>Skriv opfølgningen</translation>
        </message>
    </context>
    <context>
        <name>FollowUpsSection</name>
        <message>
            <source>Follow-ups</source>
            <translation>Opfølgninger</translation>
        </message>
        <message>
            <source>Add a follow-up</source>
            <translation>Tilføj opfølgning</translation>
        </message>
        <message>
            <source>The whole agreement is followed up on %1.</source>
            <translation>Hele aftalen følges op %1.</translation>
        </message>
    </context>
    <context>
        <name>ForecastLines</name>
        <message>
            <source>Goals that lose their red thread</source>
            <translation>Mål, der mister den røde tråd</translation>
        </message>
        <message>
            <source>Political goals without anybody at work</source>
            <translation>Politiske mål, som ingen arbejder med mere</translation>
        </message>
        <message>
            <source>Agreements that need an addendum</source>
            <translation>Aftaler, der kræver et tillæg</translation>
        </message>
        <message>
            <source>Goals that get a red thread</source>
            <translation>Mål, der får en rød tråd</translation>
        </message>
        <message>
            <source>New findings</source>
            <translation>Nye fund</translation>
        </message>
        <message>
            <source>Findings that go away</source>
            <translation>Fund, der forsvinder</translation>
        </message>
        <message>
            <source>Goals tied to one that lapses</source>
            <translation>Mål, der er forbundet til et, som bortfalder</translation>
        </message>
        <message>
            <source>{goal} (still traced)</source>
            <translation>{goal} (den røde tråd fører stadig op)</translation>
        </message>
        <message>
            <source>{goal} (red thread broken)</source>
            <translation>{goal} (den røde tråd er brudt)</translation>
        </message>
        <message>
            <source>Under “{upper}”</source>
            <translation>Under »{upper}«</translation>
        </message>
    </context>
    <context>
        <name>GoalPanel</name>
        <message>
            <source>? What stands above this goal has changed.</source>
            <translation>? Målet ovenover er ændret.</translation>
        </message>
        <message>
            <source>(?) A goal higher up has changed, and the question below it is still open.</source>
            <translation>(?) Et mål højere oppe er ændret, og der mangler et svar.</translation>
        </message>
        <message>
            <source>Does it still fit? ...</source>
            <translation>Passer det stadig? ...</translation>
        </message>
        <message>
            <source>Add %1</source>
            <translation>Tilføj %1</translation>
        </message>
        <message numerus="yes">
            <source>%n goals are chosen.</source>
            <translation>
                <numerusform>%n mål er valgt.</numerusform>
                <numerusform>%n mål er valgt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a goal on the map or in the list. What it is about stands here, its red thread first.</source>
            <translation>Vælg et mål på kortet eller i mållisten. Så står det her, hvad det går ud på – den røde tråd først.</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Less about the goal</source>
            <translation>Mindre om målet</translation>
        </message>
        <message>
            <source>More about the goal</source>
            <translation>Mere om målet</translation>
        </message>
    </context>
    <context>
        <name>GoalPanelForm</name>
        <message>
            <source>Choose a goal on the map or in the list. What it is about stands here, its red thread first.</source>
            <translation>Vælg et mål på kortet eller i mållisten. Så står det her, hvad det går ud på – den røde tråd først.</translation>
        </message>
        <message>
            <source>More about the goal</source>
            <translation>Mere om målet</translation>
        </message>
    </context>
    <context>
        <name>GoalSearch</name>
        <message>
            <source>Find goal ...  Ctrl+F</source>
            <translation>Søg efter mål ...  Ctrl+F</translation>
        </message>
        <message>
            <source>Find goal</source>
            <translation>Søg efter mål</translation>
        </message>
        <message numerus="yes">
            <source>%n hit(s)</source>
            <translation>
                <numerusform>%n fundet</numerusform>
                <numerusform>%n fundet</numerusform>
            </translation>
        </message>
        <message>
            <source>Hit %1 of %2</source>
            <translation>%1 af %2 fundne</translation>
        </message>
    </context>
    <context>
        <name>GroupingButton</name>
        <message>
            <source>Group</source>
            <translation>Gruppér</translation>
        </message>
        <message>
            <source>Group the findings</source>
            <translation>Gruppér fundene</translation>
        </message>
        <message>
            <source>One list, the worst first</source>
            <translation>Én liste, det værste først</translation>
        </message>
        <message>
            <source>By what is wrong</source>
            <translation>Efter hvad der er galt</translation>
        </message>
        <message>
            <source>By centre</source>
            <translation>Efter center</translation>
        </message>
        <message>
            <source>By unit</source>
            <translation>Efter enhed</translation>
        </message>
    </context>
    <context>
        <name>IdeaDrop</name>
        <message>
            <source>Drop it on a band of the map.</source>
            <translation>Slip den på et af kortets niveauer.</translation>
        </message>
        <message>
            <source>Drop it here: it becomes %1.</source>
            <translation>Slip her, så bliver den til %1.</translation>
        </message>
    </context>
    <context>
        <name>IdeasPanel</name>
        <message>
            <source>Write an idea, then Enter</source>
            <translation>Skriv en idé, og tryk Enter</translation>
        </message>
        <message>
            <source>New idea</source>
            <translation>Ny idé</translation>
        </message>
        <message>
            <source>Ideas</source>
            <translation>Idéer</translation>
        </message>
        <message>
            <source>Ideas are no goals yet, and nothing is checked about them.</source>
            <translation>Idéer er ikke mål endnu, og de bliver ikke tjekket.</translation>
        </message>
        <message>
            <source>Make it a goal</source>
            <translation>Gør til mål</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slet</translation>
        </message>
        <message>
            <source>Scratch pad</source>
            <translation>Kladde</translation>
        </message>
        <message>
            <source>Close the scratch pad</source>
            <translation>Luk kladden</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message numerus="yes">
            <source>%1 and %n link(s) have come in.</source>
            <translation>
                <numerusform>%1 og %n forbindelse er kommet med.</numerusform>
                <numerusform>%1 og %n forbindelser er kommet med.</numerusform>
            </translation>
        </message>
        <message>
            <source>Goals of other programs (*.csv *.xml *.stratml *.json)</source>
            <translation>Mål fra andre programmer (*.csv *.xml *.stratml *.json)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle filer (*)</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Indlæs</translation>
        </message>
        <message numerus="yes">
            <source>Brings %1 and %n link(s).</source>
            <translation>
                <numerusform>Indeholder %1 og %n forbindelse.</numerusform>
                <numerusform>Indeholder %1 og %n forbindelser.</numerusform>
            </translation>
        </message>
        <message>
            <source>no goals</source>
            <translation>ingen mål</translation>
        </message>
        <message>
            <source>Look at what is left out below.</source>
            <translation>Se nedenfor, hvad der ikke kommer med.</translation>
        </message>
        <message>
            <source>Links that lead nowhere</source>
            <translation>Forbindelser, der ikke kan laves</translation>
        </message>
        <message>
            <source>Left out: has no place here</source>
            <translation>Kommer ikke med, fordi det ikke har en plads her</translation>
        </message>
        <message>
            <source>Taken in another form</source>
            <translation>Kommer med i en anden form</translation>
        </message>
        <message>
            <source>Nothing is left out.</source>
            <translation>Alt kommer med.</translation>
        </message>
    </context>
    <context>
        <name>ImportDialogForm</name>
        <message>
            <source>Import</source>
            <translation>Indlæs</translation>
        </message>
        <message>
            <source>Import goals from other programs</source>
            <translation>Indlæs mål fra andre programmer</translation>
        </message>
        <message>
            <source>A folder with goals.csv and links.csv, a StratML file, or a snapshot from Strategikort.</source>
            <translation>En mappe med goals.csv og links.csv, en StratML-fil eller en kopi fra Strategikort.</translation>
        </message>
        <message>
            <source>Nothing chosen yet</source>
            <translation>Intet valgt endnu</translation>
        </message>
        <message>
            <source>Choose file ...</source>
            <translation>Vælg fil ...</translation>
        </message>
        <message>
            <source>Choose folder ...</source>
            <translation>Vælg mappe ...</translation>
        </message>
        <message>
            <source>What comes in</source>
            <translation>Hvad der kommer med</translation>
        </message>
        <message>
            <source>All of it is one step that can be undone.</source>
            <translation>Det hele kan fortrydes på én gang.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuller</translation>
        </message>
        <message>
            <source>What is imported</source>
            <translation>Det, der indlæses</translation>
        </message>
    </context>
    <context>
        <name>IndicatorCard</name>
        <message>
            <source>Remove %1</source>
            <translation>Fjern %1</translation>
        </message>
        <message>
            <source>Figures and details</source>
            <translation>Tal og oplysninger</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Uden navn</translation>
        </message>
        <message>
            <source>target %1</source>
            <translation>måltal %1</translation>
        </message>
        <message>
            <source>Baseline %1</source>
            <translation>Udgangspunkt %1</translation>
        </message>
        <message>
            <source>Target %1: %2</source>
            <translation>Måltal %1: %2</translation>
        </message>
        <message>
            <source>No figures yet</source>
            <translation>Ingen tal endnu</translation>
        </message>
        <message>
            <source>Yearly targets</source>
            <translation>Måltal pr. år</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Resultater</translation>
        </message>
        <message>
            <source>Remove the line</source>
            <translation>Fjern linjen</translation>
        </message>
    </context>
    <context>
        <name>IndicatorsSection</name>
        <message>
            <source>Add %1</source>
            <translation>Tilføj %1</translation>
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <source>Keys</source>
            <translation>Taster</translation>
        </message>
    </context>
    <context>
        <name>LeadingPrintDialog</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Gem som PDF</translation>
        </message>
        <message>
            <source>Save for Word</source>
            <translation>Gem til Word</translation>
        </message>
        <message>
            <source>Save for Excel</source>
            <translation>Gem til Excel</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Gemt som %1</translation>
        </message>
        <message>
            <source>Committee</source>
            <translation>Udvalg</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabel</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Mål</translation>
        </message>
    </context>
    <context>
        <name>LeadingPrintDialogForm</name>
        <message>
            <source>Show as text</source>
            <translation>Vis som tekst</translation>
        </message>
        <message>
            <source>The paper as text</source>
            <translation>Papiret som tekst</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Hvad</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Forhåndsvisning</translation>
        </message>
        <message>
            <source>‹</source>
            <translation>‹</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>Forrige side</translation>
        </message>
        <message>
            <source>›</source>
            <translation>›</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Næste side</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>Save for Excel ...</source>
            <translation>Gem til Excel ...</translation>
        </message>
        <message>
            <source>Save for Word ...</source>
            <translation>Gem til Word ...</translation>
        </message>
        <message>
            <source>To a printer ...</source>
            <translation>Til en printer ...</translation>
        </message>
        <message>
            <source>Save as PDF ...</source>
            <translation>Gem som PDF ...</translation>
        </message>
        <message>
            <source>Print and save</source>
            <translation>Udskriv og gem</translation>
        </message>
    </context>
    <context>
        <name>LeadingView</name>
        <message>
            <source>Gaps</source>
            <translation>Huller</translation>
        </message>
        <message>
            <source>Which gaps are listed</source>
            <translation>Hvilke huller der vises</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Ændringer</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>Dækning</translation>
        </message>
        <message>
            <source>What stands beside the political goals</source>
            <translation>Hvad der står ved siden af de politiske mål</translation>
        </message>
        <message>
            <source>Only goals with holes</source>
            <translation>Kun mål med huller</translation>
        </message>
        <message>
            <source>– nobody works on the goal there</source>
            <translation>– ingen arbejder med målet der</translation>
        </message>
        <message>
            <source>Print and save ...</source>
            <translation>Udskriv og gem ...</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>Balance</translation>
        </message>
    </context>
    <context>
        <name>Leaving</name>
        <message>
            <source>Save the document in a file?</source>
            <translation>Skal dokumentet gemmes i en fil?</translation>
        </message>
        <message>
            <source>It has not been saved in a file yet. If you close now without saving, it is deleted.</source>
            <translation>Det er ikke gemt i en fil endnu. Hvis du lukker nu uden at gemme, bliver det slettet.</translation>
        </message>
        <message>
            <source>Do not save</source>
            <translation>Gem ikke</translation>
        </message>
        <message>
            <source>Save ...</source>
            <translation>Gem ...</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuller</translation>
        </message>
    </context>
    <context>
        <name>LinkDialog</name>
        <message>
            <source>Which goal does »%1« support?</source>
            <translation>Hvilket mål skal »%1« understøtte?</translation>
        </message>
    </context>
    <context>
        <name>LinkDialogForm</name>
        <message>
            <source>Connect</source>
            <translation>Forbind</translation>
        </message>
        <message>
            <source>Part of a title or code</source>
            <translation>En del af titlen eller koden</translation>
        </message>
        <message>
            <source>Goals that it can support</source>
            <translation>Mål, som det kan understøtte</translation>
        </message>
        <message>
            <source>No goal fits.</source>
            <translation>Ingen mål passer.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuller</translation>
        </message>
    </context>
    <context>
        <name>LinkRow</name>
        <message>
            <source>Strength</source>
            <translation>Styrke</translation>
        </message>
        <message>
            <source>Remove the link to »%1«</source>
            <translation>Fjern forbindelsen til »%1«</translation>
        </message>
        <message>
            <source>How does it help?</source>
            <translation>Hvordan bidrager det?</translation>
        </message>
    </context>
    <context>
        <name>LinksSection</name>
        <message>
            <source>Supports</source>
            <translation>Understøtter</translation>
        </message>
        <message>
            <source>Is supported by</source>
            <translation>Understøttes af</translation>
        </message>
        <message>
            <source>Works on</source>
            <translation>Påvirker</translation>
        </message>
        <message>
            <source>Is worked on by</source>
            <translation>Påvirkes af</translation>
        </message>
        <message>
            <source>Shared with</source>
            <translation>Fælles med</translation>
        </message>
        <message>
            <source>Takes the place of</source>
            <translation>Afløser</translation>
        </message>
        <message>
            <source>Was replaced by</source>
            <translation>Afløses af</translation>
        </message>
        <message>
            <source>Assists</source>
            <translation>Støtter</translation>
        </message>
        <message>
            <source>Is assisted by</source>
            <translation>Støttes af</translation>
        </message>
        <message>
            <source>Connect with ...</source>
            <translation>Forbind med ...</translation>
        </message>
        <message>
            <source>Nothing yet. The red thread starts here.</source>
            <translation>Intet endnu. Her begynder den røde tråd.</translation>
        </message>
    </context>
    <context>
        <name>MakeAgreementsDialog</name>
        <message>
            <source>%1 of them support no goal above yet.</source>
            <translation>%1 af dem understøtter endnu intet overordnet mål.</translation>
        </message>
        <message>
            <source>&amp;%1 that get %2</source>
            <translation>&amp;%1, der får %2</translation>
        </message>
        <message>
            <source>(nobody)</source>
            <translation>(ingen)</translation>
        </message>
        <message>
            <source>(not chosen yet)</source>
            <translation>(ikke valgt endnu)</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Each gets %1 common goals.</source>
            <translation>Hver får %1 fælles mål.</translation>
        </message>
        <message>
            <source>Make %1</source>
            <translation>Opret %1</translation>
        </message>
        <message>
            <source>Make the year's %1</source>
            <translation>Opret årets %1</translation>
        </message>
        <message>
            <source>Sections without a text here are left to the unit.</source>
            <translation>Afsnit uden tekst her er op til enheden.</translation>
        </message>
        <message>
            <source>Supports</source>
            <translation>Understøtter</translation>
        </message>
        <message>
            <source>There were no other common goals in %1.</source>
            <translation>Der var ingen andre fælles mål i %1.</translation>
        </message>
        <message>
            <source>Written for all: %1.</source>
            <translation>Skrevet til alle: %1.</translation>
        </message>
        <message>
            <source>All have %1 for %2 already.</source>
            <translation>Alle har allerede %1 for %2.</translation>
        </message>
    </context>
    <context>
        <name>MakeAgreementsDialogForm</name>
        <message>
            <source>&amp;Common goals</source>
            <translation>&amp;Fælles mål</translation>
        </message>
        <message>
            <source>&amp;From</source>
            <translation>&amp;Fra</translation>
        </message>
        <message>
            <source>&amp;Section</source>
            <translation>&amp;Afsnit</translation>
        </message>
        <message>
            <source>&amp;Texts</source>
            <translation>&amp;Tekster</translation>
        </message>
        <message>
            <source>&amp;Units that get an agreement</source>
            <translation>&amp;Enheder, der får en aftale</translation>
        </message>
        <message>
            <source>&amp;Year</source>
            <translation>&amp;År</translation>
        </message>
        <message>
            <source>Add a goal</source>
            <translation>Tilføj mål</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annullér</translation>
        </message>
        <message>
            <source>Common goals</source>
            <translation>Fælles mål</translation>
        </message>
        <message>
            <source>Decided centrally</source>
            <translation>Fastsat centralt</translation>
        </message>
        <message>
            <source>Each agreement gets these goals as common goals. The leader adds the unit's own.</source>
            <translation>Hver aftale får disse mål som fælles mål. Lederen tilføjer enhedens egne.</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Mål</translation>
        </message>
        <message>
            <source>Make</source>
            <translation>Opret</translation>
        </message>
        <message>
            <source>Make the year's agreements</source>
            <translation>Opret årets aftaler</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ingen</translation>
        </message>
        <message>
            <source>Parties, sections and follow-ups come from the steering model. What is common is written once.</source>
            <translation>Parter, afsnit og opfølgninger kommer fra kommunens styringsmodel. Det fælles skrives én gang.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Fjern</translation>
        </message>
        <message>
            <source>Signs</source>
            <translation>Underskriver</translation>
        </message>
        <message>
            <source>Success criterion</source>
            <translation>Succeskriterium</translation>
        </message>
        <message>
            <source>Supports</source>
            <translation>Understøtter</translation>
        </message>
        <message>
            <source>Take last year's</source>
            <translation>Hent sidste års</translation>
        </message>
        <message>
            <source>Text of the section in each agreement</source>
            <translation>Afsnittets tekst i hver aftale</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhed</translation>
        </message>
        <message>
            <source>Units that get an agreement</source>
            <translation>Enheder, der får en aftale</translation>
        </message>
        <message>
            <source>&amp;Decided centrally</source>
            <translation>&amp;Fastsat centralt</translation>
        </message>
    </context>
    <context>
        <name>ManyEditor</name>
        <message>
            <source>Add ...</source>
            <translation>Tilføj ...</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>Fjern</translation>
        </message>
        <message>
            <source>Take off %1</source>
            <translation>Fjern %1</translation>
        </message>
        <message>
            <source>There is none of that name.</source>
            <translation>Der er ingen med det navn.</translation>
        </message>
    </context>
    <context>
        <name>MapArea</name>
        <message>
            <source>Which map</source>
            <translation>Hvilket kort</translation>
        </message>
        <message>
            <source>Fit to window</source>
            <translation>Tilpas til vinduet</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Mindre</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Større</translation>
        </message>
        <message>
            <source>All goals</source>
            <translation>Alle mål</translation>
        </message>
        <message>
            <source>Map without a name</source>
            <translation>Kort uden navn</translation>
        </message>
    </context>
    <context>
        <name>MapHand</name>
        <message>
            <source>Select a goal first.</source>
            <translation>Vælg et mål først.</translation>
        </message>
        <message>
            <source>There is no goal that it can be linked to.</source>
            <translation>Der er ingen mål, som det kan forbindes med.</translation>
        </message>
        <message>
            <source>Link to %1? Enter links, arrows choose, Esc ends.</source>
            <translation>Forbind med %1? Enter forbinder, piletaster vælger, Esc slutter.</translation>
        </message>
        <message>
            <source>No link leads further that way.</source>
            <translation>Der fører ingen forbindelse længere den vej.</translation>
        </message>
    </context>
    <context>
        <name>MapInWordsDialog</name>
        <message>
            <source>The text is copied.</source>
            <translation>Teksten er kopieret.</translation>
        </message>
        <message>
            <source>Save as text</source>
            <translation>Gem som tekst</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>Tekst (*.txt)</translation>
        </message>
        <message>
            <source>It cannot be written there: %1. Choose another place.</source>
            <translation>Den kan ikke gemmes dér: %1. Vælg et andet sted.</translation>
        </message>
        <message>
            <source>Saved in %1</source>
            <translation>Gemt i %1</translation>
        </message>
    </context>
    <context>
        <name>MapInWordsDialogForm</name>
        <message>
            <source>The map in words</source>
            <translation>Kortet i ord</translation>
        </message>
        <message>
            <source>Every goal and every link is said once. The text can be read aloud, and put into minutes and mails.</source>
            <translation>Hvert mål og hver forbindelse nævnes én gang. Teksten kan læses højt og sættes ind i referater og mails.</translation>
        </message>
        <message>
            <source>Save as text ...</source>
            <translation>Gem som tekst ...</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>Kopiér teksten</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>MapKeys</name>
        <message>
            <source>Go to the nearest goal that way</source>
            <translation>Gå til det nærmeste mål i den retning</translation>
        </message>
        <message>
            <source>Select the nearest goal that way too</source>
            <translation>Vælg også det nærmeste mål i den retning</translation>
        </message>
        <message>
            <source>Go to the first or the last goal of the map</source>
            <translation>Gå til kortets første eller sidste mål</translation>
        </message>
        <message>
            <source>Move what is selected</source>
            <translation>Flyt det valgte</translation>
        </message>
        <message>
            <source>New goal one level down, linked</source>
            <translation>Nyt mål et niveau ned, med forbindelse</translation>
        </message>
        <message>
            <source>New goal beside, under the same goal</source>
            <translation>Nyt mål ved siden af, under det samme mål</translation>
        </message>
        <message>
            <source>Begin a link from the selected goal</source>
            <translation>Begynd en forbindelse fra det valgte mål</translation>
        </message>
        <message>
            <source>Write the name anew</source>
            <translation>Omdøb</translation>
        </message>
        <message>
            <source>Select nothing</source>
            <translation>Vælg intet</translation>
        </message>
        <message>
            <source>The next goal that the link may end at</source>
            <translation>Næste mål, som forbindelsen kan ende i</translation>
        </message>
        <message>
            <source>The one before</source>
            <translation>Det forrige</translation>
        </message>
        <message>
            <source>Make the link</source>
            <translation>Lav forbindelsen</translation>
        </message>
        <message>
            <source>Make no link</source>
            <translation>Lav ingen forbindelse</translation>
        </message>
        <message>
            <source>On the map</source>
            <translation>På kortet</translation>
        </message>
        <message>
            <source>While a link is made</source>
            <translation>Mens en forbindelse laves</translation>
        </message>
        <message>
            <source>arrow keys</source>
            <translation>piletaster</translation>
        </message>
    </context>
    <context>
        <name>MapScene</name>
        <message>
            <source>Untitled</source>
            <translation>Uden titel</translation>
        </message>
        <message>
            <source>▲ broken thread</source>
            <translation>▲ brudt tråd</translation>
        </message>
        <message>
            <source>{goals} goals · {efforts} efforts</source>
            <translation>{goals} mål · {efforts} indsatser</translation>
        </message>
        <message numerus="yes">
            <source>%n effort(s)</source>
            <translation>
                <numerusform>%n indsats</numerusform>
                <numerusform>%n indsatser</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n goal(s)</source>
            <translation>
                <numerusform>%n mål</numerusform>
                <numerusform>%n mål</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MapView</name>
        <message>
            <source>Map</source>
            <translation>Kort</translation>
        </message>
    </context>
    <context>
        <name>MessageDialogForm</name>
        <message>
            <source>Strategikort</source>
            <translation>Strategikort</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
    </context>
    <context>
        <name>MilestonesEditor</name>
        <message>
            <source>Add milestone</source>
            <translation>Tilføj milepæl</translation>
        </message>
        <message>
            <source>Write a day like 15.2.2015, and at most 200 characters.</source>
            <translation>Skriv datoen som 15.2.2015 og højst 200 tegn tekst.</translation>
        </message>
    </context>
    <context>
        <name>MoveEndDialog</name>
        <message>
            <source>Which goal shall the arrow from »%1« point to?</source>
            <translation>Hvilket mål skal pilen fra »%1« pege på?</translation>
        </message>
        <message>
            <source>Which goal shall the arrow to »%1« begin at?</source>
            <translation>Ved hvilket mål skal pilen til »%1« begynde?</translation>
        </message>
        <message>
            <source>Move the connection</source>
            <translation>Flyt forbindelsen</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Flyt</translation>
        </message>
        <message>
            <source>Goals that the end can be moved to</source>
            <translation>Mål, som enden kan flyttes til</translation>
        </message>
    </context>
    <context>
        <name>NewDialog</name>
        <message>
            <source>For instance Øresø Kommune</source>
            <translation>For eksempel Øresø Kommune</translation>
        </message>
    </context>
    <context>
        <name>NewDialogForm</name>
        <message>
            <source>New document</source>
            <translation>Nyt dokument</translation>
        </message>
        <message>
            <source>Name of the municipality</source>
            <translation>Kommunens navn</translation>
        </message>
        <message>
            <source>The municipality's steering model</source>
            <translation>Kommunens styringsmodel</translation>
        </message>
        <message>
            <source>The model decides the levels, what they are called, and what goes on paper.</source>
            <translation>Styringsmodellen bestemmer niveauerne, hvad de hedder, og hvad der kommer på papir.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuller</translation>
        </message>
        <message>
            <source>Make document</source>
            <translation>Opret dokument</translation>
        </message>
    </context>
    <context>
        <name>NumbersPage</name>
        <message>
            <source>What the number counts</source>
            <translation>Det, tallet tæller</translation>
        </message>
        <message>
            <source>Choose a number to see what it counts.</source>
            <translation>Vælg et tal for at se, hvad det tæller.</translation>
        </message>
    </context>
    <context>
        <name>OrganisationDialog</name>
        <message>
            <source>Add</source>
            <translation>Tilføj</translation>
        </message>
        <message>
            <source>Make %1</source>
            <translation>Opret %1</translation>
        </message>
        <message>
            <source>Under %1</source>
            <translation>Under %1</translation>
        </message>
        <message>
            <source>Mark %1 in the list first.</source>
            <translation>Vælg først %1 på listen.</translation>
        </message>
        <message>
            <source>%1 for %2 is made.</source>
            <translation>%1 for %2 er oprettet.</translation>
        </message>
    </context>
    <context>
        <name>OrganisationDialogForm</name>
        <message>
            <source>Organisation</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Slags</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Navn</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Tilføj</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>År</translation>
        </message>
    </context>
    <context>
        <name>OutlinePanel</name>
        <message numerus="yes">
            <source>%n goal(s)</source>
            <translation>
                <numerusform>%n mål</numerusform>
                <numerusform>%n mål</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OutlinePanelForm</name>
        <message>
            <source>List of goals</source>
            <translation>Målliste</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>Outlets</name>
        <message>
            <source>A folder has the name %1. Give the file another name.</source>
            <translation>Der er en mappe, der hedder %1. Giv filen et andet navn.</translation>
        </message>
        <message>
            <source>There is no room on the drive. Choose another place.</source>
            <translation>Der er ikke plads på drevet. Vælg et andet sted.</translation>
        </message>
        <message>
            <source>You may not save there. Choose another place.</source>
            <translation>Du har ikke adgang til at gemme dér. Vælg et andet sted.</translation>
        </message>
        <message>
            <source>The printer does not answer.</source>
            <translation>Printeren svarer ikke. Vælg en anden, eller gem som PDF.</translation>
        </message>
        <message numerus="yes">
            <source>%n sheet(s) sent to the printer</source>
            <translation>
                <numerusform>%n ark sendt til printeren</numerusform>
                <numerusform>%n ark sendt til printeren</numerusform>
            </translation>
        </message>
        <message>
            <source>It cannot be written there: %1. Choose another place.</source>
            <translation>Der kan ikke gemmes dér: %1. Vælg et andet sted.</translation>
        </message>
    </context>
    <context>
        <name>OverviewBar</name>
        <message>
            <source>Overview</source>
            <translation>Overblik</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) in “%1” seen as one municipality.</source>
            <translation>
                <numerusform>%n fil i »%1« set som én kommune.</numerusform>
                <numerusform>%n filer i »%1« set som én kommune.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) could not be read.</source>
            <translation>
                <numerusform>%n fil kunne ikke læses.</numerusform>
                <numerusform>%n filer kunne ikke læses.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of information differ.</source>
            <translation>
                <numerusform>%n oplysning står forskelligt i filerne.</numerusform>
                <numerusform>%n oplysninger står forskelligt i filerne.</numerusform>
            </translation>
        </message>
        <message>
            <source>The files have been changed since they were read.</source>
            <translation>Filerne er ændret, siden de blev læst.</translation>
        </message>
        <message>
            <source>To be read only.</source>
            <translation>Kun til læsning.</translation>
        </message>
    </context>
    <context>
        <name>OverviewCommands</name>
        <message>
            <source>The files cannot be read again</source>
            <translation>Filerne kan ikke læses igen</translation>
        </message>
    </context>
    <context>
        <name>OverviewDoors</name>
        <message>
            <source>Save a file for each centre</source>
            <translation>Gem en fil til hvert center</translation>
        </message>
        <message>
            <source>The files cannot be saved</source>
            <translation>Filerne kan ikke gemmes</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) saved in “%1”.</source>
            <translation>
                <numerusform>%n fil er gemt i »%1«.</numerusform>
                <numerusform>%n filer er gemt i »%1«.</numerusform>
            </translation>
        </message>
        <message>
            <source>Each holds what its centre needs. Put together again as an overview, they are the whole.</source>
            <translation>Hver fil indeholder det, som centret skal bruge. Set samlet som overblik er de hele kommunen.</translation>
        </message>
        <message>
            <source>A file for each centre</source>
            <translation>En fil til hvert center</translation>
        </message>
        <message>
            <source>See them as overview</source>
            <translation>Se dem som overblik</translation>
        </message>
    </context>
    <context>
        <name>OverviewFilesDialogForm</name>
        <message>
            <source>Files of the overview</source>
            <translation>Filer i overblikket</translation>
        </message>
        <message>
            <source>Seen as one municipality. Where two files say different things, the one that was saved last is shown. Open a file to change what is in it.</source>
            <translation>Filerne ses som én kommune. Hvor to filer siger noget forskelligt, vises det, der er gemt sidst. Åbn en fil for at ændre i den.</translation>
        </message>
        <message>
            <source>Files, and what differs between them</source>
            <translation>Filerne, og hvad der er forskelligt i dem</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fil</translation>
        </message>
        <message>
            <source>What it holds</source>
            <translation>Indhold</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Gemt</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>Åbn filen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>Parts</name>
        <message>
            <source>(nobody yet)</source>
            <translation>(ingen endnu)</translation>
        </message>
        <message>
            <source>Add a follow-up of the agreement</source>
            <translation>Tilføj opfølgning på aftalen</translation>
        </message>
        <message>
            <source>Add a promise from the centre</source>
            <translation>Tilføj tilsagn fra centret</translation>
        </message>
        <message>
            <source>Add somebody who is heard or told</source>
            <translation>Tilføj nogen, der høres eller orienteres</translation>
        </message>
    </context>
    <context>
        <name>PrivateNote</name>
        <message>
            <source>My notes</source>
            <translation>Mine noter</translation>
        </message>
        <message>
            <source>My notes (written)</source>
            <translation>Mine noter (udfyldt)</translation>
        </message>
        <message>
            <source>My notes on %1</source>
            <translation>Mine noter om %1</translation>
        </message>
        <message>
            <source>Only on this computer. The note is not in the file, on paper or in any export.</source>
            <translation>Kun på denne computer. Noten kommer ikke med i filen, på papir eller i eksport.</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialogForm</name>
        <message>
            <source>Strategikort</source>
            <translation>Strategikort</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>&amp;Begrundelse</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Navn</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuller</translation>
        </message>
    </context>
    <context>
        <name>RecordCard</name>
        <message>
            <source>Remove</source>
            <translation>Fjern</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Skriv</translation>
        </message>
    </context>
    <context>
        <name>Remarks</name>
        <message>
            <source>%1 remarks</source>
            <translation>%1 bemærkninger</translation>
        </message>
        <message>
            <source>1 remark</source>
            <translation>1 bemærkning</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Klaret</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Bemærkning</translation>
        </message>
        <message>
            <source>Remark on the section</source>
            <translation>Bemærkning til afsnittet</translation>
        </message>
        <message>
            <source>Say something about the section ...</source>
            <translation>Skriv en bemærkning til afsnittet ...</translation>
        </message>
    </context>
    <context>
        <name>RemarksButton</name>
        <message numerus="yes">
            <source>%n remark(s)</source>
            <translation>
                <numerusform>%n bemærkning</numerusform>
                <numerusform>%n bemærkninger</numerusform>
            </translation>
        </message>
        <message>
            <source>Read the remarks on the map, answer and close them</source>
            <translation>Læs bemærkningerne til kortet, svar på dem, og afslut dem</translation>
        </message>
    </context>
    <context>
        <name>RemarksLine</name>
        <message numerus="yes">
            <source>%n remark(s) ...</source>
            <translation>
                <numerusform>%n bemærkning ...</numerusform>
                <numerusform>%n bemærkninger ...</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewDialog</name>
        <message>
            <source>Send to %1</source>
            <translation>Send til %1</translation>
        </message>
        <message>
            <source>closed by %1</source>
            <translation>afsluttet af %1</translation>
        </message>
        <message>
            <source>The whole map</source>
            <translation>Hele kortet</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Genåbn bemærkning</translation>
        </message>
        <message>
            <source>Close remark</source>
            <translation>Afslut bemærkning</translation>
        </message>
        <message>
            <source>Why is the map returned?</source>
            <translation>Hvorfor sendes kortet tilbage?</translation>
        </message>
        <message>
            <source>The centre reads the reason first. It stands among the remarks and is never printed.</source>
            <translation>Begrundelsen er det første, centret læser. Den står blandt bemærkningerne og bliver aldrig skrevet ud.</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Send tilbage</translation>
        </message>
    </context>
    <context>
        <name>ReviewDialogForm</name>
        <message>
            <source>Remarks and approval</source>
            <translation>Bemærkninger og godkendelse</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Bemærkninger</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Bemærkning</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Fra</translation>
        </message>
        <message>
            <source>Show &amp;closed ones too</source>
            <translation>Vis også &amp;afsluttede</translation>
        </message>
        <message>
            <source>Show the goal</source>
            <translation>Vis målet</translation>
        </message>
        <message>
            <source>Close remark</source>
            <translation>Afslut bemærkning</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slet</translation>
        </message>
        <message>
            <source>What the remark is about</source>
            <translation>Hvad bemærkningen handler om</translation>
        </message>
        <message>
            <source>Write a remark; it is never printed</source>
            <translation>Skriv en bemærkning. Den bliver aldrig skrevet ud</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Svar</translation>
        </message>
        <message>
            <source>Add remark</source>
            <translation>Tilføj bemærkning</translation>
        </message>
        <message>
            <source>Return ...</source>
            <translation>Send tilbage ...</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Godkend</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>ScannedDialog</name>
        <message>
            <source>Choose the scan</source>
            <translation>Vælg scanningen</translation>
        </message>
        <message>
            <source>Page %1</source>
            <translation>Side %1</translation>
        </message>
        <message>
            <source>of an agreement that is not in this document</source>
            <translation>fra en aftale, der ikke er i dette dokument</translation>
        </message>
        <message>
            <source>version %1</source>
            <translation>version %1</translation>
        </message>
        <message>
            <source>an older version than the one that goes out now</source>
            <translation>en ældre version end den, der gælder nu</translation>
        </message>
        <message>
            <source>twice: page %1</source>
            <translation>to gange: side %1</translation>
        </message>
    </context>
    <context>
        <name>ScannedDialogForm</name>
        <message>
            <source>Put the pile in the scanner</source>
            <translation>Læg bunken i scanneren</translation>
        </message>
        <message>
            <source>Scan the signed sheets in any order into one PDF. The code on each sheet says which agreement it belongs to.</source>
            <translation>Scan de underskrevne ark i vilkårlig rækkefølge i én PDF. Koden på hvert ark fortæller, hvilken aftale det hører til.</translation>
        </message>
        <message>
            <source>Choose the scan ...</source>
            <translation>Vælg scanningen ...</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fremdrift</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>&amp;Found</source>
            <translation>&amp;Fundet</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Fundet</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>Aftale</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Sider</translation>
        </message>
        <message>
            <source>What to know</source>
            <translation>Værd at vide</translation>
        </message>
        <message>
            <source>&amp;Pages without a code</source>
            <translation>&amp;Sider uden kode</translation>
        </message>
        <message>
            <source>Pages without a code</source>
            <translation>Sider uden kode</translation>
        </message>
        <message>
            <source>&amp;Belongs to</source>
            <translation>&amp;Hører til</translation>
        </message>
        <message>
            <source>Put it there</source>
            <translation>Læg den der</translation>
        </message>
        <message>
            <source>The page</source>
            <translation>Siden</translation>
        </message>
        <message>
            <source>Note that &amp;all parties have signed</source>
            <translation>Notér, at &amp;alle parter har skrevet under</translation>
        </message>
        <message>
            <source>&amp;Day</source>
            <translation>&amp;Dag</translation>
        </message>
        <message>
            <source>day.month.year</source>
            <translation>dag.måned.år</translation>
        </message>
        <message>
            <source>P&amp;lace</source>
            <translation>S&amp;ted</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annullér</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Gem</translation>
        </message>
    </context>
    <context>
        <name>SectionBlock</name>
        <message>
            <source>Decided centrally for several units. It is changed in Agreement &gt; Change several drafts.</source>
            <translation>Fastsat centralt for flere enheder. Det ændres i Aftale &gt; Ret i flere udkast.</translation>
        </message>
    </context>
    <context>
        <name>SheetDialog</name>
        <message>
            <source>Sheets</source>
            <translation>Ark</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Gem som PDF</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Gemt som %1</translation>
        </message>
    </context>
    <context>
        <name>SheetDialogForm</name>
        <message>
            <source>Show as text</source>
            <translation>Vis som tekst</translation>
        </message>
        <message>
            <source>The paper as text</source>
            <translation>Papiret som tekst</translation>
        </message>
        <message>
            <source>Print a sheet</source>
            <translation>Udskriv ark</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Forhåndsvisning</translation>
        </message>
        <message>
            <source>‹</source>
            <translation>‹</translation>
        </message>
        <message>
            <source>›</source>
            <translation>›</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>To a printer ...</source>
            <translation>Send til printer ...</translation>
        </message>
        <message>
            <source>Save as PDF ...</source>
            <translation>Gem som PDF ...</translation>
        </message>
    </context>
    <context>
        <name>Signatories</name>
        <message>
            <source>(nobody)</source>
            <translation>(ingen)</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>ikke endnu</translation>
        </message>
    </context>
    <context>
        <name>Steps</name>
        <message>
            <source>%1. %2, version %3.</source>
            <translation>%1. %2, version %3.</translation>
        </message>
        <message>
            <source>Approved by %1 on %2.</source>
            <translation>Godkendt af %1 den %2.</translation>
        </message>
        <message>
            <source>Make an addendum</source>
            <translation>Opret tillæg</translation>
        </message>
        <message>
            <source>Note the committee's approval ...</source>
            <translation>Notér udvalgets godkendelse ...</translation>
        </message>
        <message>
            <source>See below what stands in the way.</source>
            <translation>Se nedenfor, hvad der mangler.</translation>
        </message>
        <message>
            <source>There are no agreements yet.</source>
            <translation>Der er ingen aftaler endnu.</translation>
        </message>
        <message>
            <source>Which committee has approved the agreement?</source>
            <translation>Hvilket udvalg har godkendt aftalen?</translation>
        </message>
        <message>
            <source>Why does it lapse?</source>
            <translation>Hvorfor bortfalder den?</translation>
        </message>
    </context>
    <context>
        <name>StoryDialog</name>
        <message>
            <source>The goal has neither taken the place of another nor been followed by one.</source>
            <translation>Målet har hverken afløst et andet mål eller er blevet afløst.</translation>
        </message>
        <message numerus="yes">
            <source>%n times, the oldest first</source>
            <translation>
                <numerusform>%n udgave af målet</numerusform>
                <numerusform>%n udgaver af målet, den ældste først</numerusform>
            </translation>
        </message>
        <message>
            <source>The text is copied.</source>
            <translation>Teksten er kopieret.</translation>
        </message>
    </context>
    <context>
        <name>StoryDialogForm</name>
        <message>
            <source>History of the goal</source>
            <translation>Målets historie</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>Kopiér teksten</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>TryingDialog</name>
        <message>
            <source>That changes nothing: it is so already.</source>
            <translation>Det ændrer ikke noget: Sådan er det allerede.</translation>
        </message>
        <message>
            <source>Together, what was tried changes nothing. Take the last back, or try something else.</source>
            <translation>Tilsammen ændrer det prøvede ikke noget. Fortryd det sidste, eller prøv noget andet.</translation>
        </message>
        <message>
            <source>The chosen goals lapse</source>
            <translation>De valgte mål bortfalder</translation>
        </message>
        <message>
            <source>The chosen goals get other dates</source>
            <translation>De valgte mål får andre datoer</translation>
        </message>
        <message>
            <source>A unit moves to another centre</source>
            <translation>En enhed flytter til et andet center</translation>
        </message>
        <message>
            <source>A unit becomes part of another</source>
            <translation>En enhed bliver en del af en anden</translation>
        </message>
        <message>
            <source>Choose goals on the map or in the list first.</source>
            <translation>Vælg først mål på kortet eller i mållisten.</translation>
        </message>
        <message>
            <source>Write the day as 1.8.2015.</source>
            <translation>Skriv dagen som 1.8.2015.</translation>
        </message>
    </context>
    <context>
        <name>TryingDialogForm</name>
        <message>
            <source>Try it</source>
            <translation>Prøv det af</translation>
        </message>
        <message>
            <source>What would happen if ...?</source>
            <translation>Hvad sker der, hvis ...?</translation>
        </message>
        <message>
            <source>What is tried</source>
            <translation>Hvad der prøves</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhed</translation>
        </message>
        <message>
            <source>&amp;to</source>
            <translation>&amp;til</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>Hvorhen</translation>
        </message>
        <message>
            <source>&amp;From</source>
            <translation>&amp;Fra</translation>
        </message>
        <message>
            <source>&amp;until</source>
            <translation>t&amp;il</translation>
        </message>
        <message>
            <source>Take back the last</source>
            <translation>Fortryd det sidste</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>Prøv</translation>
        </message>
        <message>
            <source>What has been tried</source>
            <translation>Det, der er prøvet</translation>
        </message>
        <message>
            <source>Nothing is written before you choose to carry it out. Then it is one step that can be undone.</source>
            <translation>Intet bliver ændret, før du vælger at gennemføre det. Så er det ét trin, der kan fortrydes.</translation>
        </message>
        <message>
            <source>What it would give</source>
            <translation>Hvad det ville give</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Kassér</translation>
        </message>
        <message>
            <source>Carry out</source>
            <translation>Gennemfør</translation>
        </message>
    </context>
    <context>
        <name>VerifyDialog</name>
        <message>
            <source>Choose PDF</source>
            <translation>Vælg PDF</translation>
        </message>
        <message>
            <source>Folder with certificates of trusted issuers</source>
            <translation>Mappe med certifikater fra betroede udstedere</translation>
        </message>
        <message>
            <source>It is kept with the agreement.</source>
            <translation>Den er gemt ved aftalen.</translation>
        </message>
    </context>
    <context>
        <name>VerifyDialogForm</name>
        <message>
            <source>Check a PDF</source>
            <translation>Kontrollér en PDF</translation>
        </message>
        <message>
            <source>Which version of which agreement is it, has a letter been changed, and by whom is it signed? Nothing is sent anywhere.</source>
            <translation>Hvilken version af hvilken aftale er det, er et bogstav ændret, og hvem har skrevet under? Intet sendes nogen steder.</translation>
        </message>
        <message>
            <source>Choose PDF ...</source>
            <translation>Vælg PDF ...</translation>
        </message>
        <message>
            <source>What was found out</source>
            <translation>Hvad kontrollen viste</translation>
        </message>
        <message>
            <source>&amp;Note as signed</source>
            <translation>&amp;Notér som underskrevet</translation>
        </message>
        <message>
            <source>Note as signed</source>
            <translation>Notér som underskrevet</translation>
        </message>
        <message>
            <source>&amp;Day</source>
            <translation>&amp;Dag</translation>
        </message>
        <message>
            <source>day.month.year</source>
            <translation>dag.måned.år</translation>
        </message>
        <message>
            <source>Trusted issuers ...</source>
            <translation>Betroede udstedere ...</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>Keep with the agreement</source>
            <translation>Gem ved aftalen</translation>
        </message>
    </context>
    <context>
        <name>WhichFile</name>
        <message>
            <source>Open</source>
            <translation>Åbn</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle filer (*)</translation>
        </message>
        <message>
            <source>Open a folder as overview</source>
            <translation>Åbn en mappe som overblik</translation>
        </message>
    </context>
    <context>
        <name>WindowNames</name>
        <message>
            <source>Left arrow</source>
            <translation>Pil til venstre</translation>
        </message>
        <message>
            <source>Right arrow</source>
            <translation>Pil til højre</translation>
        </message>
        <message>
            <source>Up arrow</source>
            <translation>Pil op</translation>
        </message>
        <message>
            <source>Down arrow</source>
            <translation>Pil ned</translation>
        </message>
    </context>
    <context>
        <name>PagePreview</name>
        <message>
            <source>Page %1 of %2</source>
            <translation>Side %1 af %2</translation>
        </message>
        <message>
            <source>These letters cannot be printed and are shown by number: %1</source>
            <translation>Disse tegn kan ikke udskrives og vises som numre: %1</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Find command or goal</source>
            <translation>Find kommando eller mål</translation>
        </message>
        <message>
            <source>Type what you want to do, or the goal or map you look for</source>
            <translation>Skriv, hvad du vil gøre, eller hvilket mål eller kort du leder efter</translation>
        </message>
        <message>
            <source>What fits</source>
            <translation>Det, der passer</translation>
        </message>
        <message>
            <source>This cannot be done just now.</source>
            <translation>Det kan ikke gøres lige nu.</translation>
        </message>
        <message>
            <source>The arrows choose, Enter does it, Esc closes.</source>
            <translation>Pilene vælger, Enter udfører, Esc lukker.</translation>
        </message>
        <message>
            <source>Nothing fits. Try fewer letters.</source>
            <translation>Intet passer. Prøv med færre bogstaver.</translation>
        </message>
    </context>
    <context>
        <name>PasteChoice</name>
        <message numerus="yes">
            <source>%n goal(s) on this map too?</source>
            <translation>
                <numerusform>Skal %n mål også stå på dette kort?</numerusform>
                <numerusform>Skal %n mål også stå på dette kort?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PasteChoiceForm</name>
        <message>
            <source>Strategikort</source>
            <translation>Strategikort</translation>
        </message>
        <message>
            <source>The same goals are goals on both maps, and are changed in one place. New copies are goals of their own, which can be changed by themselves.</source>
            <translation>De samme mål står på begge kort og rettes ét sted. Nye kopier er selvstændige mål, som rettes hver for sig.</translation>
        </message>
        <message>
            <source>Do this from now on. "Paste as ..." asks again.</source>
            <translation>Gør sådan fra nu af. »Indsæt som ...« spørger igen.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuller</translation>
        </message>
        <message>
            <source>New copies</source>
            <translation>Nye kopier</translation>
        </message>
        <message>
            <source>The same goals</source>
            <translation>Samme mål</translation>
        </message>
    </context>
    <context>
        <name>PasteDialog</name>
        <message>
            <source>Connect those at the left with »%1«</source>
            <translation>Forbind dem yderst til venstre med »%1«</translation>
        </message>
    </context>
    <context>
        <name>PasteDialogForm</name>
        <message>
            <source>Paste a list</source>
            <translation>Indsæt liste</translation>
        </message>
        <message>
            <source>Goals from a list</source>
            <translation>Mål fra en liste</translation>
        </message>
        <message>
            <source>Each line becomes a goal. A line that is moved in becomes a goal one level down, which supports the one above it.</source>
            <translation>Hver linje bliver et mål. En linje, der rykkes ind, bliver et mål ét niveau længere nede, som understøtter det over sig.</translation>
        </message>
        <message>
            <source>Lines at the left become</source>
            <translation>Linjer yderst til venstre bliver</translation>
        </message>
        <message>
            <source>Move out</source>
            <translation>Ryk ud</translation>
        </message>
        <message>
            <source>Move in</source>
            <translation>Ryk ind</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Udelad</translation>
        </message>
        <message>
            <source>The goals that will be made</source>
            <translation>De mål, der bliver lavet</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Mål</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Niveau</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Dato</translation>
        </message>
        <message>
            <source>Use the codes of the list where they are free</source>
            <translation>Brug listens koder, hvor de er ledige</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuller</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Indsæt</translation>
        </message>
    </context>
    <context>
        <name>Preferences</name>
        <message>
            <source>Mark &amp;misspelled words</source>
            <translation>Markér &amp;stavefejl</translation>
        </message>
        <message>
            <source>Where this computer has a Danish dictionary.</source>
            <translation>Hvis computeren har en dansk ordbog.</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>&amp;Farver</translation>
        </message>
        <message>
            <source>As the computer has them</source>
            <translation>Som på computeren</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Lyse</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Mørke</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Høj kontrast</translation>
        </message>
        <message>
            <source>&amp;Size of text</source>
            <translation>&amp;Tekststørrelse</translation>
        </message>
        <message>
            <source>The map grows with it.</source>
            <translation>Kortet følger med.</translation>
        </message>
        <message>
            <source>Less &amp;motion</source>
            <translation>&amp;Mindre bevægelse</translation>
        </message>
        <message>
            <source>The map jumps instead of gliding.</source>
            <translation>Kortet springer i stedet for at glide.</translation>
        </message>
        <message>
            <source>Le&amp;gend on the map</source>
            <translation>Te&amp;gnforklaring på kortet</translation>
        </message>
        <message>
            <source>Explains the signs that are on it.</source>
            <translation>Forklarer de tegn, der er på kortet.</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Sprog</translation>
        </message>
        <message>
            <source>As the computer has it</source>
            <translation>Som på computeren</translation>
        </message>
        <message>
            <source>Your &amp;name</source>
            <translation>Dit &amp;navn</translation>
        </message>
        <message>
            <source>Stands beside your changes in the log of the document.</source>
            <translation>Står ved dine ændringer i dokumentets log.</translation>
        </message>
        <message>
            <source>&amp;Pasted goals are</source>
            <translation>&amp;Indsatte mål bliver</translation>
        </message>
        <message>
            <source>Ask each time</source>
            <translation>Spørg hver gang</translation>
        </message>
        <message>
            <source>The same goals</source>
            <translation>De samme mål</translation>
        </message>
        <message>
            <source>New copies</source>
            <translation>Nye kopier</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>Indstillinger</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>Presenting</name>
        <message>
            <source>End</source>
            <translation>Afslut</translation>
        </message>
        <message>
            <source>End presenting (Esc)</source>
            <translation>Afslut præsentationen (Esc)</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 af %2</translation>
        </message>
        <message>
            <source>The next goal</source>
            <translation>Det næste mål</translation>
        </message>
        <message>
            <source>The goal before</source>
            <translation>Det forrige mål</translation>
        </message>
        <message>
            <source>The first goal</source>
            <translation>Det første mål</translation>
        </message>
        <message>
            <source>The last goal</source>
            <translation>Det sidste mål</translation>
        </message>
        <message>
            <source>On the next screen</source>
            <translation>Vis på den næste skærm</translation>
        </message>
        <message>
            <source>End presenting</source>
            <translation>Afslut præsentationen</translation>
        </message>
        <message>
            <source>While goals are presented</source>
            <translation>Mens mål præsenteres</translation>
        </message>
    </context>
    <context>
        <name>MapPrintDialog</name>
        <message>
            <source>The comparison on the screen does not come along on paper.</source>
            <translation>Sammenligningen på skærmen kommer ikke med på papiret.</translation>
        </message>
        <message>
            <source>As it fits best</source>
            <translation>Som det passer bedst</translation>
        </message>
        <message>
            <source>Landscape</source>
            <translation>Liggende</translation>
        </message>
        <message>
            <source>Portrait</source>
            <translation>Stående</translation>
        </message>
        <message>
            <source>How fine a PNG is. A PDF and an SVG are always sharp.</source>
            <translation>Hvor fin en PNG bliver. PDF og SVG er altid skarpe.</translation>
        </message>
        <message>
            <source>Leave out what is hidden on the screen</source>
            <translation>Udelad det, der er skjult på skærmen</translation>
        </message>
        <message>
            <source>The smallest text is %1 points high and hard to read.</source>
            <translation>Den mindste skrift bliver %1 punkt og er svær at læse.</translation>
        </message>
        <message>
            <source>Choose a map with fewer goals, or larger paper.</source>
            <translation>Vælg et kort med færre mål, eller større papir.</translation>
        </message>
        <message>
            <source>Use %1 × %2 sheets, so that it can be read</source>
            <translation>Brug %1 × %2 ark, så den kan læses</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Gem som PDF</translation>
        </message>
        <message>
            <source>Picture (*.png)</source>
            <translation>Billede (*.png)</translation>
        </message>
        <message>
            <source>Drawing to work on, SVG (*.svg)</source>
            <translation>Tegning til videre arbejde, SVG (*.svg)</translation>
        </message>
        <message>
            <source>Save as picture</source>
            <translation>Gem som billede</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Gemt som %1</translation>
        </message>
    </context>
    <context>
        <name>MapPrintDialogForm</name>
        <message>
            <source>Show as text</source>
            <translation>Vis som tekst</translation>
        </message>
        <message>
            <source>The paper as text</source>
            <translation>Papiret som tekst</translation>
        </message>
        <message>
            <source>Print map</source>
            <translation>Udskriv kort</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Kort</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Papir</translation>
        </message>
        <message>
            <source>Way up</source>
            <translation>Retning</translation>
        </message>
        <message>
            <source>Sheets</source>
            <translation>Ark</translation>
        </message>
        <message>
            <source>Sheets across</source>
            <translation>Ark i bredden</translation>
        </message>
        <message>
            <source>Sheets down</source>
            <translation>Ark i højden</translation>
        </message>
        <message>
            <source>×</source>
            <translation>×</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>Overlap</translation>
        </message>
        <message>
            <source>Dots per inch</source>
            <translation>Punkter pr. tomme</translation>
        </message>
        <message>
            <source>Let all but the thread step back, as on the screen</source>
            <translation>Lad alt andet end tråden træde tilbage, som på skærmen</translation>
        </message>
        <message>
            <source>Use more sheets</source>
            <translation>Brug flere ark</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Forhåndsvisning</translation>
        </message>
        <message>
            <source>‹</source>
            <translation>‹</translation>
        </message>
        <message>
            <source>›</source>
            <translation>›</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>Forrige side</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Næste side</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>Save as picture ...</source>
            <translation>Gem som billede ...</translation>
        </message>
        <message>
            <source>To a printer ...</source>
            <translation>Til en printer ...</translation>
        </message>
        <message>
            <source>Save as PDF ...</source>
            <translation>Gem som PDF ...</translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message numerus="yes">
            <source>%n agreement(s) could not be saved:</source>
            <translation>
                <numerusform>%n aftale kunne ikke gemmes:</numerusform>
                <numerusform>%n aftaler kunne ikke gemmes:</numerusform>
            </translation>
        </message>
        <message>
            <source>The whole agreement</source>
            <translation>Hele aftalen</translation>
        </message>
        <message>
            <source>Short form, two pages</source>
            <translation>Kort form, to sider</translation>
        </message>
        <message>
            <source>A sheet for each effort</source>
            <translation>Et ark for hver indsats</translation>
        </message>
        <message>
            <source>Only the sheet to be signed</source>
            <translation>Kun arket til underskrift</translation>
        </message>
        <message>
            <source>Save as Word</source>
            <translation>Gem som Word</translation>
        </message>
        <message>
            <source>Stopped. The rest was not made.</source>
            <translation>Stoppet. Resten er ikke lavet.</translation>
        </message>
        <message>
            <source>The template has no place for: %1</source>
            <translation>Skabelonen har ikke plads til: %1</translation>
        </message>
        <message>
            <source>Print %1</source>
            <translation>Udskriv %1</translation>
        </message>
        <message>
            <source>There is nothing to print yet.</source>
            <translation>Der er endnu intet at udskrive.</translation>
        </message>
        <message>
            <source>%1 %2 chosen</source>
            <translation>%1 %2 valgt</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Gem som PDF</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) saved in %1</source>
            <translation>
                <numerusform>%n fil gemt i %1</numerusform>
                <numerusform>%n filer gemt i %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PrintDialogForm</name>
        <message>
            <source>What is printed</source>
            <translation>Hvad der udskrives</translation>
        </message>
        <message>
            <source>Word template ...</source>
            <translation>Word-skabelon ...</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fremdrift</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>What was not saved</source>
            <translation>Det, der ikke blev gemt</translation>
        </message>
        <message>
            <source>Save as Word ...</source>
            <translation>Gem som Word ...</translation>
        </message>
        <message>
            <source>Show as text</source>
            <translation>Vis som tekst</translation>
        </message>
        <message>
            <source>The paper as text</source>
            <translation>Papiret som tekst</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Udskriv</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Søg</translation>
        </message>
        <message>
            <source>Choose all</source>
            <translation>Vælg alle</translation>
        </message>
        <message>
            <source>Choose none</source>
            <translation>Vælg ingen</translation>
        </message>
        <message>
            <source>Mark as draft</source>
            <translation>Mærk som udkast</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Forhåndsvisning</translation>
        </message>
        <message>
            <source>‹</source>
            <translation>‹</translation>
        </message>
        <message>
            <source>›</source>
            <translation>›</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
        <message>
            <source>To a printer ...</source>
            <translation>Send til printer ...</translation>
        </message>
        <message>
            <source>Save as PDF ...</source>
            <translation>Gem som PDF ...</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>The file cannot be opened</source>
            <translation>Filen kan ikke åbnes</translation>
        </message>
        <message>
            <source>The document cannot be made</source>
            <translation>Dokumentet kan ikke oprettes</translation>
        </message>
        <message>
            <source>The work cannot be taken up</source>
            <translation>Arbejdet kan ikke hentes frem</translation>
        </message>
        <message>
            <source>Your work is safe on this computer and is taken up at the next start.</source>
            <translation>Dit arbejde ligger sikkert på denne computer og hentes frem, næste gang du åbner programmet.</translation>
        </message>
        <message>
            <source>The file cannot be saved right now</source>
            <translation>Filen kan ikke gemmes lige nu</translation>
        </message>
        <message>
            <source>Close anyway</source>
            <translation>Luk alligevel</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Bliv her</translation>
        </message>
        <message>
            <source>Somebody else had saved in the same file. Their changes are taken in beside yours.</source>
            <translation>En anden har gemt i den samme fil. Den andens ændringer er taget med ved siden af dine.</translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) were changed by both. Your text is kept, theirs is in the log.</source>
            <translation>
                <numerusform>%n felt var ændret af jer begge. Din tekst er beholdt, den andens er gemt i historikken.</numerusform>
                <numerusform>%n felter var ændret af jer begge. Din tekst er beholdt, den andens er gemt i historikken.</numerusform>
            </translation>
        </message>
        <message>
            <source>The file was changed by others too</source>
            <translation>Filen er også ændret af andre</translation>
        </message>
    </context>
    <context>
        <name>ReferenceEditor</name>
        <message>
            <source>Choose, or write a new name</source>
            <translation>Vælg, eller skriv et nyt navn</translation>
        </message>
        <message>
            <source>There is none of that name.</source>
            <translation>Der er ingen med det navn.</translation>
        </message>
    </context>
    <context>
        <name>Removing</name>
        <message numerus="yes">
            <source>%n goal(s)</source>
            <translation>
                <numerusform>%n mål</numerusform>
                <numerusform>%n mål</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n link(s)</source>
            <translation>
                <numerusform>%n forbindelse</numerusform>
                <numerusform>%n forbindelser</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Delete %1 and %2</source>
            <translation>&amp;Slet %1 og %2</translation>
        </message>
        <message>
            <source>&amp;Delete %1</source>
            <translation>&amp;Slet %1</translation>
        </message>
        <message numerus="yes">
            <source>%n goal(s) stand in agreements under way.</source>
            <translation>
                <numerusform>%n mål står i en aftale, der ikke længere er et udkast.</numerusform>
                <numerusform>%n mål står i aftaler, der ikke længere er udkast.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n result(s) go too.</source>
            <translation>
                <numerusform>%n resultat slettes også.</numerusform>
                <numerusform>%n resultater slettes også.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n follow-up(s) go too.</source>
            <translation>
                <numerusform>%n opfølgning slettes også.</numerusform>
                <numerusform>%n opfølgninger slettes også.</numerusform>
            </translation>
        </message>
        <message>
            <source>It can be undone.</source>
            <translation>Det kan fortrydes.</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Slet</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuller</translation>
        </message>
    </context>
    <context>
        <name>ReportDialogForm</name>
        <message>
            <source>Something went wrong in the program</source>
            <translation>Noget gik galt i programmet</translation>
        </message>
        <message>
            <source>Your work is safe: everything you see is already stored on this computer.</source>
            <translation>Dit arbejde er i sikkerhed: Alt, hvad du ser, ligger allerede på denne computer.</translation>
        </message>
        <message>
            <source>The text below tells the makers what happened. It holds no goals and no names.</source>
            <translation>Teksten herunder fortæller udviklerne, hvad der skete. Den indeholder hverken mål eller navne.</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Detaljer</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>Kopiér teksten</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Fortsæt</translation>
        </message>
    </context>
    <context>
        <name>StartPageForm</name>
        <message>
            <source>Strategikort</source>
            <translation>Strategikort</translation>
        </message>
        <message>
            <source>Keep the red thread: from vision to everyday work.</source>
            <translation>Hold fast i den røde tråd – fra vision til hverdag.</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Kom i gang</translation>
        </message>
        <message>
            <source>See the sample municipality</source>
            <translation>Se eksempelkommunen</translation>
        </message>
        <message>
            <source>New document ...</source>
            <translation>Nyt dokument ...</translation>
        </message>
        <message>
            <source>Open a file ...</source>
            <translation>Åbn en fil ...</translation>
        </message>
        <message>
            <source>Work that was not saved</source>
            <translation>Arbejde, der ikke blev gemt</translation>
        </message>
        <message>
            <source>Latest files</source>
            <translation>Seneste filer</translation>
        </message>
        <message>
            <source>The files you open are listed here.</source>
            <translation>Filer, du åbner, bliver vist her.</translation>
        </message>
        <message>
            <source>See a folder of files as one ...</source>
            <translation>Se en mappe med filer som ét overblik ...</translation>
        </message>
    </context>
    <context>
        <name>StartWindow</name>
        <message>
            <source>A new document without a file</source>
            <translation>Et nyt dokument, der ikke er gemt i en fil</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Saving ...</source>
            <translation>Gemmer ...</translation>
        </message>
        <message>
            <source>Not saved in a file yet. Your work is safe on this computer.</source>
            <translation>Endnu ikke gemt i en fil. Dit arbejde ligger sikkert på denne computer.</translation>
        </message>
        <message>
            <source>Changed since %1. Saves by itself.</source>
            <translation>Ændret siden kl. %1. Gemmes af sig selv.</translation>
        </message>
        <message>
            <source>Saves by itself in a moment.</source>
            <translation>Gemmes af sig selv om lidt.</translation>
        </message>
        <message>
            <source>✓ Saved %1 in %2</source>
            <translation>✓ Gemt %1 i %2</translation>
        </message>
        <message>
            <source>1 goal chosen</source>
            <translation>1 mål valgt</translation>
        </message>
        <message>
            <source>%1 goals chosen</source>
            <translation>%1 mål valgt</translation>
        </message>
        <message>
            <source>%1 %2 · %3 can be signed</source>
            <translation>%1 %2 · %3 kan underskrives</translation>
        </message>
        <message>
            <source>Overview of a folder. Nothing can be changed here.</source>
            <translation>Overblik over en mappe. Her kan intet ændres.</translation>
        </message>
    </context>
    <context>
        <name>TellingPage</name>
        <message>
            <source>Supported by</source>
            <translation>Understøttes af</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>og %n mere</numerusform>
                <numerusform>og %n flere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message numerus="yes">
            <source>%n character(s) too many. It is kept when it is shorter.</source>
            <translation>
                <numerusform>%n tegn for meget. Teksten gemmes, når den er kortere.</numerusform>
                <numerusform>%n tegn for meget. Teksten gemmes, når den er kortere.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Room for %n more character(s)</source>
            <translation>
                <numerusform>Plads til %n tegn mere</numerusform>
                <numerusform>Plads til %n tegn mere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ThreadBox</name>
        <message numerus="yes">
            <source>and %n more way(s)</source>
            <translation>
                <numerusform>og %n vej mere</numerusform>
                <numerusform>og %n veje mere</numerusform>
            </translation>
        </message>
        <message>
            <source>Red thread</source>
            <translation>Rød tråd</translation>
        </message>
        <message>
            <source>does not count</source>
            <translation>tæller ikke med</translation>
        </message>
        <message>
            <source>✓ reaches %1</source>
            <translation>✓ når op til %1</translation>
        </message>
        <message>
            <source>✓ reaches a proposal</source>
            <translation>✓ når op til et forslag</translation>
        </message>
        <message>
            <source>▲ broken thread</source>
            <translation>▲ brudt tråd</translation>
        </message>
        <message>
            <source>this goal</source>
            <translation>dette mål</translation>
        </message>
    </context>
    <context>
        <name>ThreadView</name>
        <message>
            <source>What it supports</source>
            <translation>Hvad det understøtter</translation>
        </message>
        <message>
            <source>What supports it</source>
            <translation>Hvad der understøtter det</translation>
        </message>
        <message>
            <source>Broken threads</source>
            <translation>Brudte tråde</translation>
        </message>
        <message>
            <source>Choose a goal to see its red thread.</source>
            <translation>Vælg et mål for at se dets røde tråd.</translation>
        </message>
        <message>
            <source>✓ The thread reaches %1.</source>
            <translation>✓ Tråden når op til %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n broken thread(s)</source>
            <translation>
                <numerusform>%n brudt tråd</numerusform>
                <numerusform>%n brudte tråde</numerusform>
            </translation>
        </message>
        <message>
            <source>Print and save ...</source>
            <translation>Udskriv og gem ...</translation>
        </message>
    </context>
    <context>
        <name>TitleEditor</name>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
    </context>
    <context>
        <name>TitleRoom</name>
        <message numerus="yes">
            <source>%n character(s) too many. Make the title shorter, or press Esc to leave it as it was.</source>
            <translation>
                <numerusform>%n tegn for meget. Gør titlen kortere, eller tryk Esc for at beholde den gamle.</numerusform>
                <numerusform>%n tegn for meget. Gør titlen kortere, eller tryk Esc for at beholde den gamle.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ToolBar</name>
        <message>
            <source>Tool bar</source>
            <translation>Værktøjslinje</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Midyear follow-up</source>
            <translation>Midtvejsopfølgning</translation>
        </message>
        <message>
            <source>Year-end follow-up</source>
            <translation>Årsopfølgning</translation>
        </message>
        <message>
            <source>Extra follow-up</source>
            <translation>Ekstra opfølgning</translation>
        </message>
        <message>
            <source>Nothing more</source>
            <translation>Ikke yderligere</translation>
        </message>
        <message>
            <source>Recognition</source>
            <translation>Anerkendelse</translation>
        </message>
        <message>
            <source>Reward for all</source>
            <translation>Kollektiv belønning</translation>
        </message>
        <message>
            <source>Performance pay</source>
            <translation>Resultatløn</translation>
        </message>
        <message>
            <source>Learning dialogue</source>
            <translation>Læringsdialog</translation>
        </message>
        <message>
            <source>Closer follow-up</source>
            <translation>Tættere opfølgning</translation>
        </message>
        <message>
            <source>Development</source>
            <translation>Udvikling</translation>
        </message>
        <message>
            <source>Operations</source>
            <translation>Drift</translation>
        </message>
        <message>
            <source>Keep the level</source>
            <translation>Fastholdelse</translation>
        </message>
        <message>
            <source>Common</source>
            <translation>Fælles</translation>
        </message>
        <message>
            <source>Local</source>
            <translation>Lokalt</translation>
        </message>
        <message>
            <source>Own</source>
            <translation>Eget</translation>
        </message>
        <message>
            <source>Set centrally</source>
            <translation>Fastsat centralt</translation>
        </message>
        <message>
            <source>Decided locally</source>
            <translation>Besluttes lokalt</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>Gældende</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Afsluttet</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Udgår</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>Foreslået</translation>
        </message>
        <message>
            <source>Adopted</source>
            <translation>Vedtaget</translation>
        </message>
        <message>
            <source>Replaced</source>
            <translation>Erstattet</translation>
        </message>
        <message>
            <source>Lapsed</source>
            <translation>Bortfaldet</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Planlagt</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>I gang</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Gennemført</translation>
        </message>
        <message>
            <source>Dropped</source>
            <translation>Opgivet</translation>
        </message>
        <message>
            <source>Primary</source>
            <translation>Primær</translation>
        </message>
        <message>
            <source>Secondary</source>
            <translation>Sekundær</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Antal</translation>
        </message>
        <message>
            <source>Per cent</source>
            <translation>Procent</translation>
        </message>
        <message>
            <source>Kroner</source>
            <translation>Kroner</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Tid</translation>
        </message>
        <message>
            <source>Yes or no</source>
            <translation>Ja eller nej</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>Skala</translation>
        </message>
        <message>
            <source>Sign, in words</source>
            <translation>Tegn, med ord</translation>
        </message>
        <message>
            <source>Resource</source>
            <translation>Ressource</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Aktivitet</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Ydelse</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultat</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>Effekt</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Op</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Ned</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Uændret</translation>
        </message>
        <message>
            <source>By the administration</source>
            <translation>Af forvaltningen</translation>
        </message>
        <message>
            <source>By hand, locally</source>
            <translation>Manuelt, lokalt</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>Hver måned</translation>
        </message>
        <message>
            <source>Quarterly</source>
            <translation>Hvert kvartal</translation>
        </message>
        <message>
            <source>Half-yearly</source>
            <translation>Hvert halve år</translation>
        </message>
        <message>
            <source>Yearly</source>
            <translation>Hvert år</translation>
        </message>
        <message>
            <source>Every second year</source>
            <translation>Hvert andet år</translation>
        </message>
        <message>
            <source>Municipal</source>
            <translation>Kommunal</translation>
        </message>
        <message>
            <source>Self-owned</source>
            <translation>Selvejende</translation>
        </message>
        <message>
            <source>Private</source>
            <translation>Privat</translation>
        </message>
        <message>
            <source>Hearing</source>
            <translation>Høring</translation>
        </message>
        <message>
            <source>Discussion</source>
            <translation>Drøftelse</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Orientering</translation>
        </message>
    </context>
    <context>
        <name>_MilestoneRow</name>
        <message>
            <source>Day</source>
            <translation>Dato</translation>
        </message>
        <message>
            <source>Milestone</source>
            <translation>Milepæl</translation>
        </message>
        <message>
            <source>Remove milestone</source>
            <translation>Fjern milepæl</translation>
        </message>
    </context>
    <context>
        <name>MapDialog</name>
        <message>
            <source>d.m.yyyy</source>
            <translation>d.m.åååå</translation>
        </message>
        <message>
            <source>The whole municipality</source>
            <translation>Hele kommunen</translation>
        </message>
        <message>
            <source>Write a title.</source>
            <translation>Skriv en titel.</translation>
        </message>
        <message>
            <source>Write a day like 15.2.2015.</source>
            <translation>Skriv en dag som 15.2.2015.</translation>
        </message>
        <message>
            <source>The period ends before it begins.</source>
            <translation>Perioden slutter, før den begynder.</translation>
        </message>
    </context>
    <context>
        <name>MapDialogForm</name>
        <message>
            <source>New map</source>
            <translation>Nyt kort</translation>
        </message>
        <message>
            <source>What the map is for</source>
            <translation>Hvad kortet er for</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Første dag</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Sidste dag</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuller</translation>
        </message>
        <message>
            <source>Make map</source>
            <translation>Lav kort</translation>
        </message>
    </context>
    <context>
        <name>MapCommands</name>
        <message>
            <source>Title and period</source>
            <translation>Titel og periode</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Gem</translation>
        </message>
        <message>
            <source>Copy to the next period</source>
            <translation>Kopiér til næste periode</translation>
        </message>
        <message>
            <source>Copy map</source>
            <translation>Kopiér kort</translation>
        </message>
        <message>
            <source>Delete the map »%1«?</source>
            <translation>Slet kortet »%1«?</translation>
        </message>
        <message>
            <source>The goals stay in the list of goals and on other maps. It can be undone.</source>
            <translation>Målene bliver i mållisten og på andre kort. Det kan fortrydes.</translation>
        </message>
        <message>
            <source>Delete map</source>
            <translation>Slet kort</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuller</translation>
        </message>
    </context>
    <context>
        <name>OpenedUnits</name>
        <message numerus="yes">
            <source>%n unit(s) open</source>
            <translation>
                <numerusform>%n enhed åben</numerusform>
                <numerusform>%n enheder åbne</numerusform>
            </translation>
        </message>
        <message>
            <source>Close %1</source>
            <translation>Luk %1</translation>
        </message>
        <message>
            <source>Close units that are open</source>
            <translation>Luk enheder, der er åbne</translation>
        </message>
    </context>
    <context>
        <name>MoveDialog</name>
        <message>
            <source>Move under another goal</source>
            <translation>Flyt ind under et andet mål</translation>
        </message>
        <message>
            <source>Which goal shall »%1« stand under?</source>
            <translation>Hvilket mål skal »%1« stå under?</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Flyt</translation>
        </message>
    </context>
    <context>
        <name>OutlineCommands</name>
        <message>
            <source>There is no goal there that it can stand under.</source>
            <translation>Der er intet mål dér, som det kan stå under.</translation>
        </message>
    </context>
    <context>
        <name>TraceBar</name>
        <message>
            <source>Red thread</source>
            <translation>Rød tråd</translation>
        </message>
        <message>
            <source>Follow the red thread of what is selected</source>
            <translation>Følg den røde tråd for det valgte</translation>
        </message>
        <message>
            <source>Direction of the thread</source>
            <translation>Trådens retning</translation>
        </message>
        <message>
            <source>Up and down</source>
            <translation>Op og ned</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Op</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Ned</translation>
        </message>
        <message>
            <source>One step less</source>
            <translation>Et led kortere</translation>
        </message>
        <message>
            <source>One step further</source>
            <translation>Et led længere</translation>
        </message>
        <message>
            <source>all steps</source>
            <translation>alle led</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n led</numerusform>
                <numerusform>%n led</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OutlineFilter</name>
        <message>
            <source>Errors</source>
            <translation>Fejl</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Advarsler</translation>
        </message>
        <message>
            <source>Good advice</source>
            <translation>Gode råd</translation>
        </message>
        <message>
            <source>Show only goals of one level or unit, or with findings</source>
            <translation>Vis kun mål på ét niveau, i én enhed eller med fund</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Niveau</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhed</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Tjek</translation>
        </message>
        <message>
            <source>Show all goals</source>
            <translation>Vis alle mål</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Only: %1</source>
            <translation>Kun: %1</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtrér</translation>
        </message>
    </context>
    <context>
        <name>OutlineLines</name>
        <message>
            <source>Without a goal above</source>
            <translation>Uden overordnet mål</translation>
        </message>
        <message>
            <source>%1. Stands under several goals: %2</source>
            <translation>%1. Står under flere mål: %2</translation>
        </message>
    </context>
    <context>
        <name>HelpWindow</name>
        <message>
            <source>Help</source>
            <translation>Hjælp</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Tilbage</translation>
        </message>
        <message>
            <source>Search in the help</source>
            <translation>Søg i hjælpen</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Indhold</translation>
        </message>
        <message>
            <source>The help is written in Danish only so far.</source>
            <translation>Hjælpen findes foreløbig kun på dansk.</translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) found</source>
            <translation>
                <numerusform>%n sted fundet</numerusform>
                <numerusform>%n steder fundet</numerusform>
            </translation>
        </message>
        <message>
            <source>Sheet for a role</source>
            <translation>Ark til en rolle</translation>
        </message>
        <message>
            <source>&amp;Print %1 ...</source>
            <translation>&amp;Udskriv %1 ...</translation>
        </message>
    </context>
    <context>
        <name>Minimap</name>
        <message>
            <source>Minimap</source>
            <translation>Minikort</translation>
        </message>
        <message>
            <source>Arrow keys move what is seen of the map, Home shows all of it.</source>
            <translation>Piletasterne flytter udsnittet, Home viser hele kortet.</translation>
        </message>
        <message>
            <source>Drag the frame to see another part of the map</source>
            <translation>Træk i rammen for at se en anden del af kortet</translation>
        </message>
    </context>
    <context>
        <name>LegendCard</name>
        <message>
            <source>Legend</source>
            <translation>Tegnforklaring</translation>
        </message>
    </context>
    <context>
        <name>WayBack</name>
        <message>
            <source>Show the map</source>
            <translation>Vis kortet</translation>
        </message>
    </context>
    <context>
        <name>OutlineModel</name>
        <message>
            <source>Drop it on a goal.</source>
            <translation>Slip det på et mål.</translation>
        </message>
    </context>
    <context>
        <name>TemplateMenu</name>
        <message>
            <source>Choose a template ...</source>
            <translation>Vælg skabelon ...</translation>
        </message>
        <message>
            <source>Use the program's own</source>
            <translation>Brug programmets egen</translation>
        </message>
        <message>
            <source>Save a template to begin with ...</source>
            <translation>Gem en skabelon at begynde med ...</translation>
        </message>
        <message>
            <source>Choose a Word template</source>
            <translation>Vælg en Word-skabelon</translation>
        </message>
        <message>
            <source>Save a template to begin with</source>
            <translation>Gem en skabelon at begynde med</translation>
        </message>
        <message>
            <source>Agreement template.docx</source>
            <translation>Skabelon til aftaler.docx</translation>
        </message>
        <message>
            <source>The template is saved in %1. Change it in Word, and choose it here.</source>
            <translation>Skabelonen er gemt i %1. Ret den i Word, og vælg den her.</translation>
        </message>
        <message>
            <source>Word template: %1</source>
            <translation>Word-skabelon: %1</translation>
        </message>
        <message>
            <source>the program's own</source>
            <translation>programmets egen</translation>
        </message>
    </context>
    <context>
        <name>SpellingMarks</name>
        <message>
            <source>Add »%1« to my words</source>
            <translation>Føj »%1« til mine ord</translation>
        </message>
        <message>
            <source>Ignore</source>
            <translation>Ignorér</translation>
        </message>
    </context>
</TS>
