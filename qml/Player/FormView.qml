pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// A record in its form. The first refused field gets the keyboard.
ScrollArea {
    id: view

    required property FormModel model
    property var controls: ({})

    function register(id: string, control: Item) {
        const all = Object.assign({}, controls); // a compiled function would write into a copy
        all[id] = control;
        controls = all;
    }
    function focusField(id: string) {
        const control = controls[id];
        if (!control)
            return;
        control.focusInput();
        reveal(control);
    }
    function focusFirst() {
        for (const id in controls) {
            if (!controls[id].field.readOnly && controls[id].visible) {
                controls[id].focusInput();
                return;
            }
        }
    }

    padding: Theme.xl
    Column {
        width: parent.width
        spacing: Theme.l
        Banner {
            visible: view.model.problem !== "" || view.model.stale
            width: parent.width
            kind: "error"
            text: view.model.problem !== "" ? view.model.problem : qsTr("Somebody else changed this record while you were editing. Compare the fields marked below.")
            actionText: view.model.stale ? qsTr("Load it again") : ""
            onActionClicked: view.model.revert()
        }
        Skeleton { visible: view.model.loading; width: parent.width; lines: 6 }
        FormParts {
            id: parts
            visible: !view.model.loading
            width: parent.width
            owner: view
            parts: view.model.parts
        }
    }
    Connections {
        target: view.model
        function onRefused(field: string) { view.focusField(field); }
    }
}
