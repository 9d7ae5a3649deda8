pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// Pieces of a form on a grid of twelve columns; sections hold pieces of their own.
Flow {
    id: flow

    property var parts: []
    property var owner: null // the FormView: for sub-tables and for finding a field's control
    readonly property bool single: width < 420 // one column where two would be cramped

    function widthOf(columns: int): real {
        const span = single ? 12 : columns;
        return Math.floor((width + spacing) * span / 12 - spacing);
    }

    spacing: Theme.l
    Repeater {
        model: flow.parts
        Loader {
            id: piece
            required property PartObject modelData
            visible: modelData.visible
            width: flow.widthOf(modelData.kind === "field" ? modelData.width : 12)
            height: visible && item ? (item as Item).implicitHeight : 0
            sourceComponent: modelData.kind === "section" ? section : modelData.kind === "caption" ? caption
                             : modelData.kind === "subtable" ? subtable : field

            Component {
                id: field
                FieldControl {
                    field: piece.modelData.field
                    Component.onCompleted: flow.owner?.register(piece.modelData.field.id, this)
                }
            }
            Component {
                id: section
                Column {
                    spacing: Theme.m
                    Item {
                        width: parent.width
                        height: visible ? Theme.row : 0
                        visible: piece.modelData.label !== ""
                        Label { text: piece.modelData.label; role: Label.Strong; width: parent.width; anchors.verticalCenter: parent.verticalCenter }
                        Divider { anchors.bottom: parent.bottom; width: parent.width }
                    }
                    Loader {
                        width: parent.width
                        height: item ? (item as Item).implicitHeight : 0
                        // By address: a component may not name itself.
                        Component.onCompleted: setSource("FormParts.qml", { parts: piece.modelData.parts, owner: flow.owner })
                    }
                }
            }
            Component {
                id: caption
                Label { text: piece.modelData.label; role: Label.Secondary; wrapMode: Text.Wrap }
            }
            Component {
                id: subtable
                Column {
                    spacing: Theme.s
                    Label { text: piece.modelData.label; role: Label.Strong; width: parent.width }
                    Label {
                        text: qsTr("Its rows can be added once the record is saved, on the record's page.")
                        role: Label.Secondary
                        wrapMode: Text.Wrap
                        width: parent.width
                    }
                }
            }
        }
    }
}
