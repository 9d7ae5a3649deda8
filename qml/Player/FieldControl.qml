pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

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
    readonly property var options: field.options

    label: field.type === "yes_no" ? "" : field.label
    help: field.help
    error: field.error
    mandatory: field.required && !field.readOnly

    Loader {
        id: loader
        enabled: !frame.field.readOnly
        sourceComponent: {
            switch (frame.field.type) {
            case "long_text": return longText;
            case "number":
            case "money":
            case "percent": return number;
            case "date": return date;
            case "choice":
            case "user": return choice;
            case "multi_choice": return multi;
            case "yes_no": return yesNo;
            case "relation": return relation;
            case "rollup":
            case "computed":
            case "score":
            case "score_stage":
            case "score_band": return derived;
            }
            return text;
        }
    }
    Component {
        id: text
        TextField {
            value: frame.field.value
            invalid: frame.field.error !== ""
            iconName: frame.field.type === "phone" ? "phone" : frame.field.type === "email" ? "email" : frame.field.type === "url" ? "url" : ""
            placeholderText: frame.field.type === "datetime" ? qsTr("YYYY-MM-DDThh:mm+08:00") : frame.field.type === "time" ? qsTr("hh:mm") : frame.field.type === "duration" ? "P1DT2H" : ""
            inputMethodHints: frame.field.type === "phone" ? Qt.ImhDialableCharactersOnly : frame.field.type === "email" ? Qt.ImhEmailCharactersOnly : Qt.ImhNone
            onTyped: text => frame.field.edit(text)
            onEdited: value => frame.field.edit(value)
            Accessible.name: frame.field.label
        }
    }
    Component {
        id: longText
        TextArea {
            value: frame.field.value
            invalid: frame.field.error !== ""
            onTyped: text => frame.field.edit(text)
            onEdited: value => frame.field.edit(value)
            Accessible.name: frame.field.label
        }
    }
    Component {
        id: number
        NumberField {
            value: frame.field.value
            decimals: frame.field.decimals
            unit: frame.field.unit
            // What does not read as a number is kept and refused by the form, never dropped.
            onTyped: text => frame.field.edit(text)
            onEdited: value => frame.field.edit(value)
            Accessible.name: frame.field.label
        }
    }
    Component {
        id: date
        DateField {
            value: frame.field.value
            onTyped: text => frame.field.edit(text)
            onEdited: value => frame.field.edit(value)
            Accessible.name: frame.field.label
        }
    }
    Component {
        id: choice
        ChoiceField {
            options: frame.options.map(option => option.tone ? { value: option.value, text: option.text, colour: Theme.state(option.tone) } : { value: option.value, text: option.text })
            value: frame.field.value
            clearable: !frame.field.required
            invalid: frame.field.error !== ""
            onEdited: value => frame.field.edit(value)
        }
    }
    Component {
        id: multi
        MultiChoiceField { field: frame.field }
    }
    Component {
        id: yesNo
        Item {
            implicitHeight: 18 + Theme.xs + Theme.control
            function forceActiveFocus(reason) { toggle.forceActiveFocus(reason); }
            Switch {
                id: toggle
                text: frame.field.label
                value: frame.field.value === true
                height: Theme.control
                anchors.bottom: parent.bottom
                onEdited: value => frame.field.edit(value)
            }
        }
    }
    Component {
        id: relation
        RelationField { field: frame.field; invalid: frame.field.error !== "" }
    }
    Component {
        id: derived
        TextField {
            value: frame.field.text
            placeholderText: "—"
            Accessible.name: frame.field.label
        }
    }
}
