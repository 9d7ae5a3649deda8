import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// The window around the editors: outline, split view, palette, what is remembered, what others changed.
Item {
    id: page
    width: 1440
    height: 860

    property string folder
    readonly property DragContext drag: DragContext {}

    Workspace { id: workspace; anchors.fill: parent; drag: page.drag }
    MergeDialog { id: merge; parent: page }

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
    function rowOf(address) { return find(workspace, item => item.address === address && item.depth !== undefined && item.dimmed !== undefined); }

    TestCase {
        name: "Shell"
        when: windowShown

        function init() {
            page.folder = files.copyTemplate("behaviour-crm");
            verify(Studio.open(page.folder));
        }
        function cleanup() {
            merge.close();
            Studio.outline.filter = "";
            Studio.discard();
            Studio.closeApp();
            Studio.language = "en";
        }
        function labels() {
            const list = [];
            for (let i = 0; i < Studio.outline.rowCount(); ++i)
                list.push(Studio.outline.data(Studio.outline.index(i, 0), 257));
            return list;
        }
        function reveal(address) {
            const row = Studio.outline.reveal(address);
            verify(row >= 0, address);
            return row;
        }

        function test_theOutlineGoesDownToTheElements() {
            reveal("forms/customer.yaml#parts/who/parts/phone");
            verify(labels().includes("Who"));
            tryVerify(() => page.rowOf("forms/customer.yaml#parts/who/parts/phone") !== null);
            mouseClick(page.rowOf("forms/customer.yaml#parts/who/parts/phone"), 120, 10);
            compare(Studio.session.selection, "forms/customer.yaml#parts/who/parts/phone");
        }
        function test_searchingTheOutline() {
            Studio.outline.filter = "openid";
            verify(labels().includes("Open id"));
            verify(!labels().includes("Company"));
            Studio.language = "zh";
            Studio.outline.filter = "";
            Studio.outline.filter = "gzhbs";
            verify(labels().includes("公众号标识"), labels().join(" "));
            Studio.outline.filter = "";
        }
        function test_elementsAreDraggedIntoOrderInTheOutline() {
            const before = files.read(page.folder + "/tables/customer.yaml");
            reveal("tables/customer.yaml#fields/phone");
            tryVerify(() => page.rowOf("tables/customer.yaml#fields/phone") !== null && page.rowOf("tables/customer.yaml#fields/name") !== null);
            const from = page.rowOf("tables/customer.yaml#fields/phone"), to = page.rowOf("tables/customer.yaml#fields/name");
            mousePress(from, 120, 14);
            const end = to.mapToItem(from, 120, 1);
            for (let i = 1; i <= 6; ++i)
                mouseMove(from, 120, 14 + (end.y - 14) * i / 6);
            verify(page.drag.active);
            mouseRelease(from, 120, end.y);
            verify(!page.drag.active);
            Studio.save();
            const text = files.read(page.folder + "/tables/customer.yaml");
            verify(text.indexOf("id: phone") < text.indexOf("id: name,"), text.slice(0, 400));
            verify(Studio.commands.run("undo"));
            Studio.save();
            compare(files.read(page.folder + "/tables/customer.yaml"), before);
        }
        function test_whatIsRetiredStandsDimmedAndComesBack() {
            Studio.removal.holdsData;
            Studio.remove("tables/customer.yaml#fields/company");
            verify(Studio.removal.apply(true, true));
            reveal("tables/customer.yaml#fields/name");
            let row = -1;
            for (let i = 0; i < Studio.outline.rowCount(); ++i)
                if (Studio.outline.isRetired(i))
                    row = i;
            verify(row >= 0);
            compare(Studio.outline.addressAt(row), "tables/customer.yaml#retired/company");
            verify(Studio.bin.restore("retired:" + Studio.outline.addressAt(row)));
        }
        function test_problemsMarkElements() {
            Studio.session.setScalar("tables/customer.yaml#fields/company/type", "nonsense");
            const row = reveal("tables/customer.yaml#fields/company");
            tryVerify(() => Studio.problems.errors > 0, 5000);
            compare(Studio.outline.data(Studio.outline.index(row, 0), 264), "error");
        }
        function test_twoViewsSideBySide() {
            Studio.session.select("tables/customer.yaml#");
            Studio.split = true;
            Studio.activeTabs = Studio.sideTabs;
            Studio.session.select("forms/customer.yaml#");
            compare(Studio.tabs.current, "tables/customer.yaml");
            compare(Studio.sideTabs.current, "forms/customer.yaml");
            waitForRendering(workspace, 300);
            Studio.session.setLocal("tables/customer.yaml#fields/phone/label", "en", "Mobile");
            tryVerify(() => page.find(workspace, item => item.entry !== undefined && item.entry?.label === "Mobile") !== null, 3000, "both follow one edit");
            Studio.split = false;
            compare(Studio.activeTabs, Studio.tabs);
        }
        function test_whatWasOpenIsOpenAgain() {
            Studio.session.select("workflows/onboarding.yaml#");
            Studio.session.select("tables/customer.yaml#fields/phone");
            verify(Studio.open(page.folder));
            compare(Studio.tabs.current, "tables/customer.yaml");
            compare(Studio.session.selection, "tables/customer.yaml#fields/phone");
            verify(Studio.tabs.tabs.some(tab => tab.key === "workflows/onboarding.yaml"));
        }
        function test_thePaletteFindsSettingsAndPinyin() {
            Studio.search.query = "";
            Studio.search.query = "150";
            verify(Studio.search.rowCount() > 0);
            Studio.language = "zh";
            Studio.search.query = "";
            Studio.search.query = "khgl";
            verify(Studio.search.rowCount() >= 0);
            Studio.search.query = "";
            Studio.search.query = "yxf"; // 意向分
            verify(Studio.search.rowCount() > 0);
        }
        function test_aChineseLabelProposesItsPinyin() {
            compare(Studio.session.addFile("table", "客户反馈"), "tables/ke_hu_fan_kui.yaml");
        }
        function test_theHistoryJumps() {
            Studio.session.setLocal("tables/customer.yaml#fields/phone/label", "en", "A");
            Studio.session.setLocal("tables/customer.yaml#fields/email/label", "en", "B");
            Studio.history.goTo(0);
            verify(!Studio.modified);
            Studio.history.goTo(2);
            compare(Studio.history.current, 2);
        }
        function test_changesOfAnotherProgramAreTakenInWhileNothingWasChangedHere() {
            const path = page.folder + "/tables/customer.yaml";
            files.write(path, files.read(path).replace("en: Phone", "en: Mobile"));
            verify(Studio.outside.look());
            compare(Studio.outside.conflicts.length, 0);
            verify(Studio.outside.differences.length === 1);
            verify(Studio.outside.apply());
            verify(!Studio.modified);
            Studio.session.select("tables/customer.yaml#fields/phone");
            compare(Studio.inspector.title, "Mobile");
        }
        function test_aConflictIsAskedAbout() {
            const path = page.folder + "/tables/customer.yaml";
            Studio.session.setLocal("tables/customer.yaml#fields/phone/label", "en", "Telephone");
            Studio.session.setLocal("tables/customer.yaml#fields/email/label", "en", "Mail");
            files.write(path, files.read(path).replace("en: Phone", "en: Mobile").replace("en: Company", "en: Firm"));
            verify(!Studio.save(), "nothing is overwritten unseen");
            merge.begin();
            compare(Studio.outside.conflicts.length, 1);
            compare(Studio.outside.conflicts[0].mine, "Telephone");
            compare(Studio.outside.conflicts[0].theirs, "Mobile");
            Studio.outside.take(Studio.outside.conflicts[0].key, true);
            merge.accept();
            verify(Studio.save());
            const text = files.read(path);
            verify(text.includes("en: Mobile") && text.includes("en: Mail") && text.includes("en: Firm"));
        }
        function test_theDifferenceOfARecoveryIsShown() {
            Studio.session.setLocal("tables/customer.yaml#fields/phone/label", "en", "Mobile");
            Studio.autosave();
            const copy = files.copyFolder(page.folder);
            Studio.discard();
            verify(Studio.open(copy));
            verify(Studio.recovery !== "");
            compare(Studio.recoveryDifferences().length, 1);
            Studio.recover();
            verify(Studio.modified);
            Studio.session.select("tables/customer.yaml#fields/phone");
            compare(Studio.inspector.title, "Mobile");
        }
    }
}
