import QtQuick
import Formwright.Controls

// The ＋ on an edge: a click offers what can stand there, a drag nearby lights it.
Item {
    id: mark

    property var place
    property bool aimed: false
    property bool dragging: false
    property var options: []
    property string caption // said beside it while there is nothing yet
    signal chosen(string payload)

    x: place.x - 11
    y: place.y - 11
    width: 22
    height: 22
    z: 2

    Rectangle {
        anchors.centerIn: parent
        width: mark.aimed ? 28 : 22
        height: width
        radius: width / 2
        color: mark.aimed || hover.hovered ? Theme.accent : Theme.panel
        border.width: mark.aimed || hover.hovered ? 0 : 1
        border.color: Theme.outline
        opacity: mark.aimed || hover.hovered || mark.dragging ? 1 : 0.75
        Icon { anchors.centerIn: parent; name: "add"; size: 14; color: mark.aimed || hover.hovered ? Theme.accentInk : Theme.secondary }
    }
    Label {
        visible: mark.caption !== ""
        text: mark.caption
        role: Label.Secondary
        x: 34
        anchors.verticalCenter: parent.verticalCenter
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    TapHandler { onTapped: popup.open() }
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Add here")
    ChoicePopup {
        id: popup
        y: 26
        searchable: false
        options: mark.options.map(option => ({ value: option.payload, text: option.text, icon: option.icon }))
        onPicked: payload => mark.chosen(payload)
    }
}
