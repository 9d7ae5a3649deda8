pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Formwright.Controls
import Formwright.Player

// A record of another table, found by typing part of its title.
T.AbstractButton {
    id: control

    required property FieldObject field

    implicitWidth: 200
    implicitHeight: Theme.control
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ComboBox
    Accessible.name: field.label
    onClicked: popup.visible ? popup.close() : popup.open()
    Keys.onDownPressed: popup.open()
    Keys.onReturnPressed: popup.open()
    Keys.onDeletePressed: field.edit("")

    contentItem: Item {
        Label {
            anchors { left: parent.left; leftMargin: 10; right: clear.left; verticalCenter: parent.verticalCenter }
            text: control.field.text !== "" ? control.field.text : qsTr("Choose…")
            color: control.enabled && control.field.text !== "" ? Theme.text : Theme.disabled
        }
        IconButton {
            id: clear
            visible: control.enabled && control.field.value !== "" && !control.field.required
            iconName: "close"
            iconSize: 14
            size: 22
            tip: qsTr("Clear")
            anchors { right: arrow.left; rightMargin: 4; verticalCenter: parent.verticalCenter }
            onClicked: control.field.edit("")
        }
        Icon {
            id: arrow
            name: "search"
            anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.enabled ? Theme.field : Theme.canvas
        border.width: 1
        border.color: control.field.error !== "" ? Theme.error : popup.visible ? Theme.accent : control.hovered && control.enabled ? Theme.disabled : Theme.outline
        FocusRing { active: control.visualFocus }
    }
    T.Popup {
        id: popup
        y: control.height + 4
        width: Math.max(control.width, 260)
        padding: Theme.xs
        margins: Theme.s
        focus: true
        implicitHeight: 320
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
        onAboutToShow: { search.text = ""; control.field.find(""); }
        onOpened: search.forceActiveFocus()
        function pick(index: int) {
            const option = control.field.options[index];
            if (!option)
                return;
            close();
            control.field.edit(option.value);
            control.forceActiveFocus();
        }
        contentItem: Column {
            spacing: Theme.xs
            TextField {
                id: search
                width: parent.width
                iconName: "search"
                placeholderText: qsTr("Search")
                onTyped: text => pause.restart()
                Keys.onDownPressed: list.incrementCurrentIndex()
                Keys.onUpPressed: list.decrementCurrentIndex()
                Keys.onReturnPressed: popup.pick(Math.max(0, list.currentIndex))
                Keys.onEnterPressed: popup.pick(Math.max(0, list.currentIndex))
                Keys.onEscapePressed: popup.close()
            }
            Timer { id: pause; interval: 150; onTriggered: control.field.find(search.text) }
            ListView {
                id: list
                width: parent.width
                height: popup.availableHeight - search.height - Theme.xs
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0
                model: control.field.options
                T.ScrollBar.vertical: ScrollBar {}
                delegate: Rectangle {
                    id: row
                    required property int index
                    required property var modelData
                    width: ListView.view.width
                    height: Theme.row
                    radius: Theme.radius
                    color: ListView.isCurrentItem || hover.hovered ? Theme.hover : "transparent"
                    Label { text: row.modelData.text; x: Theme.s; width: parent.width - 2 * Theme.s; anchors.verticalCenter: parent.verticalCenter }
                    HoverHandler { id: hover }
                    TapHandler { onTapped: popup.pick(row.index) }
                }
                Label {
                    visible: list.count === 0
                    text: qsTr("Nothing found")
                    role: Label.Secondary
                    x: Theme.s
                    height: Theme.row
                }
            }
        }
        background: PopupFrame {}
    }
}
