import QtQuick
import Formwright.Controls
import Formwright.Player

// One line: text, phone, e-mail, link, and what is written as a code.
TextField {
    id: input

    required property FieldObject field
    readonly property var withIcon: ["phone", "email", "url", "id_number", "barcode", "location"]

    value: field.value
    invalid: field.error !== ""
    iconName: withIcon.includes(field.type) ? field.type : ""
    placeholderText: field.type === "location" ? "31.2304, 121.4737" : field.type === "url" ? "https://" : ""
    inputMethodHints: field.type === "phone" ? Qt.ImhDialableCharactersOnly : field.type === "email" ? Qt.ImhEmailCharactersOnly : field.type === "url" ? Qt.ImhUrlCharactersOnly : Qt.ImhNone
    onTyped: text => field.edit(text)
    onEdited: value => field.edit(value)
    Accessible.name: field.label
}
