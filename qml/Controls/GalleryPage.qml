pragma ComponentBehavior: Bound
import QtQuick

// The gallery's content: one card per group of components.
Flow {
    id: page

    readonly property var sources: [{ value: "web", text: qsTr("Website"), colour: Theme.chart[0] }, { value: "expo", text: qsTr("Trade fair"), colour: Theme.chart[1] },
        { value: "ref", text: qsTr("Referral"), colour: Theme.chart[2] }]

    spacing: Theme.l

    Card {
        title: qsTr("Buttons")
        width: 400
        Column {
            spacing: Theme.m
            Row {
                spacing: Theme.s
                Button { kind: "primary"; text: qsTr("Publish"); iconName: "publish" }
                Button { text: qsTr("Normal"); iconName: "copy" }
                Button { kind: "quiet"; text: qsTr("Quiet") }
                Button { kind: "danger"; text: qsTr("Delete") }
            }
            Row {
                spacing: Theme.s
                Button { kind: "primary"; text: qsTr("Disabled"); enabled: false }
                Button { text: qsTr("Disabled"); enabled: false }
                IconButton { iconName: "undo"; tip: qsTr("Undo"); shortcut: "Ctrl+Z" }
                IconButton { iconName: "redo"; tip: qsTr("Redo"); enabled: false }
                IconButton { iconName: "visible"; tip: qsTr("Show"); checked: true }
            }
            Row {
                spacing: Theme.s
                Segmented { options: [{ value: 1, text: qsTr("Day") }, { value: 2, text: qsTr("Week") }, { value: 3, text: qsTr("Month") }]; value: 2; onEdited: v => value = v }
            }
            Row {
                spacing: Theme.l
                Switch { text: qsTr("Switch"); value: true; onEdited: v => value = v }
                Switch { text: qsTr("Off"); onEdited: v => value = v }
                CheckBox { text: qsTr("Check box"); value: true; onEdited: v => value = v }
            }
        }
    }
    Card {
        title: qsTr("Fields")
        width: 400
        Column {
            width: parent.width
            spacing: Theme.m
            Field { width: parent.width; label: qsTr("Name"); mandatory: true; help: qsTr("As it stands on the invoice"); TextField { value: "Shenzhen Kaida 深圳凯达" } }
            Field { width: parent.width; label: qsTr("E-mail"); error: qsTr("This is no e-mail address. Write it like name@example.com."); TextField { value: "kaida.example"; invalid: true; iconName: "email" } }
            Row {
                width: parent.width
                spacing: Theme.m
                Field { width: (parent.width - 12) / 2; label: qsTr("Amount"); changed: true; NumberField { value: "12800.50"; unit: "CNY"; decimals: 2 } }
                Field { width: (parent.width - 12) / 2; label: qsTr("Date"); DateField { value: "2026-01-05" } }
            }
            Row {
                width: parent.width
                spacing: Theme.m
                Field { width: (parent.width - 12) / 2; label: qsTr("Time"); TimeField { value: "09:30"; onEdited: v => value = v } }
                Field { width: (parent.width - 12) / 2; label: qsTr("Duration"); DurationField { value: "PT2H30M"; onEdited: v => value = v } }
            }
            Row {
                width: parent.width
                spacing: Theme.m
                Field { width: (parent.width - 12) / 2; label: qsTr("Rating"); RatingField { value: 3; onEdited: v => value = v } }
                Field { width: (parent.width - 12) / 2; label: qsTr("Tags"); TagField { value: ["VIP", "展会"]; onEdited: v => value = v } }
            }
            Field { width: parent.width; label: qsTr("Source"); ChoiceField { options: page.sources; value: "expo"; onEdited: v => value = v } }
        }
    }
    Card {
        title: qsTr("Tags, badges, people")
        width: 400
        Column {
            width: parent.width
            spacing: Theme.m
            Row {
                spacing: Theme.s
                Tag { text: qsTr("High intent"); colour: Theme.success }
                Tag { text: qsTr("Churn risk"); colour: Theme.error; iconName: "warning" }
                Tag { text: qsTr("New"); removable: true }
            }
            Row { spacing: Theme.s; Badge { count: 3 } Badge { count: 12; kind: "error" } Badge { count: 2400; kind: "accent" } Avatar { name: "Li Wei" } Avatar { name: "王小明"; size: 32 } }
            Breadcrumb { steps: [{ key: 1, text: qsTr("All regions") }, { key: 2, text: qsTr("South") }, { key: 3, text: "Guangzhou" }] }
            Progress { width: parent.width; value: 0.62; text: qsTr("Importing 12,400 of 20,000 rows"); secondsLeft: 40 }
            Banner { width: parent.width; kind: "warning"; text: qsTr("Two workflows use a field that is gone."); actionText: qsTr("Show") }
            Skeleton { width: parent.width; lines: 2 }
        }
    }
    Card {
        title: qsTr("Tabs and panels")
        width: 400
        height: 260
        Column {
            width: parent.width
            Tabs {
                width: parent.width
                closable: true
                current: "b"
                tabs: [{ key: "a", text: qsTr("Customer"), icon: "table" }, { key: "b", text: qsTr("Lead form"), icon: "form", iconColour: Theme.forms, dirty: true }]
                onActivated: key => current = key
            }
            Panel {
                width: parent.width
                title: qsTr("Values")
                count: 2
                Column { width: parent.width; Label { text: qsTr("Default value") } Label { text: qsTr("Required"); role: Label.Secondary } }
            }
            Panel { width: parent.width; title: qsTr("Folded"); folded: true }
        }
    }
    Card {
        title: qsTr("Grid")
        width: 560
        height: 260
        padding: Theme.m
        DataGrid {
            anchors.fill: parent
            selectable: true
            sortColumn: 1
            sortDescending: true
            columns: [{ title: qsTr("Name"), width: 160, flex: 1 }, { title: qsTr("Score"), width: 90, align: "right" }, { title: qsTr("Owner"), width: 120 }]
            model: GalleryRows {}
        }
    }
    Card {
        title: qsTr("Timeline")
        width: 400
        height: 260
        Timeline {
            anchors.fill: parent
            model: [{ icon: "event", colour: Theme.info, title: qsTr("Viewed pricing, 45 s"), time: "09:00", detail: qsTr("+40, stage: decision") },
                { icon: "task", colour: Theme.workflows, title: qsTr("Task: call Kaida"), time: "09:00", detail: qsTr("due in 2 hours") },
                { icon: "email", title: qsTr("Newsletter opened"), time: "08:12" }]
        }
    }
    Card {
        title: qsTr("Empty")
        width: 400
        height: 260
        EmptyState { anchors.fill: parent; iconName: "form"; colour: Theme.forms; title: qsTr("No forms yet"); text: qsTr("A form is how people enter records."); actionText: qsTr("New form"); actionIcon: "add"; primary: false }
    }
}
