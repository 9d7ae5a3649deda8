pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// The elements of a list inside the selected one; a click goes there.
Column {
    id: editor

    required property var row

    spacing: 2
    Repeater {
        model: editor.row.options
        Rectangle {
            id: line
            required property var modelData
            width: editor.width
            height: Theme.row
            radius: Theme.radius
            color: hover.hovered ? Theme.hover : "transparent"
            Icon { name: "chevron-right"; x: 2; anchors.verticalCenter: parent.verticalCenter }
            Label { text: line.modelData.text; x: 22; width: parent.width - 52; height: parent.height }
            IconButton {
                visible: hover.hovered
                iconName: "close"
                iconSize: 14
                size: 22
                tip: qsTr("Delete")
                anchors { right: parent.right; rightMargin: 4; verticalCenter: parent.verticalCenter }
                onClicked: Studio.remove(line.modelData.address)
            }
            HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
            TapHandler { onTapped: Studio.session.select(line.modelData.address) }
        }
    }
    Button {
        kind: "quiet"
        iconName: "add"
        text: qsTr("Add")
        implicitHeight: Theme.row
        onClicked: {
            const variants = Studio.inspector.variants(editor.row.index);
            if (variants.length > 1) {
                menu.options = variants;
                menu.open();
            } else {
                Studio.session.add(editor.row.address, variants.length === 1 ? variants[0].value : "");
            }
        }
        ChoicePopup {
            id: menu
            y: parent.height + 4
            onPicked: variant => Studio.session.add(editor.row.address, variant)
        }
    }
}
