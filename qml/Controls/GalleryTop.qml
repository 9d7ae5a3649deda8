pragma ComponentBehavior: Bound
import QtQuick

// The gallery's tool bar: theme and language.
Rectangle {
    id: bar

    signal dialogRequested()
    signal toastRequested()

    height: Theme.toolBar + 8
    color: Theme.panel
    Label { text: qsTr("Formwright controls"); role: Label.Strong; x: Theme.xl; anchors.verticalCenter: parent.verticalCenter }
    Row {
        anchors { right: parent.right; rightMargin: Theme.xl; verticalCenter: parent.verticalCenter }
        spacing: Theme.s
        Button { text: qsTr("Dialog"); onClicked: bar.dialogRequested() }
        Button { text: qsTr("Toast"); onClicked: bar.toastRequested() }
        Segmented {
            options: [{ value: false, icon: "light", tip: qsTr("Light") }, { value: true, icon: "dark", tip: qsTr("Dark") }]
            value: Theme.dark
            onEdited: value => Theme.dark = value
        }
    }
    Divider { anchors.bottom: parent.bottom; width: parent.width }
}
