import QtQuick
import Formwright.Controls
import Formwright.Player

// What happened to a record, newest first.
Item {
    id: history

    property var entries: []

    Timeline {
        anchors.fill: parent
        visible: history.entries.length > 0
        model: history.entries.map(entry => ({ icon: entry.icon, colour: Theme.state(entry.tone), title: entry.title, time: entry.time, detail: entry.detail }))
    }
    EmptyState {
        anchors.centerIn: parent
        width: parent.width
        visible: history.entries.length === 0
        iconName: "history"
        title: qsTr("Nothing has happened yet")
        text: qsTr("Visits, messages, tasks and changes appear here.")
    }
}
