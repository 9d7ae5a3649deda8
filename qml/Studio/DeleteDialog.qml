import QtQuick
import Formwright.Controls
import Formwright.Studio

// Deleting something that is used, or that stores hold data of.
Dialog {
    id: dialog

    readonly property Removal removal: Studio.removal
    property bool keepData: true
    property bool references: true
    readonly property int automatic: removal.places.length - removal.byHand

    function begin() {
        keepData = removal.holdsData;
        references = automatic > 0;
        open();
    }
    function noteOf(place: var): string {
        switch (references ? place.remedy : "mend") {
        case "mend": return qsTr("to mend by hand");
        case "file": return qsTr("%1 goes").arg(place.file);
        case "element": return qsTr("%1 goes").arg(place.taken);
        case "item": return qsTr("taken off the list");
        }
        return qsTr("setting taken out");
    }

    title: qsTr("Delete %1?").arg(removal.title)
    iconName: "delete"
    danger: !keepData
    acceptText: keepData ? qsTr("Put into the bin") : qsTr("Delete")
    maximumWidth: 640
    onAccepted: removal.apply(keepData, references)
    contentItem: Column {
        spacing: Theme.m
        Column {
            visible: dialog.removal.holdsData
            width: parent.width
            spacing: Theme.xs
            Segmented {
                options: [{ value: true, text: qsTr("Keep the data") }, { value: false, text: qsTr("Delete for good") }]
                value: dialog.keepData
                onEdited: value => dialog.keepData = value
            }
            Label {
                text: dialog.keepData ? qsTr("It goes out of use; stores keep its values, and the bin brings it back.")
                                      : qsTr("The app forgets it. Stores hide its values when the app is published; the id cannot be trusted to bring them back.")
                role: Label.Secondary
                wrapMode: Text.Wrap
                width: parent.width
            }
        }
        CheckBox {
            visible: dialog.automatic > 0
            width: parent.width
            text: qsTr("Also take out what uses it: %1").arg(dialog.automatic)
            value: dialog.references
            onEdited: value => dialog.references = value
        }
        Banner {
            visible: dialog.removal.byHand > 0 || (dialog.automatic > 0 && !dialog.references)
            width: parent.width
            kind: "warning"
            text: dialog.references || dialog.automatic === 0 ? qsTr("Formulas that name it stay and become problems to mend: %1").arg(dialog.removal.byHand)
                                                              : qsTr("Everything that uses it becomes a problem to mend: %1").arg(dialog.removal.places.length)
        }
        PlaceList {
            visible: dialog.removal.places.length > 0
            width: parent.width
            height: Math.min(contentHeight, 280)
            places: Array.from(dialog.removal.places, place => Object.assign({ note: dialog.noteOf(place) }, place))
            struck: true
        }
    }
}
