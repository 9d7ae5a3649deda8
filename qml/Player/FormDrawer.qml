pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Formwright.Controls
import Formwright.Player

// A form in a sheet from the right. What was typed is never lost without asking.
T.Drawer {
    id: drawer

    required property PlayerApp app
    readonly property alias model: model
    property var afterwards: null // what the person wanted when asked about unsaved edits
    signal said(string text, string actionText, var action, string kind)
    signal openRequested(string table, string id)

    function show(formId: string, recordId: string, preset: var) {
        if (formId === "") {
            said(qsTr("There is no form for this table. Draw one in the studio."), "", null, "info");
            return;
        }
        view.controls = {};
        model.open(formId, recordId, preset);
        open();
    }
    function mayLeave(then: var): bool {
        if (!opened || !model.dirty)
            return true;
        afterwards = then;
        question.open();
        return false;
    }
    function leave() { if (mayLeave(() => drawer.close())) close(); }

    edge: Qt.RightEdge
    width: parent ? Math.min(620, parent.width - 56) : 620
    height: parent ? parent.height : 0
    modal: true
    interactive: false
    closePolicy: T.Popup.NoAutoClose
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
        TapHandler { onTapped: drawer.leave() }
    }
    onOpened: view.focusFirst()

    FormModel {
        id: model
        app: drawer.app
        onSaved: (id, outcome) => {
            const table = model.table;
            drawer.close();
            if (outcome === "created")
                drawer.said(qsTr("“%1” created").arg(model.field("name")?.text || drawer.app.tableLabel(table)), qsTr("Open"), () => drawer.openRequested(table, id), "success");
            else if (outcome === "merged")
                drawer.said(qsTr("Joined with a record that was already there"), qsTr("Open"), () => drawer.openRequested(table, id), "info");
            else
                drawer.said(qsTr("Saved"), "", null, "success");
        }
    }
    contentItem: FocusScope {
        focus: true
        Keys.onEscapePressed: drawer.leave()
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Return && (event.modifiers & Qt.ControlModifier) && saveButton.enabled) {
                model.save();
                event.accepted = true;
            }
        }
        Item {
            id: head
            width: parent.width
            height: 56
            Label { text: model.title; role: Label.Page; x: Theme.xl; width: parent.width - 96; anchors.verticalCenter: parent.verticalCenter }
            IconButton {
                iconName: "close"
                size: Theme.control
                tip: qsTr("Close")
                shortcut: "Esc"
                anchors { right: parent.right; rightMargin: Theme.l; verticalCenter: parent.verticalCenter }
                onClicked: drawer.leave()
            }
            Divider { anchors.bottom: parent.bottom; width: parent.width }
        }
        FormView {
            id: view
            model: drawer.model
            anchors { top: head.bottom; bottom: foot.top; left: parent.left; right: parent.right }
        }
        Item {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            height: 64
            Divider { width: parent.width }
            Label {
                text: model.saving ? qsTr("Saving…") : model.readOnly ? qsTr("You may look at this record, not change it.") : model.dirty ? qsTr("Not saved yet") : ""
                role: Label.Secondary
                x: Theme.xl
                width: buttons.x - x - Theme.s
                anchors.verticalCenter: parent.verticalCenter
            }
            Row {
                id: buttons
                anchors { right: parent.right; rightMargin: Theme.xl; verticalCenter: parent.verticalCenter }
                spacing: Theme.s
                Button { text: model.readOnly ? qsTr("Close") : qsTr("Cancel"); onClicked: drawer.leave() }
                Button {
                    id: saveButton
                    visible: !model.readOnly
                    text: model.recordId === "" ? qsTr("Create") : qsTr("Save")
                    kind: "primary"
                    tip: qsTr("Ctrl+Enter")
                    enabled: !model.saving && !model.loading && (model.dirty || model.recordId === "")
                    onClicked: model.save()
                }
            }
        }
    }
    background: Rectangle { color: Theme.panel }
    enter: Transition { NumberAnimation { property: "position"; to: 1; duration: Theme.motion } }
    exit: Transition { NumberAnimation { property: "position"; to: 0; duration: Theme.motion } }

    Dialog {
        id: question
        title: qsTr("Throw your changes away?")
        iconName: "warning"
        danger: true
        acceptText: qsTr("Throw away")
        cancelText: qsTr("Keep editing")
        contentItem: Label {
            text: qsTr("This form has changes that are not saved.")
            wrapMode: Text.Wrap
        }
        onAccepted: {
            const then = drawer.afterwards;
            drawer.close();
            if (then)
                then();
        }
    }
}
