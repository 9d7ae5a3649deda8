import QtQuick
import Formwright.Controls
import Formwright.Player

// A day and a time of day in the app's zone. A day without a time means its beginning.
FocusScope {
    id: input

    required property FieldObject field

    function put(day: string, clock: string) { field.editLocal(day, clock); }

    implicitHeight: Theme.control
    onActiveFocusChanged: if (activeFocus && !day.activeFocus && !clock.activeFocus) day.forceActiveFocus(Qt.TabFocusReason)

    DateField {
        id: day
        width: Math.floor((parent.width - Theme.xs) * 0.56)
        value: input.field.day
        onEdited: value => input.put(value, clock.text)
        Accessible.name: input.field.label
    }
    TimeField {
        id: clock
        anchors { left: day.right; right: parent.right; leftMargin: Theme.xs }
        value: input.field.clock
        enabled: day.text !== ""
        onEdited: value => input.put(day.text, value)
        Accessible.name: qsTr("Time")
    }
}
