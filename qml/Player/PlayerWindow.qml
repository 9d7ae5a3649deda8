import QtQuick
import QtQuick.Window
import Formwright.Controls
import Formwright.Player

// The window of a running app. The program that opens it sets `app`.
Window {
    id: window

    required property PlayerApp app
    property LocalApp local: null // set while an app is tried from its folder
    property string subtitle      // "Try it" then
    property bool dark: false     // how it begins; people switch it in the rail

    Component.onCompleted: Theme.dark = window.dark
    Binding { target: Theme; property: "language"; value: window.app.language }

    width: 1280
    height: 800
    minimumWidth: 720
    minimumHeight: 480
    visible: true
    color: Theme.canvas
    title: app.ready ? (subtitle !== "" ? qsTr("%1 – %2").arg(app.label).arg(subtitle) : app.label) : qsTr("Formwright player")

    onClosing: close => { close.accepted = player.mayLeave(() => window.close()); }

    Player {
        id: player
        anchors { fill: parent; topMargin: notice.visible ? notice.height : 0 }
        app: window.app
        local: window.local
    }
    Banner {
        id: notice
        visible: (window.local?.problem ?? "") !== ""
        width: parent.width
        radius: 0
        kind: "warning"
        text: qsTr("The newest edits do not run yet: %1").arg(window.local?.problem ?? "")
    }
    Connections {
        target: window.local
        function onSignedIn() { window.app = window.local.app; }
    }
}
