pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// Under an expression: what it gives on a record of the sample data; a click shows each part, and why a part is empty.
Column {
    id: line

    required property string address
    readonly property SampleValue sample: Studio.sampleValue
    readonly property bool mine: address !== "" && sample.address === address
    readonly property bool shown: mine && (sample.known || sample.reason !== "")
    property bool unfolded: false

    function valueText(value: string, isNull: bool): string {
        return isNull ? qsTr("empty") : value === "true" ? qsTr("yes") : value === "false" ? qsTr("no") : value;
    }

    visible: shown
    spacing: 3
    Item {
        width: parent.width
        height: Theme.row
        Rectangle { anchors.fill: parent; radius: Theme.radius; color: Theme.canvas }
        Icon { id: mark; name: line.sample.known ? (line.sample.isNull ? "help" : "check") : "info"; size: 14; color: line.sample.isNull ? Theme.warning : Theme.secondary; x: 8; anchors.verticalCenter: parent.verticalCenter }
        Label {
            visible: !line.sample.known
            text: line.sample.reason
            role: Label.Caption
            anchors { left: mark.right; leftMargin: 6; right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
        }
        Label {
            id: result
            visible: line.sample.known
            text: line.valueText(line.sample.value, line.sample.isNull)
            font.weight: Font.Medium
            font.pixelSize: Theme.small
            width: Math.min(implicitWidth, parent.width * 0.4)
            anchors { left: mark.right; leftMargin: 6; verticalCenter: parent.verticalCenter }
        }
        ChoiceField {
            visible: line.sample.known && line.sample.records.length > 0
            quiet: true
            implicitHeight: 24
            anchors { left: result.right; leftMargin: 6; right: more.left; verticalCenter: parent.verticalCenter }
            options: line.sample.records
            value: line.sample.recordId
            placeholderText: line.sample.record
            onEdited: id => line.sample.useRecord(id)
        }
        IconButton {
            id: more
            visible: line.sample.steps.length > 0
            size: 22
            iconName: line.unfolded ? "chevron-up" : "chevron-down"
            tip: qsTr("The value of each part")
            anchors { right: parent.right; rightMargin: 2; verticalCenter: parent.verticalCenter }
            onClicked: line.unfolded = !line.unfolded
        }
    }
    Repeater {
        model: line.mine && line.sample.isNull ? line.sample.nulls : []
        Label {
            required property var modelData
            text: qsTr("%1: %2").arg(modelData.text).arg(modelData.why)
            role: Label.Caption
            color: Theme.ink(Theme.warning)
            wrapMode: Text.Wrap
            width: line.width
        }
    }
    Repeater {
        model: line.mine && line.unfolded ? line.sample.steps : []
        Item {
            id: step
            required property var modelData
            width: line.width
            height: 20
            Label { text: step.modelData.text; role: Label.Mono; color: Theme.secondary; x: 8 + 10 * Math.min(6, step.modelData.depth); height: parent.height; width: parent.width * 0.62 - x }
            Label { text: line.valueText(step.modelData.value, step.modelData.isNull); role: Label.Mono; color: step.modelData.isNull ? Theme.ink(Theme.warning) : Theme.text; x: parent.width * 0.62; width: parent.width * 0.38 - 4; height: parent.height; horizontalAlignment: Text.AlignRight }
        }
    }
}
