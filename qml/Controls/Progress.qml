pragma ComponentBehavior: Bound
import QtQuick

// How far a job is: `value` 0…1, or -1 when not known; words beside it and the time left in seconds (-1: not known).
Item {
    id: progress

    property real value: -1
    property string text
    property int secondsLeft: -1
    property color colour: Theme.accent

    property real phase // where the bar of an unknown length is

    NumberAnimation on phase {
        running: progress.value < 0 && progress.visible && !Theme.reducedMotion
        from: -0.33
        to: 1
        duration: 1200
        loops: Animation.Infinite
    }

    function timeLeft(seconds: int): string {
        if (seconds < 60)
            return qsTr("%1 s left").arg(seconds);
        if (seconds < 3600)
            return qsTr("%1 min left").arg(Math.round(seconds / 60));
        return qsTr("%1 h left").arg(Math.round(seconds / 3600));
    }

    implicitWidth: 240
    implicitHeight: text !== "" || secondsLeft >= 0 ? 28 : 6

    Label { visible: progress.text !== ""; text: progress.text; role: Label.Secondary; width: parent.width - left.width - 8 }
    Label {
        id: left
        visible: progress.secondsLeft >= 0
        text: progress.timeLeft(progress.secondsLeft)
        role: Label.Secondary
        anchors.right: parent.right
    }
    Rectangle {
        id: track
        anchors.bottom: parent.bottom
        width: parent.width
        height: 6
        radius: 3
        color: Theme.pressed
        clip: true
        Rectangle {
            height: parent.height
            radius: 3
            color: progress.colour
            width: progress.value < 0 ? track.width / 3 : Math.max(6, track.width * Math.min(1, progress.value))
            x: progress.value < 0 ? track.width * progress.phase : 0
        }
    }
}
