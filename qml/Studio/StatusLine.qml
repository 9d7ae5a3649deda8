import QtQuick
import Formwright.Controls
import Formwright.Studio

// Right end of the bottom bar: where one is in the app, and whether everything is saved.
Row {
    id: line

    property real room: 400

    spacing: Theme.m
    height: parent?.height ?? 0
    Label {
        visible: text !== ""
        text: Studio.session.selected.length > 1 ? qsTr("%1 selected").arg(Studio.session.selected.length) : Studio.session.place
        role: Label.Caption
        elide: Text.ElideLeft
        width: Math.min(implicitWidth, line.room - saved.width - Theme.m)
        height: parent.height
    }
    Row {
        id: saved
        spacing: 5
        height: parent.height
        Rectangle { width: 7; height: 7; radius: 4; color: Studio.modified ? Theme.accent : Theme.success; anchors.verticalCenter: parent.verticalCenter }
        Label { text: Studio.modified ? qsTr("Not saved yet") : qsTr("Saved"); role: Label.Caption; height: parent.height }
    }
}
