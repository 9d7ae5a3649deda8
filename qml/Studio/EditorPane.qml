pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// Centre: tabs, and the editor of the file that shows, chosen by its kind.
Item {
    id: pane

    required property DragContext drag

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
            current: Studio.tabs.current
            readonly property var open: Studio.tabs.tabs
            tabs: open.map(tab => Object.assign({ iconColour: Theme.engine(tab.engine) }, tab))
            onActivated: key => Studio.tabs.show(key)
            onClosed: key => Studio.tabs.close(key)
        }
        Row {
            id: actions
            anchors { right: parent.right; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
            visible: Studio.tabs.current !== ""
            Segmented {
                compact: true
                options: [{ value: false, icon: "edit", tip: qsTr("Drawn") }, { value: true, icon: "code", tip: qsTr("As text (YAML)") }]
                value: Studio.tabs.asText
                onEdited: value => Studio.tabs.asText = value
            }
        }
        Divider { anchors.bottom: parent.bottom; width: parent.width }
    }
    Loader {
        id: loader
        anchors { fill: parent; topMargin: strip.height }
        readonly property string page: Studio.tabs.current === "" ? "" : Studio.tabs.asText ? "TextPage.qml" : pane.editorOf(Studio.tabs.kind)
        onPageChanged: load()
        Component.onCompleted: load()

        function load() {
            if (page === "")
                setSource("");
            else
                setSource(page, { drag: pane.drag });
        }
    }
    EmptyState {
        visible: Studio.tabs.current === ""
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
