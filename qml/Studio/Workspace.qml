pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Qt.labs.settings
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// The one window while an app is open: header, outline, editor with tabs, inspector, problems and history below.
Item {
    id: workspace

    required property DragContext drag

    Settings {
        id: remembered
        category: "workspace"
        property real outlineWidth: 240
        property real inspectorWidth: 320
        property real bottomHeight: 180
        property bool bottomFolded: true
    }

    readonly property bool narrow: width < 1240 // side panes then keep to their least width

    HeaderBar { id: header; width: parent.width }
    Banner {
        id: recovery
        visible: Studio.recovery !== ""
        anchors { top: header.bottom; left: parent.left; right: parent.right }
        radius: 0
        kind: "info"
        text: Studio.recovery
        actionText: qsTr("See what they are…")
        closable: true
        onActionClicked: Studio.recoveryWanted()
        onClosed: Studio.discardRecovery()
    }
    SplitView {
        anchors { top: recovery.visible ? recovery.bottom : header.bottom; left: parent.left; right: parent.right; bottom: bottomPane.top }
        orientation: Qt.Horizontal

        OutlinePane {
            drag: workspace.drag
            T.SplitView.preferredWidth: workspace.narrow ? 184 : remembered.outlineWidth
            T.SplitView.minimumWidth: 160
            T.SplitView.maximumWidth: 420
            onWidthChanged: if (T.SplitView.view.resizing && !workspace.narrow) remembered.outlineWidth = width
        }
        EditorPane {
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: 320
            drag: workspace.drag
        }
        Loader {
            active: Studio.split
            visible: active
            T.SplitView.preferredWidth: Math.max(320, workspace.width * 0.3)
            T.SplitView.minimumWidth: 320
            onActiveChanged: load()
            Component.onCompleted: load()
            function load() { // by file: an inline component of a bound file cannot be made by a Loader here
                if (active)
                    setSource("EditorPane.qml", { drag: workspace.drag, tabs: Studio.sideTabs });
            }
        }
        InspectorPane {
            T.SplitView.preferredWidth: workspace.narrow ? 264 : remembered.inspectorWidth
            T.SplitView.minimumWidth: 240
            T.SplitView.maximumWidth: 560
            onWidthChanged: if (T.SplitView.view.resizing && !workspace.narrow) remembered.inspectorWidth = width
        }
    }
    BottomPane {
        id: bottomPane
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        folded: remembered.bottomFolded
        openHeight: remembered.bottomHeight
        onFoldedChanged: remembered.bottomFolded = folded
        onResized: height => remembered.bottomHeight = Math.max(100, Math.min(workspace.height * 0.6, height))
    }
}
