pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// Text with headings, lists, links and emphasis: written as Markdown with a small bar of helpers, shown as it will look.
FocusScope {
    id: input

    required property FieldObject field
    property bool preview: !enabled

    // Puts marks around what is selected, or takes them away again.
    function wrap(mark: string, words: string) {
        const area = edit.area;
        const begin = area.selectionStart;
        const chosen = area.selectedText;
        if (chosen.startsWith(mark) && chosen.endsWith(mark) && chosen.length > 2 * mark.length)
            replace(begin, area.selectionEnd, chosen.slice(mark.length, -mark.length));
        else
            replace(begin, area.selectionEnd, mark + (chosen === "" ? words : chosen) + mark);
    }
    // Begins each selected line with a mark.
    function prefix(mark: string) {
        const area = edit.area;
        const begin = area.text.lastIndexOf("\n", area.selectionStart - 1) + 1;
        const lines = area.text.slice(begin, Math.max(area.selectionEnd, begin)).split("\n");
        replace(begin, Math.max(area.selectionEnd, begin), lines.map(line => line.startsWith(mark) ? line.slice(mark.length) : mark + line).join("\n"));
    }
    function replace(begin: int, end: int, text: string) {
        edit.area.remove(begin, end);
        edit.area.insert(begin, text);
        edit.area.select(begin, begin + text.length);
        edit.area.forceActiveFocus();
        field.edit(edit.area.text);
    }

    implicitHeight: bar.height + (preview ? shown.height : edit.implicitHeight) + Theme.xs
    onActiveFocusChanged: if (activeFocus && !preview) edit.area.forceActiveFocus(Qt.TabFocusReason)

    Row {
        id: bar
        visible: input.enabled
        height: visible ? 28 : 0
        spacing: 2
        IconButton { enabled: !input.preview; size: 26; iconName: "bold"; tip: qsTr("Bold"); onClicked: input.wrap("**", qsTr("text")) }
        IconButton { enabled: !input.preview; size: 26; iconName: "italic"; tip: qsTr("Italic"); onClicked: input.wrap("*", qsTr("text")) }
        IconButton { enabled: !input.preview; size: 26; iconName: "heading"; tip: qsTr("Heading"); onClicked: input.prefix("## ") }
        IconButton { enabled: !input.preview; size: 26; iconName: "list"; tip: qsTr("List"); onClicked: input.prefix("- ") }
        IconButton { enabled: !input.preview; size: 26; iconName: "quote"; tip: qsTr("Quote"); onClicked: input.prefix("> ") }
        IconButton {
            enabled: !input.preview
            size: 26
            iconName: "link"
            tip: qsTr("Link")
            onClicked: input.replace(edit.area.selectionStart, edit.area.selectionEnd, "[" + (edit.area.selectedText === "" ? qsTr("text") : edit.area.selectedText) + "](https://)")
        }
        IconButton { size: 26; iconName: input.preview ? "edit" : "visible"; tip: input.preview ? qsTr("Edit") : qsTr("Preview"); checked: input.preview; onClicked: input.preview = !input.preview }
    }
    TextArea {
        id: edit
        visible: !input.preview
        y: bar.height + Theme.xs
        width: parent.width
        minLines: 5
        maxLines: 16
        value: input.field.value
        invalid: input.field.error !== ""
        onTyped: text => input.field.edit(text)
        onEdited: value => input.field.edit(value)
        Accessible.name: input.field.label
    }
    RichTextView {
        id: shown
        visible: input.preview
        y: bar.height + Theme.xs
        width: parent.width
        height: Math.max(60, implicitHeight)
        html: input.field.html
        framed: true
    }
}
