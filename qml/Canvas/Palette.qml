pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// What can be put on a surface: groups of rows to drag; Enter or a double click adds at the end.
// `groups` as FileView.palette gives them: [{title, items: [{text, icon, detail, payload, used?}]}].
Rectangle {
    id: shelf

    required property DragContext context
    property var groups: []
    property color colour: Theme.secondary
    signal chosen(string payload)

    implicitWidth: 192
    color: Theme.panel

    ScrollArea {
        anchors.fill: parent
        Column {
            id: groupColumn
            width: parent.width
            Repeater {
                model: shelf.groups
                Panel {
                    id: group
                    required property var modelData
                    width: groupColumn.width
                    title: modelData.title
                    padding: 8
                    Column {
                        id: rows
                        width: parent.width
                        Repeater {
                            model: group.modelData.items
                            PaletteRow {
                                required property var modelData
                                width: rows.width
                                context: shelf.context
                                text: modelData.text
                                icon: modelData.icon
                                detail: modelData.detail ?? ""
                                used: modelData.used ?? false
                                payload: modelData.payload
                                colour: shelf.colour
                                onChosen: shelf.chosen(modelData.payload)
                            }
                        }
                    }
                }
            }
        }
    }
    Divider { vertical: true; height: parent.height; anchors.right: parent.right }
}
