import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// Everything the keyboard reaches has a name and a role, on every page; what is done by dragging can be done without.
Item {
    id: page
    width: 1440
    height: 860

    readonly property DragContext drag: DragContext {}
    Workspace { id: workspace; anchors.fill: parent; drag: page.drag }

    function walk(root, visit) {
        for (let i = 0; i < root.children.length; ++i) {
            const child = root.children[i];
            if (!child.visible)
                continue;
            visit(child);
            walk(child, visit);
        }
    }

    TestCase {
        name: "Accessibility"
        when: windowShown

        function initTestCase() {
            verify(Studio.open(files.copyTemplate("behaviour-crm")));
        }
        function cleanupTestCase() {
            Studio.discard();
            Studio.closeApp();
        }
        function kindOf(item) { return item ? item.toString().replace(/_Q.*/, "") : "nothing"; }
        function test_names_data() {
            return ["tables/customer.yaml#fields/status", "forms/customer.yaml#parts/sales/parts/source", "views/customers.yaml#", "scoring/intent.yaml#criteria/pricing",
                "workflows/onboarding.yaml#then/logged_in/branch/not_yet", "dashboards/sales.yaml#tiles/hot", "messages/trial_welcome.yaml#", "roles.yaml#roles/sales", "app.yaml#"]
                .map(address => ({ tag: address, address }));
        }
        function test_names(data) {
            Studio.session.select(data.address);
            waitForRendering(workspace, 500);
            const nameless = [];
            page.walk(workspace, item => {
                if (item.activeFocusOnTab && (item.Accessible.name === "" || item.Accessible.role === Accessible.NoRole))
                    nameless.push(kindOf(item) + " in " + kindOf(item.parent) + " in " + kindOf(item.parent.parent));
            });
            compare(Array.from(new Set(nameless)).sort().join("\n"), "");
        }
        function test_theKeyboardReachesEveryPane() {
            Studio.session.select("forms/customer.yaml#parts/who/parts/phone");
            waitForRendering(workspace, 500);
            const reached = { outline: false, palette: false, surface: false, inspector: false };
            let item = workspace.Window.window.activeFocusItem;
            for (let i = 0; i < 200; ++i) {
                keyClick(Qt.Key_Tab);
                for (let at = workspace.Window.window.activeFocusItem; at; at = at.parent) {
                    const kind = at.toString();
                    if (kind.startsWith("OutlinePane")) reached.outline = true;
                    if (kind.startsWith("Palette_")) reached.palette = true;
                    if (kind.startsWith("FormPage") || kind.startsWith("EditorPage")) reached.surface = true;
                    if (kind.startsWith("InspectorPane")) reached.inspector = true;
                }
            }
            compare(reached, { outline: true, palette: true, surface: true, inspector: true });
        }
        function test_aFormIsBuiltByKeyboardAlone() {
            Studio.session.select("forms/follow_up.yaml#");
            waitForRendering(workspace, 500);
            let row = null;
            page.walk(workspace, item => { if (item.payload !== undefined && item.used === false && item.payload.startsWith("field:")) row = row ?? item; });
            if (!row)
                page.walk(workspace, item => { if (item.payload === "variant:caption") row = item; });
            verify(row);
            row.forceActiveFocus();
            keyClick(Qt.Key_Return);
            const added = Studio.session.selection;
            verify(added.startsWith("forms/follow_up.yaml#parts/"));
            keyClick(Qt.Key_Up, Qt.AltModifier);
            verify(Studio.commands.run("up"));
            verify(Studio.commands.run("delete"));
            verify(Studio.session.selection !== added);
            while (Studio.commands.run("undo")) {}
            verify(!Studio.modified);
        }
    }
}
