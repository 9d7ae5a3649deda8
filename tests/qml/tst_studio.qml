import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// What a person does in the studio, and what it does to the files.
Item {
    id: page
    width: 1440
    height: 860

    property string folder
    readonly property DragContext drag: DragContext {}

    Workspace { id: workspace; anchors.fill: parent; drag: page.drag }
    DragProxy { context: page.drag }

    // The first item below `root` for which `wanted` holds.
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
    function paletteRow(payload) {
        return find(workspace, item => item.payload === payload && item.used !== undefined);
    }
    function part(address) {
        return find(workspace, item => item.entry !== undefined && item.columnWidth !== undefined && item.entry.address === address);
    }

    TestCase {
        name: "Studio"
        when: windowShown

        function init() {
            page.folder = files.copyTemplate("behaviour-crm");
            verify(Studio.open(page.folder));
        }
        function cleanup() {
            Studio.discard();
            Studio.closeApp();
        }
        // Selects an element and lets the editor be laid out.
        function show(address) {
            Studio.session.select(address);
            waitForRendering(workspace);
            waitForRendering(workspace, 200);
        }
        function read(file) { return files.read(page.folder + "/" + file); }
        // Drags from the middle of one item to a point of another, in steps as a hand does.
        function dragTo(from, to, x, y) {
            mousePress(from, from.width / 2, from.height / 2);
            const end = to.mapToItem(from, x, y);
            for (let i = 1; i <= 5; ++i)
                mouseMove(from, from.width / 2 + (end.x - from.width / 2) * i / 5, from.height / 2 + (end.y - from.height / 2) * i / 5);
            mouseMove(from, end.x, end.y);
            return end;
        }
        function drop(from, to, x, y) {
            const end = dragTo(from, to, x, y);
            verify(page.drag.active);
            mouseRelease(from, end.x, end.y);
            verify(!page.drag.active);
        }

        function test_openingAndSavingWritesNothing() {
            const before = read("forms/customer.yaml");
            verify(!Studio.modified);
            show("forms/customer.yaml#");
            wait(0);
            verify(!Studio.modified);
            compare(read("forms/customer.yaml"), before);
        }
        function test_aFieldDraggedFromThePaletteLandsInTheForm() {
            const before = read("forms/customer.yaml");
            show("forms/customer.yaml#");
            tryVerify(() => page.paletteRow("field:openid") !== null);
            const email = page.part("forms/customer.yaml#parts/who/parts/email");
            verify(email);
            tryVerify(() => email.x > 100); // laid out
            const row = page.paletteRow("field:openid");
            drop(row, email, email.width - 10, email.height / 2);
            compare(Studio.session.selection, "forms/customer.yaml#parts/who/parts/openid");
            verify(Studio.modified);
            verify(Studio.save());
            compare(read("forms/customer.yaml"), before.replace("      - {id: email, field: email, width: 6}\n",
                    "      - {id: email, field: email, width: 6}\n      - {id: openid, field: openid, width: 6}\n"));
            verify(Studio.commands.run("undo"));
            verify(Studio.save());
            compare(read("forms/customer.yaml"), before);
        }
        function test_escapeCancelsADrag() {
            show("forms/customer.yaml#");
            tryVerify(() => page.paletteRow("field:openid") !== null);
            const row = page.paletteRow("field:openid");
            dragTo(row, page.part("forms/customer.yaml#parts/who/parts/name"), 5, 20);
            verify(page.drag.active);
            keyClick(Qt.Key_Escape);
            verify(!page.drag.active);
            mouseRelease(row, 0, 0);
            verify(!Studio.modified);
        }
        function test_aPartIsMovedBetweenSectionsByDragging() {
            show("forms/customer.yaml#");
            tryVerify(() => page.part("forms/customer.yaml#parts/sales/parts/owner") !== null);
            const from = page.part("forms/customer.yaml#parts/who/parts/phone");
            const to = page.part("forms/customer.yaml#parts/sales/parts/owner");
            drop(from, to, to.width - 10, to.height / 2);
            compare(Studio.session.selection, "forms/customer.yaml#parts/sales/parts/phone");
            verify(Studio.commands.run("undo"));
            verify(!Studio.modified);
        }
        function test_aLabelEditedInTheInspectorIsOneUndoStep() {
            const before = read("tables/customer.yaml");
            show("tables/customer.yaml#fields/company");
            const isEnglish = item => item.edited !== undefined && item.text === "Company" && item.clearable !== undefined;
            tryVerify(() => page.find(workspace, isEnglish) !== null);
            const field = page.find(workspace, isEnglish);
            mouseClick(field);
            field.selectAll();
            for (const letter of "Firm")
                keyClick(letter);
            keyClick(Qt.Key_Return);
            verify(Studio.modified);
            verify(Studio.history.undoName.includes("Company"));
            verify(Studio.save());
            compare(read("tables/customer.yaml"), before.replace("{en: Company, zh: 公司}", "{en: Firm, zh: 公司}"));
            verify(Studio.commands.run("undo"));
            verify(Studio.save());
            compare(read("tables/customer.yaml"), before);
        }
        function test_pointsAreEditedInTheScoringTable() {
            const before = read("scoring/intent.yaml");
            Studio.session.select("scoring/intent.yaml#criteria/pricing");
            verify(Studio.session.setScalar("scoring/intent.yaml#criteria/pricing/points", "45", true));
            verify(Studio.save());
            compare(read("scoring/intent.yaml"), before.replace("points: 40", "points: 45"));
        }
        function test_aStepDroppedOnTheWorkflowStandsWhereThePlusWas() {
            show("workflows/onboarding.yaml#");
            tryVerify(() => page.paletteRow("variant:task") !== null);
            const mark = page.find(workspace, item => item.place !== undefined && item.place.list === "workflows/onboarding.yaml#then" && item.place.index === 1);
            verify(mark);
            const row = page.paletteRow("variant:task");
            drop(row, mark, 11, 11);
            verify(Studio.session.selection.startsWith("workflows/onboarding.yaml#then/"));
            Studio.save();
            const text = read("workflows/onboarding.yaml");
            const added = text.indexOf("task:");
            verify(text.indexOf("id: welcome") < added && added < text.indexOf("id: a_day"));
        }
        function test_keyboardMovesAndDeletes() {
            Studio.session.select("tables/customer.yaml#fields/company");
            verify(Studio.commands.run("up"));
            verify(Studio.commands.run("undo"));
            verify(!Studio.modified);
            Studio.session.select("tables/customer.yaml#fields/openid");
            verify(Studio.commands.run("delete"));
            verify(!Studio.modified && Studio.removal.places.length > 0, "it is used: one is asked first");
            verify(Studio.removal.apply(false, false));
            verify(Studio.modified);
            compare(Studio.session.selection, "tables/customer.yaml#fields/source", "the next one is selected");
            tryVerify(() => Studio.problems.count > 0, 5000, "what used the field is reported");
        }
        function test_theLanguageChangesWhileTheStudioRuns() {
            Studio.session.select("tables/customer.yaml#fields/company");
            compare(Studio.inspector.title, "Company");
            Studio.language = "zh";
            compare(Studio.inspector.title, "公司");
            compare(Studio.tabs.tabs[0].text, "客户");
            Studio.language = "en";
        }
        function test_everyKindOfFileIsMadeFreshWithoutErrorsOfReading() {
            for (const kind of Studio.kinds) {
                const path = Studio.session.addFile(kind.value, "Probe 试");
                verify(path !== "", kind.value);
                Studio.session.select(path + "#");
                wait(0);
                compare(Studio.tabs.current, path);
            }
            for (let i = 0; i < Studio.kinds.length; ++i)
                verify(Studio.commands.run("undo"));
            verify(!Studio.modified);
        }
        function test_aNewAppFromATemplate() {
            Studio.closeApp();
            const target = files.freshFolder();
            verify(Studio.createFrom(page.folder, target, "Field sales"));
            compare(Studio.appName, "Field sales");
            verify(!Studio.modified);
            verify(files.read(target + "/app.yaml").includes("Field sales"));
            Studio.closeApp();
            verify(!Studio.createFrom(page.folder, target, "Again"), "a folder that holds something is refused");
        }
        function test_anEmptyApp() {
            Studio.closeApp();
            verify(Studio.createFrom("", files.freshFolder(), "Tiny 小"));
            compare(Studio.appName, "Tiny 小");
            verify(Studio.session.addFile("table", "Guest 客人") !== "");
        }
        function test_findingAnElementByAFewLetters() {
            Studio.search.query = "";
            Studio.search.query = "pric";
            verify(Studio.search.rowCount() > 0);
            Studio.search.activate(0);
            verify(Studio.session.selection !== "");
        }
        function test_brokenTextIsToldWithItsLine() {
            show("forms/customer.yaml#");
            Studio.tabs.asText = true;
            const edit = page.find(workspace, item => item.wrapMode === TextEdit.NoWrap && item.textFormat === TextEdit.PlainText && item.lineCount > 3);
            verify(edit);
            edit.forceActiveFocus();
            edit.insert(0, "a: [1\n");
            tryVerify(() => Studio.problems.errors > 0, 5000);
            Studio.tabs.asText = false;
        }
    }
}
