pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// Publishing: the store, what changes there, consent where something is lost, a note; earlier versions beside it.
Dialog {
    id: dialog

    readonly property Publisher publisher: Studio.publisher
    property string page: "plan"
    property bool consent: false
    readonly property bool looked: publisher.stage === Publisher.Ready
    readonly property bool back: publisher.goingBackTo > 0
    readonly property bool mayPublish: looked && (!publisher.needsConsent || consent) && (!publisher.same || back)

    function begin() {
        page = "plan";
        note.clear();
        open();
        publisher.look();
    }

    title: back ? qsTr("Go back to version %1").arg(publisher.goingBackTo) : qsTr("Publish")
    iconName: "publish"
    maximumWidth: 760
    ready: false // Enter must not publish by accident
    onClosed: publisher.close()
    onLookedChanged: consent = false

    contentItem: Item {
        implicitHeight: Math.min(560, (dialog.parent ? dialog.parent.height : 700) - 190)
        StoreLine {
            id: storeLine
            width: parent.width
            publisher: dialog.publisher
            onBrowse: browser.begin(dialog.publisher.store !== "" ? dialog.publisher.store : dialog.publisher.proposedStore())
        }
        Tabs {
            id: pages
            visible: dialog.publisher.store !== ""
            anchors { top: storeLine.bottom; topMargin: Theme.s }
            width: parent.width
            current: dialog.page
            tabs: [{ key: "plan", text: qsTr("What changes") }, { key: "versions", text: qsTr("Versions"), count: dialog.publisher.versions.length }]
            onActivated: key => dialog.page = key
        }
        Divider { anchors.top: pages.bottom; width: parent.width; visible: pages.visible }
        Item {
            anchors { left: parent.left; right: parent.right; top: pages.bottom; topMargin: Theme.m; bottom: note.visible ? note.top : parent.bottom; bottomMargin: note.visible ? Theme.m : 0 }
            PublishPlan {
                visible: dialog.page === "plan"
                anchors.fill: parent
                publisher: dialog.publisher
                consent: dialog.consent
                onAgreed: agreed => dialog.consent = agreed
                onChosen: path => dialog.publisher.choose(path)
                onBrowse: browser.begin(dialog.publisher.proposedStore())
                onShowProblems: { dialog.close(); BottomState.show("problems"); }
            }
            VersionList {
                visible: dialog.page === "versions"
                anchors.fill: parent
                publisher: dialog.publisher
                onGoBack: number => { dialog.page = "plan"; dialog.publisher.lookBack(number); }
            }
        }
        TextField {
            reverts: false
            id: note
            visible: dialog.page === "plan" && dialog.looked && (!dialog.publisher.same || dialog.back)
            anchors.bottom: parent.bottom
            width: parent.width
            placeholderText: qsTr("What is new in this version? (a note for the list of versions)")
        }
    }
    footer: Item {
        implicitHeight: Theme.control + Theme.xl
        Button {
            visible: dialog.back && dialog.publisher.stage !== Publisher.Working
            text: qsTr("Publish the app as it stands instead")
            kind: "quiet"
            x: Theme.xl - Theme.m
            onClicked: dialog.publisher.look()
        }
        Row {
            anchors { right: parent.right; rightMargin: Theme.xl; top: parent.top }
            spacing: Theme.s
            Button { text: dialog.publisher.stage === Publisher.Done || (dialog.looked && dialog.publisher.same && !dialog.back) ? qsTr("Close") : qsTr("Cancel"); enabled: dialog.publisher.stage !== Publisher.Working; onClicked: dialog.close() }
            Button {
                objectName: "publishButton"
                visible: dialog.publisher.stage !== Publisher.Done && !(dialog.looked && dialog.publisher.same && !dialog.back)
                text: dialog.back ? qsTr("Go back") : Studio.modified ? qsTr("Save and publish") : qsTr("Publish")
                kind: dialog.publisher.needsConsent ? "danger" : "primary"
                enabled: dialog.mayPublish
                onClicked: dialog.publisher.publish(note.text, dialog.consent)
            }
        }
    }
    FileBrowser {
        id: browser
        title: qsTr("Choose a store")
        fileIcon: "table"
        filters: ["*.db", "*.sqlite", "*.sqlite3"]
        emptyText: qsTr("No stores here yet")
        onChosen: path => dialog.publisher.choose(path)
    }
}
