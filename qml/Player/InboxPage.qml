pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// What the person has to do: overdue first, done with one click.
FocusScope {
    id: page

    required property PlayerApp app
    readonly property alias inbox: inbox
    readonly property var areas: app.navigation
    signal openRequested(string table, string id)
    signal said(string text, string kind)

    InboxModel {
        id: inbox
        app: page.app
        onCompleted: title => page.said(qsTr("Done: %1").arg(title), "success")
        onFailed: text => page.said(text, "error")
    }

    PageHead {
        id: head
        width: parent.width
        title: page.areas.find(item => item.kind === "inbox")?.text ?? qsTr("Inbox")
        note: inbox.state === "open" && inbox.overdue > 0 ? qsTr("%1 overdue").arg(inbox.overdue) : ""
        Segmented {
            options: [{ value: true, text: qsTr("Mine") }, { value: false, text: qsTr("Everyone") }]
            value: inbox.mine
            onEdited: value => inbox.mine = value
        }
        Segmented {
            options: [{ value: "open", text: qsTr("To do") }, { value: "done", text: qsTr("Done") }]
            value: inbox.state
            onEdited: value => inbox.state = value
        }
    }
    GroupedList {
        id: list
        anchors { top: head.bottom; bottom: parent.bottom; horizontalCenter: parent.horizontalCenter }
        width: Math.min(parent.width - 2 * Theme.xl, 880)
        model: inbox
        focus: true
        Keys.onReturnPressed: (currentItem as TaskCard)?.openSubject()
        Keys.onSpacePressed: (currentItem as TaskCard)?.complete()
        delegate: TaskCard {
            width: ListView.view.width
            current: ListView.isCurrentItem && list.activeFocus
            onCompleteRequested: id => inbox.complete(id)
            onOpenRequested: (table, id) => page.openRequested(table, id)
        }
    }
    Skeleton {
        visible: inbox.loading && inbox.count === 0
        anchors { top: head.bottom; left: list.left; right: list.right; topMargin: Theme.l }
        lines: 6
    }
    EmptyState {
        anchors.centerIn: list
        visible: !inbox.loading && inbox.count === 0 && inbox.problem === ""
        iconName: inbox.state === "open" ? "success" : "inbox"
        colour: inbox.state === "open" ? Theme.success : Theme.secondary
        title: inbox.state === "open" ? qsTr("All done") : qsTr("Nothing done yet")
        text: inbox.state === "open" ? qsTr("New tasks appear here as soon as a workflow or a colleague hands you one.") : ""
    }
    Banner {
        visible: inbox.problem !== ""
        kind: "error"
        text: inbox.problem
        actionText: qsTr("Try again")
        anchors { top: head.bottom; left: list.left; right: list.right }
        onActionClicked: inbox.reload()
    }
}
