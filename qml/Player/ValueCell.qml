pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// A value in a list or among key facts: text, a number at the right, a choice as a coloured tag, a person, a tick, a score.
Item {
    id: cell

    property string text
    property string kind: "text"
    property string tone
    property bool inCell: true // with the margins of a table's cell
    property bool strong: false
    readonly property int margin: inCell ? 12 : 0

    implicitWidth: loader.implicitWidth + 2 * margin
    implicitHeight: Theme.row

    Loader {
        id: loader
        anchors { left: parent.left; right: parent.right; leftMargin: cell.margin; rightMargin: cell.margin; verticalCenter: parent.verticalCenter }
        sourceComponent: cell.text === "" && cell.kind !== "check" ? null
                         : cell.kind === "choice" ? choice : cell.kind === "user" ? user : cell.kind === "score" ? score : plain
    }
    Component {
        id: plain
        Label {
            text: cell.text
            font.weight: cell.strong ? Font.Medium : Font.Normal
            horizontalAlignment: cell.kind === "number" && cell.inCell ? Text.AlignRight : Text.AlignLeft
        }
    }
    Component {
        id: choice
        Item {
            implicitWidth: tag.implicitWidth
            implicitHeight: tag.implicitHeight
            Tag { id: tag; text: cell.text; colour: Theme.state(cell.tone); width: Math.min(implicitWidth, parent.width) }
        }
    }
    Component {
        id: user
        Row {
            spacing: Theme.s - 2
            Avatar { id: face; name: cell.text; size: 20; anchors.verticalCenter: parent.verticalCenter }
            Label { text: cell.text; width: Math.min(implicitWidth, Math.max(0, loader.width - 26)); anchors.verticalCenter: parent.verticalCenter }
        }
    }
    Component {
        id: score
        Row {
            spacing: Theme.s - 2
            Rectangle {
                width: 8
                height: 8
                radius: 4
                color: cell.tone === "" ? Theme.disabled : Theme.state(cell.tone)
                anchors.verticalCenter: parent.verticalCenter
            }
            Label { text: cell.text; font.weight: cell.tone === "" ? Font.Normal : Font.Medium; anchors.verticalCenter: parent.verticalCenter }
        }
    }
}
