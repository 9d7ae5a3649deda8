pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// Search and the chips that narrow a list.
Flow {
    id: bar

    required property RecordList model
    property string field // being added

    function focusSearch() { search.forceActiveFocus(); }

    spacing: Theme.s

    TextField {
        id: search
        visible: bar.model.searchable
        width: 240
        iconName: "search"
        clearable: true
        placeholderText: qsTr("Search")
        value: bar.model.search
        onTyped: text => bar.model.search = text
        onEdited: text => bar.model.search = text
        Accessible.name: qsTr("Search")
    }
    Button {
        id: add
        visible: bar.model.filterFields.length > 0
        text: qsTr("Filter")
        iconName: "filter"
        kind: "quiet"
        onClicked: fields.open()
        ChoicePopup {
            id: fields
            y: add.height + 4
            options: bar.model.filterFields
            onPicked: value => { bar.field = value; values.open(); }
        }
        ChoicePopup {
            id: values
            y: add.height + 4
            options: bar.field === "" ? [] : bar.model.filterValues(bar.field)
            onPicked: value => bar.model.addChip(bar.field, value)
        }
    }
    Repeater {
        model: bar.model.chips
        Item {
            id: holder
            required property int index
            required property var modelData
            implicitWidth: chip.implicitWidth
            implicitHeight: Theme.control
            Tag {
                id: chip
                text: holder.modelData.text
                colour: Theme.accent
                removable: true
                width: Math.min(implicitWidth, 280)
                anchors.verticalCenter: parent.verticalCenter
                onRemoved: bar.model.removeChip(holder.index)
            }
        }
    }
    Button {
        visible: bar.model.narrowed
        text: qsTr("Clear")
        kind: "quiet"
        onClicked: bar.model.clearFilters()
    }
}
