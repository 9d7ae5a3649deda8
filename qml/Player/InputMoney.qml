import QtQuick
import Formwright.Controls
import Formwright.Player

// An amount, with its capital numerals under it where the field asks for them.
FocusScope {
    id: input

    required property FieldObject field

    implicitHeight: number.implicitHeight + (words.visible ? words.height + 2 : 0)
    onActiveFocusChanged: if (activeFocus && !number.activeFocus) number.forceActiveFocus(Qt.TabFocusReason)

    InputNumber { id: number; field: input.field; width: parent.width }
    Label {
        id: words
        visible: text !== ""
        anchors { top: number.bottom; topMargin: 2 }
        width: parent.width
        horizontalAlignment: Text.AlignRight
        text: input.field.words
        role: Label.Secondary
    }
}
