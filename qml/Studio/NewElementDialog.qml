pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// A new table, form, workflow …: what it is and what it is called.
Dialog {
    id: dialog

    property string kind: "table"
    readonly property var kinds: Studio.kinds

    function begin(kind: string) {
        const known = dialog.kinds.find(entry => entry.value === kind);
        dialog.kind = known ? kind : "table";
        nameField.text = "";
        open();
        nameField.forceActiveFocus();
    }

    title: qsTr("New element")
    acceptText: qsTr("Create")
    ready: nameField.text.trim() !== ""
    maximumWidth: 520
    onAccepted: {
        const path = Studio.session.addFile(kind, nameField.text.trim());
        if (path !== "")
            Studio.session.select(path + "#");
    }
    contentItem: Column {
        spacing: Theme.l
        Flow {
            width: parent.width
            spacing: Theme.s
            Repeater {
                model: Studio.kinds
                Rectangle {
                    id: choice
                    required property var modelData
                    readonly property bool chosen: dialog.kind === modelData.value
                    width: 148
                    height: 36
                    radius: Theme.radius
                    color: chosen ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent"
                    border.width: chosen ? 2 : 1
                    border.color: chosen ? Theme.accent : Theme.hairline
                    Icon { name: choice.modelData.icon; color: Theme.engine(choice.modelData.engine); x: 10; anchors.verticalCenter: parent.verticalCenter }
                    Label { text: choice.modelData.text; x: 34; width: parent.width - 40; height: parent.height }
                    HoverHandler { id: hover }
                    TapHandler { onTapped: { dialog.kind = choice.modelData.value; nameField.forceActiveFocus(); } }
                }
            }
        }
        Field {
            width: parent.width
            label: qsTr("Name")
            help: dialog.kinds.find(entry => entry.value === dialog.kind)?.help ?? ""
            TextField { id: nameField; reverts: false }
        }
    }
}
