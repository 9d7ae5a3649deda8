import QtQuick
import Formwright.Controls
import Formwright.Player

// From one day to another.
FocusScope {
    id: input

    required property FieldObject field
    readonly property var ends: String(field.value).split("/")

    function put(first: string, last: string) { field.edit(first === "" && last === "" ? "" : first + "/" + last); }

    implicitHeight: Theme.control
    onActiveFocusChanged: if (activeFocus && !first.activeFocus && !last.activeFocus) first.forceActiveFocus(Qt.TabFocusReason)

    DateField {
        id: first
        width: Math.floor((parent.width - dash.width) / 2)
        value: input.ends[0] ?? ""
        onEdited: value => input.put(value, last.text)
        Accessible.name: qsTr("First day")
    }
    Label {
        id: dash
        anchors { left: first.right; verticalCenter: parent.verticalCenter }
        width: 20
        text: "–"
        role: Label.Secondary
        horizontalAlignment: Text.AlignHCenter
    }
    DateField {
        id: last
        anchors { left: dash.right; right: parent.right }
        value: input.ends[1] ?? ""
        onEdited: value => input.put(first.text, value)
        Accessible.name: qsTr("Last day")
    }
}
