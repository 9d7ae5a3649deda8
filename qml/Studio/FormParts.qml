pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// One list of form parts on twelve columns; sections hold lists of their own.
Item {
    id: parts

    required property var host // the FormPage
    required property FormEditor editor
    property var parts: []
    property string list
    property int level: 0
    property string owner // address of the section this list belongs to
    readonly property int gap: Theme.l

    // The place in this list nearest to a point: where an insertion line is drawn and which index it means.
    function placeAt(x: real, y: real): var {
        let index = repeater.count;
        let upright = false;
        let line = { x: 0, y: repeater.count === 0 ? 4 : flow.height + gap / 2, length: width };
        for (let i = 0; i < repeater.count; ++i) {
            const item = repeater.itemAt(i);
            if (y > item.y + item.height + gap / 2)
                continue;
            const beside = item.width < flow.width - 1;
            if (beside && x > item.x + item.width + gap / 2)
                continue;
            const after = beside ? x > item.x + item.width / 2 : y > item.y + item.height / 2;
            index = after ? i + 1 : i;
            upright = beside;
            line = beside ? { x: after ? item.x + item.width + gap / 2 - 1 : item.x - gap / 2 - 1, y: item.y, length: item.height }
                          : { x: 0, y: after ? item.y + item.height + gap / 2 - 1 : item.y - gap / 2 - 1, length: width };
            break;
        }
        return { item: parts, list: parts.list, index, upright, x: line.x, y: line.y, length: line.length };
    }

    implicitHeight: Math.max(flow.height, 44)
    height: implicitHeight
    Component.onCompleted: host.registered = host.registered.concat([parts])
    Component.onDestruction: host.registered = host.registered.filter(other => other !== parts)

    Flow {
        id: flow
        width: parent.width
        spacing: parts.gap
        Repeater {
            id: repeater
            model: parts.parts
            FormPart {
                required property var modelData
                host: parts.host
                editor: parts.editor
                entry: modelData
                level: parts.level
                width: modelData.width >= 12 ? flow.width : Math.floor((flow.width + parts.gap) * modelData.width / 12) - parts.gap
                columnWidth: (flow.width + parts.gap) / 12
            }
        }
    }
    Rectangle {
        visible: repeater.count === 0
        width: parent.width
        height: 44
        radius: Theme.radius
        color: "transparent"
        border.width: 1
        border.color: Theme.outline
        Label { anchors.centerIn: parent; text: qsTr("Drag a field here"); role: Label.Secondary }
    }
}
