pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Qt.labs.settings
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// The studio's window: the start page, or the app that is open.
T.ApplicationWindow {
    id: window

    property string startFolder
    property string show
    property bool dark: false
    property string language: "en"
    readonly property DragContext drag: DragContext {}

    width: Math.min(remembered.width, Screen.desktopAvailableWidth || remembered.width)
    height: Math.min(remembered.height, Screen.desktopAvailableHeight || remembered.height)
    minimumWidth: 900
    minimumHeight: 560
    visible: true
    color: Theme.canvas
    title: Studio.session.open ? qsTr("%1 – Formwright").arg(Studio.appName) : qsTr("Formwright")
    font.family: Theme.family
    font.pixelSize: Theme.body

    Settings {
        id: remembered
        category: "window"
        property real width: 1440
        property real height: 900
        property bool maximized: false
    }
    // What the window is like when it is left; a maximized one keeps its size from before.
    function remember() {
        remembered.maximized = visibility === Window.Maximized;
        if (visibility === Window.Windowed) {
            remembered.width = width;
            remembered.height = height;
        }
    }

    Component.onCompleted: {
        if (remembered.maximized)
            showMaximized();
        Studio.dark = window.dark;
        Studio.language = window.language;
        if (window.startFolder !== "")
            Studio.open(window.startFolder);
        if (content.status === Loader.Null)
            content.load();
        if (window.show !== "")
            Studio.session.select(window.show);
    }
    onClosing: close => {
        window.remember();
        if (Studio.modified) {
            close.accepted = false;
            dialogs.askBeforeClosing(() => { Studio.closeApp(); window.close(); });
        }
    }

    Binding { target: Theme; property: "dark"; value: Studio.dark }
    Binding { target: Theme; property: "language"; value: Studio.language }

    Loader {
        id: content
        anchors.fill: parent

        function load() {
            if (Studio.session.open)
                setSource("Workspace.qml", { drag: window.drag });
            else
                setSource("WelcomePage.qml");
        }
    }
    Connections {
        target: Studio.session
        function onDocumentChanged() { content.load(); }
    }
    Dialogs { id: dialogs }
    Shortcuts {}
    CommandPalette {
        id: finder
        source: Studio.search
        onActivated: row => Studio.search.activate(row)
    }
    Toast { id: toast }
    DragProxy { context: window.drag }
    PlayerLauncher { id: launcher; onSaid: text => toast.show(text, "", null, "info") }

    Connections {
        target: Studio
        function onSaid(text: string) { toast.show(text); }
        function onPaletteWanted() { finder.open(); }
        function onOpenWanted() { dialogs.open(); }
        function onNewFileWanted(kind: string) { dialogs.newFile(kind); }
        function onCreateWanted(folder: string, title: string) { dialogs.create(folder, title); }
        function onCloseWanted() {
            if (Studio.modified)
                dialogs.askBeforeClosing(() => Studio.closeApp());
            else
                Studio.closeApp();
        }
        function onTryItWanted() { launcher.tryIt(); }
        function onPublishWanted() { dialogs.publish(); }
        function onRenameWanted(address: string) { dialogs.rename(address); }
        function onUsagesWanted(address: string) {
            if (Studio.usages.find(address))
                BottomState.show("usages");
            else
                toast.show(qsTr("Nothing can refer to this element."));
        }
        function onDeleteWanted() { dialogs.askDelete(); }
        function onPasted(count: int, outside: var) {
            if (outside.length > 0)
                dialogs.say(qsTr("Pasted elements: %1").arg(count), qsTr("They refer to what this app does not have:") + "\n\n" + outside.join("\n"));
            else
                toast.show(qsTr("Pasted elements: %1").arg(count), qsTr("Undo"), () => Studio.commands.run("undo"));
        }
        function onBinWanted() { dialogs.bin(); }
        function onSaidUndoable(text: string) { toast.show(text, qsTr("Undo"), () => Studio.commands.run("undo")); }
        function onHelpWanted() { dialogs.help(); }
        function onChangedOutside() { dialogs.changedOutside(); }
        function onExportWanted() { dialogs.exportApp(); }
        function onImportWanted() { dialogs.importApp(); }
        function onShortcutsWanted() { dialogs.shortcuts(); }
        function onRecoveryWanted() { dialogs.recovery(); }
    }
}
