import QtQuick
import QtQuick.Window
import Formwright.Controls
import Formwright.Player

// The window of a running app. The program that opens it sets `app`.
Window {
    id: window

    required property PlayerApp app
    property string subtitle // "Try it" when the studio opened it

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
        anchors.fill: parent
        app: window.app
    }
}
