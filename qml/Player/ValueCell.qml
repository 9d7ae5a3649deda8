import QtQuick
import Formwright.Controls
import Formwright.Player

// A value in a list or among key facts: text, a number at the right, a choice as a coloured tag, a person, a score.
Item {
    id: cell

    property string text
    property string kind: "text"
    property string tone
    property bool inCell: true // with the margins of a table's cell
    property bool strong: false
    readonly property int margin: inCell ? 12 : 0
    readonly property string special: text === "" ? "" : kind === "choice" ? "ChoiceValue.qml" : kind === "user" ? "UserValue.qml" : kind === "score" ? "ScoreValue.qml" : kind === "rating" ? "RatingValue.qml" : ""

    implicitWidth: (special !== "" && loader.item ? (loader.item as Item).implicitWidth : plain.implicitWidth) + 2 * margin
    implicitHeight: Theme.row

    Label {
        id: plain
        visible: cell.special === ""
        text: cell.text
        font.weight: cell.strong ? Font.Medium : Font.Normal
        horizontalAlignment: cell.kind === "number" && cell.inCell ? Text.AlignRight : Text.AlignLeft
        anchors { left: parent.left; right: parent.right; leftMargin: cell.margin; rightMargin: cell.margin; verticalCenter: parent.verticalCenter }
    }
    Loader {
        id: loader
        active: cell.special !== ""
        source: cell.special
        anchors { left: parent.left; right: parent.right; leftMargin: cell.margin; rightMargin: cell.margin; verticalCenter: parent.verticalCenter }
        onLoaded: {
            const value = item as ShownValue;
            value.text = Qt.binding(() => cell.text);
            value.tone = Qt.binding(() => cell.tone);
        }
    }
}
