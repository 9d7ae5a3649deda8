import QtQuick
import Formwright.Controls
import Formwright.Studio

// A property that is one of many: an enum, a reference, the action of a step, or a field to add.
ChoiceField {
    id: editor

    required property var row

    name: row.label
    implicitHeight: 30
    options: row.options
    value: row.editor === "addfield" || row.mixed ? undefined : row.value
    clearable: row.editor === "choice" && !row.mandatory
    placeholderText: row.editor === "addfield" ? qsTr("Add a field…") : row.mixed ? qsTr("several values") : row.fallback !== "" ? row.fallback : qsTr("Choose…")
    onEdited: value => {
        switch (row.editor) {
        case "action": Studio.inspector.setAction(row.index, value); break;
        case "addfield": Studio.inspector.addFieldValue(row.index, value); break;
        default: Studio.inspector.set(row.index, value);
        }
    }
}
