import QtQuick
import Formwright.Controls
import Formwright.Studio

// One problem: where, what, what to do, and its quick fix.
Item {
    id: row

    required property int index
    required property string text
    required property string remedy
    required property string where
    required property string severity
    required property bool fixable
    required property string fixLabel
    property ListView list

    height: 30

    Rectangle {
        anchors { fill: parent; leftMargin: 4; rightMargin: 4; topMargin: 1; bottomMargin: 1 }
        radius: Theme.radius
        color: row.ListView.isCurrentItem ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent"
    }
    Icon { name: row.severity; color: Theme.state(row.severity); x: 12; anchors.verticalCenter: parent.verticalCenter }
    Label { id: place; text: row.where; role: Label.Secondary; x: 36; width: Math.min(implicitWidth, parent.width * 0.3); height: parent.height }
    Label {
        text: row.remedy !== "" ? row.text + " " + row.remedy : row.text
        anchors { left: place.right; leftMargin: Theme.m; right: fixButton.left; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
    }
    Button {
        id: fixButton
        visible: row.fixable
        width: visible ? implicitWidth : 0
        text: row.fixLabel !== "" ? row.fixLabel : qsTr("Fix")
        implicitHeight: 24
        anchors { right: parent.right; rightMargin: Theme.m; verticalCenter: parent.verticalCenter }
        onClicked: Studio.problems.fix(row.index)
    }
    HoverHandler { id: hover }
    TapHandler {
        onTapped: row.list.currentIndex = row.index
        onDoubleTapped: Studio.problems.open(row.index)
    }
}
