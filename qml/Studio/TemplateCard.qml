pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// A template on the start page: a small picture of what it holds, its name and one sentence.
FocusScope {
    id: card

    property var entry
    property bool blank: false
    signal clicked()

    height: 208
    activeFocusOnTab: true
    Keys.onReturnPressed: card.clicked()
    Keys.onSpacePressed: card.clicked()
    Accessible.role: Accessible.Button
    Accessible.name: entry.title

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusLarge
        color: Theme.panel
        border.width: 1
        border.color: hover.hovered ? Theme.accent : Theme.hairline
        FocusRing { active: card.activeFocus; radius: Theme.radiusLarge + 3 }
    }
    Rectangle {
        id: picture
        x: 1
        y: 1
        width: parent.width - 2
        height: 108
        radius: Theme.radiusLarge - 1
        color: card.blank ? Theme.canvas : Theme.tint(Theme.accent)
        Icon { visible: card.blank; anchors.centerIn: parent; name: "add"; size: 32; color: Theme.disabled }
        TemplatePicture { visible: !card.blank; folder: card.blank ? "" : card.entry.folder; anchors { fill: parent; margins: Theme.l; bottomMargin: 0 } }
        Rectangle { width: parent.width; height: 8; anchors.bottom: parent.bottom; color: parent.color; visible: card.blank }
    }
    Divider { y: picture.y + picture.height; width: parent.width - 2; x: 1 }
    Label { text: card.entry.title; role: Label.Strong; x: Theme.l; y: 120; width: parent.width - 2 * Theme.l }
    Label {
        text: card.entry.text
        role: Label.Secondary
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        x: Theme.l
        y: 142
        width: parent.width - 2 * Theme.l
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    TapHandler { onTapped: card.clicked() }
}
