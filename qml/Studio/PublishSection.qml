import QtQuick
import Formwright.Controls

// A titled part of the publish plan; says `empty` when there is nothing in it.
Column {
    id: section

    property string title
    property string empty
    property int count: 0
    default property alias body: holder.data

    visible: count > 0 || empty !== ""
    width: parent?.width ?? 0
    spacing: Theme.xs
    Row {
        spacing: Theme.s
        height: 24
        Label { text: section.title; role: Label.Strong; anchors.verticalCenter: parent.verticalCenter }
        Badge { visible: section.count > 0; count: section.count; anchors.verticalCenter: parent.verticalCenter }
    }
    Label { visible: section.count === 0 && section.empty !== ""; text: section.empty; role: Label.Secondary; wrapMode: Text.Wrap; width: parent.width }
    Column { id: holder; width: parent.width; spacing: Theme.xs }
}
