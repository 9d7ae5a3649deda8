import QtQuick
import QtQuick.Templates as T
import Formwright.Controls
import Formwright.Studio

// How many problems there are, always in view; a click opens the list.
T.AbstractButton {
    id: button

    readonly property int errors: Studio.problems.errors
    readonly property int warnings: Studio.problems.warnings

    implicitHeight: Theme.control
    implicitWidth: row.implicitWidth + 16
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: label.text
    onClicked: BottomState.show("problems")

    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: 6
            Icon {
                name: button.errors > 0 ? "error" : button.warnings > 0 ? "warning" : "success"
                color: button.errors > 0 ? Theme.error : button.warnings > 0 ? Theme.warning : Theme.success
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                id: label
                text: button.errors + button.warnings === 0 ? qsTr("No problems") : button.errors + button.warnings === 1 ? qsTr("1 problem") : qsTr("%1 problems").arg(button.errors + button.warnings)
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.hovered ? Theme.hover : "transparent"
        FocusRing { active: button.visualFocus }
    }
}
