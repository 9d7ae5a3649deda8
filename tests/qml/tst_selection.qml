import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// Selecting several things, moving them by keyboard, and the clipboard between apps.
Item {
    id: page
    width: 1280
    height: 800

    property string folder
    readonly property DragContext drag: DragContext {}

    Workspace { id: workspace; anchors.fill: parent; drag: page.drag }
    SignalSpy { id: pasted; target: Studio; signalName: "pasted" }
    SignalSpy { id: said; target: Studio; signalName: "said" }

    function find(root, wanted) {
        for (let i = 0; i < root.children.length; ++i) {
            const child = root.children[i];
            if (wanted(child))
                return child;
            const inside = find(child, wanted);
            if (inside)
                return inside;
        }
        return null;
    }
    function item(address) { return find(workspace, item => item.bandAddress === address); }
    function editor() { return find(workspace, item => item.handHeld !== undefined && item.groups !== undefined); }

    TestCase {
        name: "Selection"
        when: windowShown

        readonly property string who: "forms/customer.yaml#parts/who/parts/"

        function init() {
            page.folder = files.copyTemplate("behaviour-crm");
            verify(Studio.open(page.folder));
            pasted.clear();
            said.clear();
        }
        function cleanup() {
            Studio.discard();
            Studio.closeApp();
        }
        function show(address) {
            Studio.session.select(address);
            tryVerify(() => page.editor() !== null);
            tryVerify(() => page.item(address) !== null || address.endsWith("#"));
            waitForRendering(workspace, 300);
        }
        function text(file) {
            Studio.save();
            return files.read(page.folder + "/" + file);
        }

        function test_clicksWithCtrlAndShift() {
            show(who + "name");
            mouseClick(page.item(who + "name"), 10, 10);
            mouseClick(page.item(who + "email"), 10, 10, Qt.LeftButton, Qt.ControlModifier);
            compare(Studio.session.selected, [who + "name", who + "email"]);
            mouseClick(page.item(who + "name"), 10, 10, Qt.LeftButton, Qt.ControlModifier);
            compare(Studio.session.selected, [who + "email"]);
            mouseClick(page.item(who + "company"), 10, 10, Qt.LeftButton, Qt.ShiftModifier);
            compare(Studio.session.selected, [who + "email", who + "phone", who + "company"]);
        }
        function test_aBandSelectsWhatItTouches() {
            show("tables/customer.yaml#");
            tryVerify(() => page.item("tables/customer.yaml#fields/phone") !== null);
            const row = page.item("tables/customer.yaml#fields/phone"), ground = page.editor();
            const at = row.mapToItem(ground, 0, 0);
            mousePress(ground, at.x - 12, at.y + 4);
            mouseMove(ground, at.x + 20, at.y + 20);
            mouseMove(ground, at.x + 60, at.y + row.height + 10);
            mouseRelease(ground, at.x + 60, at.y + row.height + 10);
            compare(Studio.session.selected, ["tables/customer.yaml#fields/phone", "tables/customer.yaml#fields/email"]);
        }
        function test_arrowKeysWalkAndAltMoves() {
            show(who + "name");
            page.editor().forceActiveFocus();
            keyClick(Qt.Key_Right);
            compare(Studio.session.selection, who + "company");
            keyClick(Qt.Key_Down);
            compare(Studio.session.selection, who + "email");
            keyClick(Qt.Key_Up, Qt.ShiftModifier);
            verify(Studio.session.selected.length > 1);
            Studio.session.select(who + "email");
            verify(Studio.commands.run("out"));
            compare(Studio.session.selection, "forms/customer.yaml#parts/email");
            verify(Studio.commands.run("in"));
            compare(Studio.session.selection, who + "email");
            verify(Studio.commands.run("undo"));
            verify(Studio.commands.run("undo"));
            verify(!Studio.modified);
        }
        function test_severalMoveTogether() {
            show(who + "name");
            Studio.session.selectAll([who + "name", who + "company"]);
            verify(Studio.commands.run("down"));
            verify(/id: phone.*\n.*id: name.*\n.*id: company.*\n.*id: email/.test(text("forms/customer.yaml")), text("forms/customer.yaml"));
            compare(Studio.session.selected.length, 2);
            verify(Studio.session.move(who + "name", "forms/customer.yaml#parts/sales/parts", 0));
            const moved = text("forms/customer.yaml");
            verify(moved.indexOf("id: name") > moved.indexOf("id: sales"));
            verify(moved.indexOf("id: company") > moved.indexOf("id: name"));
            verify(moved.indexOf("id: status") > moved.indexOf("id: company"));
            verify(Studio.commands.run("undo"));
            verify(Studio.commands.run("undo"));
            compare(Studio.history.current, 0);
        }
        function test_copyAndPasteGiveOtherIds() {
            show(who + "name");
            Studio.session.select("forms/customer.yaml#parts/who");
            verify(Studio.commands.run("copy"));
            verify(Studio.commands.run("paste"));
            compare(pasted.count, 1);
            compare(pasted.signalArguments[0][1].length, 0, "everything it names is there");
            const copy = Studio.session.selection;
            verify(copy !== "forms/customer.yaml#parts/who");
            tryVerify(() => Studio.problems.count >= 0);
            const all = text("forms/customer.yaml").match(/\bid: (\w+)/g);
            compare(new Set(all).size, all.length, "ids inside are others too: " + all.join(" "));
        }
        function test_cutAndPasteIsAMove() {
            show(who + "name");
            Studio.session.select(who + "phone");
            verify(Studio.commands.run("cut"));
            Studio.session.select("forms/customer.yaml#parts/sales/parts/owner");
            verify(Studio.commands.run("paste"));
            compare(Studio.session.selection, "forms/customer.yaml#parts/sales/parts/phone");
        }
        function test_betweenAppsWhatLeadsOutsideIsTold() {
            Studio.session.select("workflows/hot_lead.yaml#");
            verify(Studio.commands.run("copy"));
            Studio.closeApp();
            verify(Studio.createFrom("", files.freshFolder(), "Tiny"));
            Studio.session.addFile("table", "Guest");
            verify(Studio.commands.run("paste"));
            compare(pasted.count, 1);
            verify(pasted.signalArguments[0][1].length > 0, "the new app has none of what it names");
            compare(Studio.session.selection, "workflows/hot_lead.yaml");
        }
        function test_whatHasNoPlaceHereIsSaid() {
            Studio.session.select("workflows/onboarding.yaml#then/welcome");
            verify(Studio.commands.run("copy"));
            Studio.session.select("tables/customer.yaml#");
            Studio.commands.run("paste");
            compare(pasted.count, 0);
            compare(said.count, 1);
            verify(!Studio.modified);
        }
        function test_duplicateAndDeleteSeveral() {
            show(who + "name");
            Studio.session.selectAll([who + "name", who + "company"]);
            verify(Studio.commands.run("duplicate"));
            compare(Studio.session.selected, [who + "name_2", who + "company_2"]);
            verify(Studio.commands.run("delete"));
            verify(!Studio.session.selected.includes(who + "name_2"));
            compare(Studio.history.current, 2);
        }
        function test_theOverviewGoesWhereItIsClicked() {
            show("workflows/onboarding.yaml#");
            const map = page.find(workspace, item => item.share !== undefined && item.marks !== undefined && item.drawing !== undefined);
            verify(map);
            tryVerify(() => map.visible);
            const surface = map.drawing, before = surface.origin.y;
            mouseClick(map, map.width / 2, map.height - 4);
            verify(surface.origin.y < before);
        }
    }
}
