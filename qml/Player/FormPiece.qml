import QtQuick
import Formwright.Controls
import Formwright.Player

// One piece of a form, loaded by its kind.
Loader {
    id: piece

    required property PartObject modelData
    property var owner: null // the FormView

    visible: modelData.visible
    height: visible && item ? (item as Item).implicitHeight : 0
    Component.onCompleted: {
        switch (modelData.kind) {
        case "section": setSource("FormSection.qml", { part: modelData, owner: owner }); break;
        case "caption": setSource("FormCaption.qml", { part: modelData }); break;
        case "subtable": setSource("FormSubTable.qml", { part: modelData }); break;
        default:
            setSource("FieldControl.qml", { field: modelData.field });
            if (owner)
                owner.register(modelData.field.id, item as FieldControl);
        }
    }
}
