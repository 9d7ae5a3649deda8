pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// What publishing would do, in the order in which one has to know it: what stands in the way, what is lost, what happens to
// the data and to running workflows, what is new in the app.
Item {
    id: plan

    required property Publisher publisher
    property bool consent: false
    signal agreed(bool consent)
    signal chosen(string path)
    signal browse()
    signal showProblems()

    readonly property var lossy: Array.from(publisher.changes).filter(change => change.needsConsent)
    readonly property var harmless: Array.from(publisher.changes).filter(change => !change.needsConsent)

    EmptyState {
        visible: plan.publisher.stage === Publisher.Choose
        anchors.fill: parent
        iconName: "table"
        title: qsTr("Where shall the data live?")
        text: qsTr("A store is one file with the data of everybody who uses the app. Publish into a new one, or into the one the app runs on already.")
        actionText: qsTr("New store: %1").arg(plan.publisher.stage === Publisher.Choose ? plan.publisher.proposedStore().split("/").pop() : "")
        onActionClicked: plan.chosen(plan.publisher.proposedStore())
        otherText: qsTr("Choose a file…")
        onOtherClicked: plan.browse()
    }
    Progress {
        visible: plan.publisher.stage === Publisher.Looking || plan.publisher.stage === Publisher.Working
        width: parent.width
        text: plan.publisher.stage === Publisher.Looking ? qsTr("Looking at the store…") : qsTr("Publishing. Nothing is half done if this ends early.")
    }
    Column {
        visible: plan.publisher.stage === Publisher.Failed
        width: parent.width
        spacing: Theme.m
        Banner { width: parent.width; kind: "error"; text: plan.publisher.problem + "\n" + plan.publisher.remedy }
        Row {
            spacing: Theme.s
            Button { visible: Studio.problems.errors > 0; text: qsTr("Show the problems"); onClicked: plan.showProblems() }
            Button { text: qsTr("Look again"); iconName: "refresh"; onClicked: plan.publisher.look() }
        }
    }
    EmptyState {
        visible: plan.publisher.stage === Publisher.Done
        anchors.fill: parent
        iconName: "success"
        colour: Theme.success
        title: qsTr("Published as version %1").arg(plan.publisher.published)
        text: qsTr("Programs that run the app on this store take the new version when they start. Work that was under way finishes as it began.")
    }
    ScrollArea {
        visible: plan.publisher.stage === Publisher.Ready
        anchors.fill: parent
        Column {
            width: parent.width
            spacing: Theme.m
            Banner {
                visible: plan.publisher.same && plan.publisher.goingBackTo === 0
                width: parent.width
                kind: "success"
                text: qsTr("The store has this very version already.")
            }
            Rectangle {
                visible: plan.lossy.length > 0
                width: parent.width
                height: losses.height + 2 * Theme.m
                radius: Theme.radiusLarge
                color: Theme.tint(Theme.error)
                Column {
                    id: losses
                    x: Theme.m
                    y: Theme.m
                    width: parent.width - 2 * Theme.m
                    spacing: Theme.s
                    Label { text: qsTr("This loses data"); role: Label.Strong; width: parent.width }
                    Repeater {
                        model: plan.lossy
                        ChangeLine { required property var modelData; width: losses.width; change: modelData; kind: "error" }
                    }
                    CheckBox {
                        objectName: "consentBox"
                        text: qsTr("I agree that this is lost. A backup of the store is the way back.")
                        width: parent.width
                        value: plan.consent
                        onEdited: value => plan.agreed(value)
                    }
                }
            }
            PublishSection {
                title: qsTr("In the data")
                empty: plan.publisher.isNew ? qsTr("The store is made with all its tables.") : plan.lossy.length > 0 ? "" : qsTr("The tables need no change.")
                count: plan.harmless.length
                Repeater {
                    model: plan.harmless
                    ChangeLine { required property var modelData; width: parent?.width ?? 0; change: modelData }
                }
            }
            PublishSection {
                visible: plan.publisher.running.length > 0
                title: qsTr("Workflows under way")
                count: plan.publisher.running.length
                Repeater {
                    model: plan.publisher.running
                    ChangeLine {
                        required property var modelData
                        width: parent?.width ?? 0
                        change: ({ text: qsTr("%1: runs under way that finish as they began: %2").arg(modelData.title).arg(modelData.runs) })
                        kind: "info"
                    }
                }
            }
            PublishSection {
                visible: plan.publisher.missing.length > 0
                title: qsTr("Settings without a value")
                count: plan.publisher.missing.length
                Label { text: Array.from(plan.publisher.missing).join(", "); wrapMode: Text.Wrap; width: parent?.width ?? 0 }
            }
            PublishSection {
                visible: plan.publisher.newest > 0 && !plan.publisher.same
                title: qsTr("In the app")
                empty: qsTr("Only remarks and the look of the text differ.")
                count: plan.publisher.differences.length
                DifferenceList { width: parent?.width ?? 0; differences: plan.publisher.differences; interactive: false }
            }
        }
    }
}
