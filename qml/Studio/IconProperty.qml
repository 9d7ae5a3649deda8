pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Formwright.Controls
import Formwright.Studio

// An icon, chosen from a grid with search.
Item {
    id: editor

    required property var row
    readonly property string icon: row.value ?? ""

    implicitHeight: 30
    Button {
        width: parent.width
        implicitHeight: 30
        text: editor.icon !== "" ? editor.icon : editor.row.fallback !== "" ? editor.row.fallback : qsTr("Choose…")
        iconName: editor.icon !== "" ? editor.icon : editor.row.fallback
        onClicked: popup.open()
    }
    T.Popup {
        id: popup
        y: 34
        width: 252
        height: 260
        padding: 8
        margins: 8
        focus: true
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
        onOpened: { query.clear(); query.forceActiveFocus(); }
        contentItem: Item {
            TextField { id: query; width: parent.width; iconName: "search"; placeholderText: qsTr("Search"); onTyped: text => grid.wanted = text }
            GridView {
                id: grid
                property string wanted
                anchors { fill: parent; topMargin: query.height + 6 }
                clip: true
                cellWidth: 39
                cellHeight: 36
                boundsBehavior: Flickable.StopAtBounds
                keyNavigationEnabled: true
                activeFocusOnTab: true
                model: Object.keys(Icons.codes).filter(name => wanted === "" || name.includes(wanted.toLowerCase()))
                Keys.onReturnPressed: if (currentIndex >= 0) choose(model[currentIndex])
                T.ScrollBar.vertical: ScrollBar {}
                function choose(name: string) {
                    popup.close();
                    Studio.inspector.set(editor.row.index, name);
                }
                delegate: Rectangle {
                    id: cell
                    required property string modelData
                    width: 36
                    height: 34
                    radius: Theme.radius
                    color: modelData === editor.icon ? Theme.accentTint : hover.hovered || (GridView.isCurrentItem && grid.activeFocus) ? Theme.hover : "transparent"
                    Accessible.role: Accessible.ListItem
                    Accessible.name: modelData
                    Icon { anchors.centerIn: parent; name: cell.modelData; size: 18; color: Theme.text }
                    Tooltip { text: cell.modelData; shown: hover.hovered }
                    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
                    TapHandler { onTapped: grid.choose(cell.modelData) }
                }
            }
        }
        background: PopupFrame {}
    }
}
