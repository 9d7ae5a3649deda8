import QtQuick
import Formwright.Controls
import Formwright.Player

// One line: text, phone, e-mail, link, and the types written as ISO text.
TextField {
    id: input

    required property FieldObject field

    value: field.value
    invalid: field.error !== ""
    iconName: field.type === "phone" || field.type === "email" || field.type === "url" ? field.type : ""
    placeholderText: field.type === "datetime" ? qsTr("YYYY-MM-DDThh:mm+08:00") : field.type === "time" ? qsTr("hh:mm") : field.type === "duration" ? "P1DT2H" : ""
    inputMethodHints: field.type === "phone" ? Qt.ImhDialableCharactersOnly : field.type === "email" ? Qt.ImhEmailCharactersOnly : Qt.ImhNone
    onTyped: text => field.edit(text)
    onEdited: value => field.edit(value)
    Accessible.name: field.label
}
