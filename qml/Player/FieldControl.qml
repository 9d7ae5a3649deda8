import QtQuick
import Formwright.Controls
import Formwright.Player

// A field of a form: its label, the one generic input for its type, its help or what is wrong with it.
// Shared by the player's forms and the studio's preview.
Field {
    id: frame

    required property FieldObject field

    // Takes the keyboard.
    function focusInput() {
        const editor = loader.item as Item;
        if (editor)
            editor.forceActiveFocus(Qt.TabFocusReason);
    }
    function inputFor(type: string): string {
        switch (type) {
        case "long_text": return "InputLongText.qml";
        case "rich_text": return "InputRichText.qml";
        case "number":
        case "percent": return "InputNumber.qml";
        case "money": return "InputMoney.qml";
        case "rating": return "InputRating.qml";
        case "date": return "InputDate.qml";
        case "time": return "InputTime.qml";
        case "datetime": return "InputDateTime.qml";
        case "duration": return "InputDuration.qml";
        case "date_range": return "InputDateRange.qml";
        case "choice":
        case "user": return "InputChoice.qml";
        case "multi_choice": return "InputChoices.qml";
        case "tags": return "InputTags.qml";
        case "region": return "InputRegion.qml";
        case "json": return "InputJson.qml";
        case "yes_no": return "InputSwitch.qml";
        case "relation": return "InputRelation.qml";
        case "rollup":
        case "computed":
        case "score":
        case "score_stage":
        case "score_band": return "InputDerived.qml";
        }
        return "InputText.qml";
    }

    label: field.type === "yes_no" ? " " : field.label // a switch carries its own, on the line of the other inputs
    help: field.help
    error: field.error
    mandatory: field.required && !field.readOnly && field.type !== "yes_no"

    Loader {
        id: loader
        enabled: !frame.field.readOnly
        Component.onCompleted: setSource(frame.inputFor(frame.field.type), { field: frame.field })
    }
}
