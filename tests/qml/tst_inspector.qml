import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// The inspector: conditions as rows and as text, values by type, several elements at once.
Item {
    id: page
    width: 1440
    height: 860

    property string folder
    readonly property DragContext drag: DragContext {}

    Workspace { id: workspace; anchors.fill: parent; drag: page.drag }
    ConditionEditor { id: condition; session: Studio.session }
    SignalSpy { id: edited; target: condition; signalName: "edited" }

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
    function all(root, wanted) {
        return Array.from(root.children).reduce((found, child) => found.concat(wanted(child) ? [child] : [], all(child, wanted)), []);
    }
    function property(address) { return find(workspace, item => item.address === address && item.stacked !== undefined); }

    TestCase {
        name: "Inspector"
        when: windowShown

        function init() {
            page.folder = files.copyTemplate("behaviour-crm");
            verify(Studio.open(page.folder));
            edited.clear();
        }
        function cleanup() {
            Studio.discard();
            Studio.closeApp();
        }
        function show(address) {
            Studio.session.select(address);
            waitForRendering(workspace, 300);
        }
        function text(file) {
            Studio.save();
            return files.read(page.folder + "/" + file);
        }

        // --- conditions ---
        function begin(address, source) {
            condition.address = address;
            condition.text = source;
        }
        function test_aConditionIsReadAsRows() {
            begin("forms/customer.yaml#parts/sales/parts/source/visible", "status != \"won\" and (intent > 80 or owner = null)");
            compare(condition.lines.map(line => line.kind), ["group", "row", "group", "row", "row"]);
            compare(condition.lines[1].fieldText, "Status");
            compare(condition.lines[1].type, "choice");
            compare(condition.lines[1].values[0].text, "won");
            verify(condition.lines[1].options.some(option => option.text === "Won"));
            compare(condition.lines[2].all, false);
            compare(condition.lines[4].op, "empty");
            verify(condition.fields.some(field => field.value === "intent_stage"));
        }
        function test_anEditedRowIsWritten() {
            begin("forms/customer.yaml#parts/sales/parts/source/visible", "status != \"won\"");
            condition.setValue("0", 0, "new", false);
            compare(condition.text, "status != \"new\"");
            condition.setOp("0", "=");
            compare(condition.text, "status = \"new\"");
            compare(edited.count, 2);
        }
        function test_aNewRowIsWrittenWhenItIsComplete() {
            begin("forms/customer.yaml#parts/sales/parts/source/visible", "status != \"won\"");
            condition.addRow("");
            compare(edited.count, 0);
            condition.setField("1", "intent");
            compare(edited.count, 0, "half a row changes nothing");
            condition.setOp("1", ">=");
            condition.setValue("1", 0, "25", false);
            compare(condition.text, "status != \"won\" and intent >= 25");
            condition.setAll("", false);
            compare(condition.text, "status != \"won\" or intent >= 25");
            condition.remove("0");
            compare(condition.text, "intent >= 25");
            condition.remove("0");
            compare(condition.text, "");
        }
        function test_datesListsAndFormulas() {
            begin("forms/customer.yaml#parts/sales/parts/source/visible", "");
            condition.addRow("");
            condition.setField("0", "lead_on");
            condition.setOp("0", ">");
            condition.setValue("0", 0, "2026-01-05", false);
            compare(condition.text, "lead_on > @\"2026-01-05\"");
            condition.setValue("0", 0, "today() - @\"P7D\"", true);
            compare(condition.text, "lead_on > today() - @\"P7D\"");
            verify(condition.lines[1].values[0].formula);
            condition.setField("0", "source");
            condition.setOp("0", "in");
            condition.setValues("0", ["expo", "website"]);
            compare(condition.text, "source in (\"expo\", \"website\")");
        }
        function test_whatIsNoRowStaysText() {
            begin("forms/customer.yaml#parts/sales/parts/source/visible", "status = \"won\" and (if intent > 1 then true else false)");
            compare(condition.lines[2].kind, "text");
            condition.setValue("0", 0, "new", false);
            compare(condition.text, "status = \"new\" and (if intent > 1 then true else false)");
            verify(!condition.onlyText);
            condition.text = "some o in order satisfies o.amount > 10";
            verify(condition.onlyText);
        }
        function test_aConditionInTheInspectorIsEditedByRows() {
            show("forms/customer.yaml#parts/sales/parts/source");
            const address = "forms/customer.yaml#parts/sales/parts/source/visible";
            tryVerify(() => page.property(address) !== null);
            const row = page.find(page.property(address), item => item.line !== undefined && item.line?.kind === "row");
            verify(row, "it is shown as a row");
            row.model.setOp("0", "=");
            verify(text("forms/customer.yaml").includes("visible: \"=status = \\\"won\\\"\""), text("forms/customer.yaml"));
            verify(Studio.commands.run("undo"));
        }
        function test_theValueOnASampleRecordAndWhyItIsEmpty() {
            Studio.sampleValue.ask("tables/customer.yaml#fields/days_to_order/value", "(first_order - lead_on).days");
            tryVerify(() => Studio.sampleValue.known, 30000, Studio.sampleValue.reason);
            verify(Studio.sampleValue.record !== "");
            Studio.sampleValue.ask("tables/customer.yaml#fields/days_to_order/value", "if 1 = 1 then null else 2");
            tryVerify(() => Studio.sampleValue.known && Studio.sampleValue.isNull, 10000);
            Studio.sampleValue.leave("tables/customer.yaml#fields/days_to_order/value");
            compare(Studio.sampleValue.address, "");
        }

        // --- editors by type ---
        function rows() {
            const list = {};
            for (let i = 0; i < Studio.inspector.rowCount(); ++i) {
                const at = Studio.inspector.index(i, 0);
                list[Studio.inspector.data(at, 263).split(/[\/#]/).pop()] = { index: i, editor: Studio.inspector.data(at, 257), value: Studio.inspector.data(at, 261), mixed: Studio.inspector.data(at, 271) };
            }
            return list;
        }
        function test_everyTypeHasItsEditor() {
            show("tables/customer.yaml#fields/status/options/won");
            compare(rows().color.editor, "colour");
            show("messages/trial_welcome.yaml#");
            compare(rows().text.editor, "template");
            show("app.yaml#");
            compare(rows().timezone.editor, "choice");
            show("forms/customer.yaml#parts/sales/parts/source");
            compare(rows().visible.editor, "condition");
            show("tables/customer.yaml#fields/status");
            compare(rows().default.editor, "value");
        }
        // Each group has its heading once, in whatever language; the bottom bar follows too.
        function test_theLanguageChangesWhileAnElementIsSelected() {
            const headings = () => {
                const list = [];
                for (let i = 0; i < Studio.inspector.rowCount(); ++i)
                    if (Studio.inspector.data(Studio.inspector.index(i, 0), 272))
                        list.push(Studio.inspector.data(Studio.inspector.index(i, 0), 258));
                return list;
            };
            show("messages/trial_welcome.yaml#");
            const english = headings();
            const place = Studio.session.place;
            verify(english.length > 1);
            Studio.language = "zh";
            const chinese = headings();
            const shown = page.all(workspace, item => item.objectName === "heading" && item.visible).map(item => item.text);
            const there = Studio.session.place;
            Studio.language = "en";
            compare(chinese.length, english.length);
            verify(chinese.every(heading => !english.includes(heading)));
            compare(shown, chinese);
            verify(there !== place);
        }
        function test_aMissingTranslationIsMarked() {
            Studio.session.setLocal("tables/customer.yaml#fields/phone/label", "zh", "");
            show("tables/customer.yaml#fields/phone");
            tryVerify(() => page.find(workspace, item => item.missing === true) !== null);
        }
        function test_severalElementsAreEditedAtOnce() {
            Studio.session.selectAll(["tables/customer.yaml#fields/company", "tables/customer.yaml#fields/openid"]);
            compare(Studio.inspector.targets, 2);
            verify(rows().label === undefined, "a label is nobody else's");
            const required = rows().required;
            verify(Studio.inspector.set(required.index, true));
            compare(Studio.history.current, 1, "one undo step");
            const after = text("tables/customer.yaml");
            compare((after.match(/required: true/g) ?? []).length, 3);
            Studio.session.selectAll(["tables/customer.yaml#fields/name", "tables/customer.yaml#fields/phone"]);
            verify(rows().required.mixed);
        }
        function test_searchingProperties() {
            show("tables/customer.yaml#fields/status");
            const all = Studio.inspector.rowCount();
            Studio.inspector.filter = "default";
            verify(Studio.inspector.rowCount() < all && Studio.inspector.rowCount() > 0);
            Studio.inspector.filter = "";
            compare(Studio.inspector.rowCount(), all);
        }
    }
}
