import QtQuick
import Formwright.Controls
import Formwright.Studio

// A condition: rows of field – operator – value, or its text; one click between them.
Column {
    id: editor

    required property var row
    readonly property string source: (row.value ?? "").replace(/^=\s*/, "")
    property bool asText: conditions.onlyText && source !== ""

    ConditionEditor {
        id: conditions
        session: Studio.session
        address: editor.row.address
        text: editor.source
        onEdited: text => Studio.inspector.set(editor.row.index, text === "" ? "" : "=" + text)
    }

    function load() {
        if (asText)
            loader.setSource("ExpressionEditor.qml", { row: editor.row, samples: false, width: Qt.binding(() => loader.width) });
        else
            loader.source = "";
    }

    spacing: 6
    onAsTextChanged: load()
    Component.onCompleted: load()
    Component.onDestruction: Studio.sampleValue.leave(row.address)
    onSourceChanged: if (Studio.sampleValue.address === row.address) Studio.sampleValue.ask(row.address, source)

    readonly property bool bare: source === "" && !asText && conditions.lines.length <= 1

    Item {
        visible: editor.bare
        width: parent.width
        height: Theme.row
        Button { kind: "quiet"; iconName: "add"; text: qsTr("Add a condition"); implicitHeight: Theme.row; onClicked: conditions.addRow("") }
        IconButton { iconName: "code"; tip: qsTr("As an expression"); anchors.right: parent.right; onClicked: editor.asText = true }
    }
    Row {
        visible: !editor.bare
        spacing: Theme.xs
        Segmented {
            compact: true
            options: [{ value: false, icon: "list", tip: qsTr("As rows") }, { value: true, icon: "code", tip: qsTr("As an expression") }]
            value: editor.asText
            onEdited: value => editor.asText = value
        }
        IconButton {
            visible: editor.source !== ""
            iconName: "play"
            tip: qsTr("Try it on the sample data")
            anchors.verticalCenter: parent.verticalCenter
            accented: Studio.sampleValue.address === editor.row.address
            onClicked: Studio.sampleValue.address === editor.row.address ? Studio.sampleValue.leave(editor.row.address) : Studio.sampleValue.ask(editor.row.address, editor.source)
        }
    }
    Loader {
        id: loader
        width: parent.width
        visible: editor.asText
        height: item && visible ? (item as Item).implicitHeight : 0
    }
    ConditionLines {
        visible: !editor.asText && !editor.bare
        width: parent.width
        model: conditions
    }
    SampleLine { width: parent.width; address: editor.row.address }
}
