pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// The studio's questions, each made when it is first asked.
Item {
    id: dialogs

    function open() { openLoader.active = true; (openLoader.item as OpenDialog).open(); }
    function create(folder: string, title: string) { createLoader.active = true; (createLoader.item as CreateDialog).begin(folder, title); }
    function newFile(kind: string) { newLoader.active = true; (newLoader.item as NewElementDialog).begin(kind); }
    function askBeforeClosing(then: var) { closeLoader.active = true; (closeLoader.item as CloseDialog).ask(then); }
    function publish() { say(qsTr("Publish"), Studio.problems.errors > 0
        ? qsTr("Errors to mend first: %1. The list of problems says how.").arg(Studio.problems.errors)
        : qsTr("Nothing stands in the way. Save the app, then publish it to a store with: formwright apply %1").arg(Studio.folder)); }
    function help() { say(Studio.inspector.title, Studio.inspector.help); }
    function changedOutside(files: var) { outsideLoader.active = true; (outsideLoader.item as OutsideDialog).ask(files); }
    function say(title: string, text: string) {
        sayLoader.active = true;
        (sayLoader.item as SayDialog).say(title, text);
    }

    Loader { id: openLoader; active: false; source: "OpenDialog.qml" }
    Loader { id: createLoader; active: false; source: "CreateDialog.qml" }
    Loader { id: newLoader; active: false; source: "NewElementDialog.qml" }
    Loader { id: closeLoader; active: false; source: "CloseDialog.qml" }
    Loader { id: outsideLoader; active: false; source: "OutsideDialog.qml" }
    Loader { id: sayLoader; active: false; source: "SayDialog.qml" }
}
