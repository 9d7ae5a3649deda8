pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// Centre: tabs, and the editor of the file that shows, chosen by its kind. There are two of it while the view is split; what
// is opened goes into the one that was used last.
Item {
    id: pane

    required property DragContext drag
    property OpenTabs tabs: Studio.tabs
    readonly property bool active: Studio.activeTabs === tabs
    readonly property bool side: tabs === Studio.sideTabs

    function editorOf(kind: string): string {
        switch (kind) {
        case "form": return "FormPage.qml";
        case "view": return "ViewPage.qml";
        case "scoring": return "ScoringPage.qml";
        case "workflow": return "WorkflowPage.qml";
        case "dashboard": return "DashboardPage.qml";
        }
        return "ListPage.qml";
    }

    Rectangle {
        id: strip
        width: parent.width
        height: Theme.panelTitle + 4
        color: Theme.panel
        Tabs {
            anchors { left: parent.left; right: actions.left; top: parent.top; bottom: parent.bottom }
            closable: true
            current: pane.tabs.current
            readonly property var open: pane.tabs.tabs
            tabs: open.map(tab => Object.assign({ iconColour: Theme.engine(tab.engine) }, tab))
            onActivated: key => pane.tabs.show(key)
            onClosed: key => pane.tabs.close(key)
        }
        Row {
            id: actions
            anchors { right: parent.right; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
            visible: pane.tabs.current !== ""
            spacing: 2
            IconButton { visible: !pane.side; iconName: "split"; tip: Studio.split ? qsTr("One view") : qsTr("Two views side by side"); shortcut: Studio.commands.shortcut("split"); accented: Studio.split; onClicked: Studio.commands.run("split"); anchors.verticalCenter: parent.verticalCenter }
            IconButton { visible: pane.side; iconName: "close"; tip: qsTr("Close this view"); onClicked: Studio.split = false; anchors.verticalCenter: parent.verticalCenter }
            Segmented {
                compact: true
                options: [{ value: false, icon: "edit", tip: qsTr("Drawn") }, { value: true, icon: "code", tip: qsTr("As text (YAML)") }]
                value: pane.tabs.asText
                onEdited: value => pane.tabs.asText = value
            }
        }
        Divider { anchors.bottom: parent.bottom; width: parent.width }
        Rectangle { visible: Studio.split && pane.active; width: parent.width; height: 2; color: Theme.accent }
    }
    TapHandler { gesturePolicy: TapHandler.DragThreshold; onPressedChanged: if (pressed) Studio.activeTabs = pane.tabs }
    Loader {
        id: loader
        anchors { fill: parent; topMargin: strip.height }
        readonly property string page: pane.tabs.current === "" ? "" : pane.tabs.asText ? "TextPage.qml" : pane.editorOf(pane.tabs.kind)
        onPageChanged: load()
        Component.onCompleted: load()

        function load() {
            if (page === "")
                setSource("");
            else
                setSource(page, { drag: pane.drag, file: Qt.binding(() => pane.tabs.current) });
        }
    }
    EmptyState {
        visible: pane.tabs.current === ""
        anchors { fill: parent; topMargin: strip.height }
        iconName: "app"
        title: qsTr("Nothing is open")
        text: qsTr("Choose something in the outline, or find it with %1.").arg(Studio.commands.shortcut("palette"))
        actionText: qsTr("New element")
        actionIcon: "add"
        primary: false
        onActionClicked: Studio.commands.run("new")
    }
}
