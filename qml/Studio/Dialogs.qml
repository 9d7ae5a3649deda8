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
    function publish() { publishLoader.active = true; (publishLoader.item as PublishDialog).begin(); }
    function rename(address: string) { renameLoader.active = true; (renameLoader.item as RenameDialog).begin(address); }
    function askDelete() { deleteLoader.active = true; (deleteLoader.item as DeleteDialog).begin(); }
    function bin() { binLoader.active = true; (binLoader.item as BinDialog).open(); }
    function shortcuts() { shortcutsLoader.active = true; (shortcutsLoader.item as ShortcutsDialog).open(); }
    function exportApp() { packagesLoader.active = true; (packagesLoader.item as PackageDialogs).exportApp(); }
    function importApp() { packagesLoader.active = true; (packagesLoader.item as PackageDialogs).importApp(); }
    function help() { say(Studio.inspector.title, Studio.inspector.help); }
    function changedOutside() { outsideLoader.active = true; (outsideLoader.item as MergeDialog).begin(); }
    function recovery() { recoveryLoader.active = true; (recoveryLoader.item as RecoveryDialog).begin(); }
    function say(title: string, text: string) {
        sayLoader.active = true;
        (sayLoader.item as SayDialog).say(title, text);
    }

    Loader { id: openLoader; active: false; source: "OpenDialog.qml" }
    Loader { id: createLoader; active: false; source: "CreateDialog.qml" }
    Loader { id: newLoader; active: false; source: "NewElementDialog.qml" }
    Loader { id: closeLoader; active: false; source: "CloseDialog.qml" }
    Loader { id: outsideLoader; active: false; source: "MergeDialog.qml" }
    Loader { id: publishLoader; active: false; source: "PublishDialog.qml" }
    Loader { id: renameLoader; active: false; source: "RenameDialog.qml" }
    Loader { id: deleteLoader; active: false; source: "DeleteDialog.qml" }
    Loader { id: binLoader; active: false; source: "BinDialog.qml" }
    Loader { id: recoveryLoader; active: false; source: "RecoveryDialog.qml" }
    Loader { id: shortcutsLoader; active: false; source: "ShortcutsDialog.qml" }
    Loader { id: packagesLoader; active: false; source: "PackageDialogs.qml" }
    Connections {
        target: packagesLoader.item as PackageDialogs
        function onLooked(path: string) { importLoader.active = true; (importLoader.item as ImportDialog).begin(path); }
    }
    Loader { id: importLoader; active: false; source: "ImportDialog.qml" }
    Loader { id: sayLoader; active: false; source: "SayDialog.qml" }
}
