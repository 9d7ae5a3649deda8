import QtQuick
import Formwright.Controls
import Formwright.Studio

// Taking a package into the app that is open: what it would change, before it does.
Dialog {
    id: dialog

    readonly property Packages packages: Studio.packages

    function begin(path: string) {
        packages.look(path);
        open();
    }

    title: packages.title !== "" ? qsTr("Take in %1").arg(packages.title) : qsTr("Take in a package")
    iconName: "download"
    acceptText: qsTr("Take it in")
    maximumWidth: 680
    ready: packages.problem === "" && packages.differences.length > 0
    danger: packages.otherApp
    onAccepted: packages.apply()
    contentItem: Column {
        spacing: Theme.m
        Banner { visible: dialog.packages.problem !== ""; width: parent.width; kind: "error"; text: dialog.packages.problem }
        Banner { visible: dialog.packages.otherApp; width: parent.width; kind: "warning"; text: qsTr("This is another app. Taking it in replaces everything in the one that is open; undo brings it back.") }
        Label {
            visible: dialog.packages.problem === ""
            text: dialog.packages.differences.length === 0 ? qsTr("It means the same as the app that is open.") : qsTr("What changes: %1. It is one undo step, and nothing is saved before you save.").arg(dialog.packages.differences.length)
            wrapMode: Text.Wrap
            width: parent.width
        }
        DifferenceList {
            width: parent.width
            height: Math.min(contentHeight, 360)
            differences: dialog.packages.differences
        }
    }
}
