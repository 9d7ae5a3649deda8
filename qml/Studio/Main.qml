pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
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

    width: 1440
    height: 900
    minimumWidth: 1024
    minimumHeight: 640
    visible: true
    color: Theme.canvas
    title: Studio.session.open ? qsTr("%1 – Formwright").arg(Studio.appName) : qsTr("Formwright")
    font.family: Theme.family
    font.pixelSize: Theme.body

    Component.onCompleted: {
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
        function onHelpWanted() { dialogs.help(); }
        function onChangedOutside(files: var) { dialogs.changedOutside(files); }
    }
}
