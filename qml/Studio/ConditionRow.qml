pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// One row of a condition: what it is about, how it is compared, with what.
Rectangle {
    id: item

    required property var line
    required property ConditionEditor model

    implicitHeight: body.implicitHeight + 8
    radius: Theme.radius
    color: Theme.canvas
    border.width: 1
    border.color: Theme.hairline
    Column {
        id: body
        x: 4
        y: 4
        width: parent.width - 8
        spacing: 4
        Item {
            width: parent.width
            height: 28
            ChoiceField {
                visible: item.line.known
                width: parent.width - 26
                implicitHeight: 28
                quiet: item.line.field !== ""
                options: item.model.fields
                value: item.line.field
                placeholderText: qsTr("Choose what to compare…")
                onEdited: field => item.model.setField(item.line.path, field)
            }
            Tag { visible: !item.line.known; text: item.line.fieldText; iconName: "formula"; width: Math.min(implicitWidth, parent.width - 30); anchors.verticalCenter: parent.verticalCenter }
            IconButton { iconName: "close"; iconSize: 14; size: 24; tip: qsTr("Take this condition out"); anchors { right: parent.right; verticalCenter: parent.verticalCenter } onClicked: item.model.remove(item.line.path) }
        }
        Item {
            visible: item.line.field !== ""
            width: parent.width
            height: 28
            ChoiceField {
                id: op
                width: item.line.values.length === 0 && !item.line.many ? parent.width : Math.round(parent.width * 0.44)
                implicitHeight: 28
                options: item.line.ops
                value: item.line.op
                onEdited: op => item.model.setOp(item.line.path, op)
            }
            ConditionValue {
                visible: item.line.values.length === 1 && !item.line.many
                anchors { left: op.right; leftMargin: 4; right: parent.right }
                height: 28
                line: item.line
                model: item.model
                index: 0
            }
        }
        Row {
            visible: item.line.values.length === 2 && !item.line.many
            width: parent.width
            spacing: 4
            ConditionValue { width: (parent.width - 4) / 2; height: 28; line: item.line; model: item.model; index: 0 }
            ConditionValue { width: (parent.width - 4) / 2; height: 28; line: item.line; model: item.model; index: 1 }
        }
        Flow {
            visible: item.line.many
            width: parent.width
            spacing: 4
            Repeater {
                model: item.line.many ? item.line.values : []
                Tag {
                    required property var modelData
                    required property int index
                    text: item.line.options.find(option => option.value === modelData.text)?.text ?? modelData.text
                    removable: true
                    onRemoved: item.model.setValues(item.line.path, item.line.values.map(value => value.text).filter((value, i) => i !== index))
                }
            }
            ChoiceField {
                visible: item.line.options.length > 0
                width: 110
                implicitHeight: 26
                placeholderText: qsTr("Add…")
                options: item.line.options.filter(option => !item.line.values.some(value => value.text === option.value))
                onEdited: value => item.model.setValues(item.line.path, item.line.values.map(each => each.text).concat([value]))
            }
            TextField {
                visible: item.line.options.length === 0
                width: 110
                implicitHeight: 26
                placeholderText: qsTr("Add and press Enter")
                onEdited: text => { if (text !== "") item.model.setValues(item.line.path, item.line.values.map(each => each.text).concat([text])); clear(); }
            }
        }
    }
}
