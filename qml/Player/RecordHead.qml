pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// The head of a record page: way back, title, score ring, what can be done with it.
Item {
    id: head

    required property PlayerApp app
    required property RecordModel record
    property string backText
    property bool beside: false
    readonly property var score: record.score
    readonly property var facts: record.facts
    signal closeRequested()
    signal expandRequested()
    signal editRequested()
    signal deleteRequested()

    implicitHeight: bar.height + summary.height + Theme.m

    Item {
        id: bar
        width: parent.width
        height: 48
        IconButton {
            id: back
            visible: !head.beside
            x: Theme.l
            iconName: "arrow-left"
            size: Theme.control
            tip: qsTr("Back")
            shortcut: "Esc"
            anchors.verticalCenter: parent.verticalCenter
            onClicked: head.closeRequested()
        }
        Label {
            text: head.beside || head.backText === "" ? head.record.tableLabel : qsTr("%1  ›  %2").arg(head.backText).arg(head.record.tableLabel)
            role: Label.Secondary
            anchors { left: back.visible ? back.right : parent.left; leftMargin: back.visible ? Theme.s : Theme.xl; right: actions.left; verticalCenter: parent.verticalCenter }
        }
        Row {
            id: actions
            anchors { right: parent.right; rightMargin: Theme.l; verticalCenter: parent.verticalCenter }
            spacing: Theme.xs
            Repeater {
                model: head.record.buttons
                Button {
                    required property var modelData
                    text: modelData.label
                    iconName: "play"
                    onClicked: head.record.press(modelData.workflow, modelData.trigger)
                }
            }
            Button {
                visible: head.record.canChange && head.app.formFor(head.record.table) !== ""
                text: qsTr("Edit")
                iconName: "edit"
                kind: head.beside ? "normal" : "primary"
                onClicked: head.editRequested()
            }
            IconButton {
                visible: head.record.canDelete
                iconName: "delete"
                size: Theme.control
                tip: qsTr("Delete")
                onClicked: head.deleteRequested()
            }
            IconButton {
                visible: head.beside
                iconName: "open"
                size: Theme.control
                tip: qsTr("Open full page")
                shortcut: "Enter"
                onClicked: head.expandRequested()
            }
            IconButton {
                visible: head.beside
                iconName: "close"
                size: Theme.control
                tip: qsTr("Close")
                shortcut: "Esc"
                onClicked: head.closeRequested()
            }
        }
    }
    Item {
        id: summary
        anchors { top: bar.bottom; left: parent.left; right: parent.right; leftMargin: Theme.xl; rightMargin: Theme.xl }
        height: Math.max(ring.visible ? ring.height : 0, texts.height)
        ScoreRing {
            id: ring
            visible: head.record.hasScore
            text: head.score.total ?? ""
            part: head.score.part ?? 0
            colour: (head.score.tone ?? "") === "" ? Theme.accent : Theme.state(head.score.tone)
        }
        Column {
            id: texts
            anchors { left: ring.visible ? ring.right : parent.left; leftMargin: ring.visible ? Theme.l : 0; right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Theme.s
            Label { text: head.record.title; role: Label.Page; width: parent.width }
            Flow {
                width: parent.width
                spacing: Theme.s
                Tag { visible: text !== ""; text: head.score.stage ?? ""; colour: Theme.scoring; iconName: "score" }
                Tag { visible: text !== ""; text: head.score.band ?? ""; colour: Theme.state(head.score.tone ?? "") }
                Repeater {
                    model: head.facts.filter(fact => fact.kind === "choice" || fact.kind === "user").slice(0, 4)
                    ValueCell {
                        required property var modelData
                        text: modelData.text
                        kind: modelData.kind
                        tone: modelData.tone
                        inCell: false
                        width: Math.min(implicitWidth, texts.width)
                        height: 22
                    }
                }
            }
        }
    }
}
