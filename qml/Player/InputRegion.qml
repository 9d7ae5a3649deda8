pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// Province, city, district: each choice opens the next. What is left open is refused by the form, not guessed.
Item {
    id: input

    required property FieldObject field
    readonly property var steps: field.steps
    readonly property int across: width < 360 ? 1 : Math.max(1, steps.length)

    implicitHeight: grid.implicitHeight
    onActiveFocusChanged: if (activeFocus && boxes.count > 0) (boxes.itemAt(0) as Item).forceActiveFocus(Qt.TabFocusReason)

    Grid {
        id: grid
        width: parent.width
        columns: input.across
        spacing: Theme.xs
        Repeater {
            id: boxes
            model: input.steps.length
            ChoiceField {
                required property int index
                readonly property var step: input.steps[index] ?? { code: "", options: [] }
                width: (grid.width - (input.across - 1) * grid.spacing) / input.across
                options: step.options
                value: step.code
                clearable: index === 0 ? !input.field.required : step.code !== ""
                invalid: input.field.error !== ""
                placeholderText: [qsTr("Province"), qsTr("City"), qsTr("District")][index] ?? qsTr("Choose…")
                Accessible.name: input.field.label
                onEdited: value => input.field.edit(value !== "" ? value : index > 0 ? input.steps[index - 1].code : "")
            }
        }
    }
}
