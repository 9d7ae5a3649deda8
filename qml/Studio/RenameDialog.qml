import QtQuick
import Formwright.Controls
import Formwright.Studio

// Another id, with every place that follows.
Dialog {
    id: dialog

    function begin(address: string): bool {
        if (!Studio.renaming.begin(address))
            return false;
        idField.text = Studio.renaming.id;
        open();
        idField.forceActiveFocus();
        idField.selectAll();
        return true;
    }

    title: qsTr("Rename %1").arg(Studio.renaming.title)
    iconName: "id"
    acceptText: qsTr("Rename")
    maximumWidth: 640
    ready: Studio.renaming.ready
    onAccepted: Studio.renaming.apply()
    contentItem: Column {
        spacing: Theme.m
        Label {
            text: qsTr("The id is what the files, formulas and the store's columns use. People see the label; change that in the inspector.")
            role: Label.Secondary
            wrapMode: Text.Wrap
            width: parent.width
        }
        Field {
            width: parent.width
            label: qsTr("Id")
            error: Studio.renaming.problem
            help: idField.text === Studio.renaming.id ? "" : qsTr("The former id is remembered, so that stores keep their data.")
            TextField { id: idField; mono: true; reverts: false; onTyped: text => Studio.renaming.newId = text }
        }
        Item {
            width: parent.width
            height: 24
            Label { text: Studio.renaming.places.length === 0 ? qsTr("Nothing else names it.") : qsTr("These places follow: %1").arg(Studio.renaming.places.length); role: Label.Strong; width: parent.width; height: parent.height }
        }
        Label {
            visible: Studio.renaming.samples.length > 0
            text: qsTr("Sample data follows: %1").arg(Array.from(Studio.renaming.samples).join(", "))
            role: Label.Secondary
            wrapMode: Text.Wrap
            width: parent.width
        }
        PlaceList {
            visible: Studio.renaming.places.length > 0
            width: parent.width
            height: Math.min(contentHeight, 300)
            places: Studio.renaming.places
        }
    }
}
