import QtQuick
import QtTest
import Formwright.Controls

// The value rule of the inputs, and what keyboard and mouse do to them.
Item {
    id: page
    width: 600
    height: 500

    TextField { id: textField; y: 10; width: 200; value: "old" }
    NumberField { id: numberField; y: 50; width: 200; value: "12.50"; decimals: 2; minimum: 0 }
    ChoiceField { id: choice; y: 90; width: 200; value: "b"; options: [{ value: "a", text: "Alpha" }, { value: "b", text: "Beta" }, { value: "c", text: "Gamma" }] }
    DateField { id: dateField; y: 130; width: 200; value: "2026-01-05" }
    Switch { id: toggle; y: 170; text: "Required" }
    Segmented { id: segmented; y: 210; value: 1; options: [{ value: 1, text: "One" }, { value: 2, text: "Two" }] }
    Field { id: field; y: 250; width: 200; label: "Name"; help: "As on the card"; TextField {} }
    Tabs { id: tabs; x: 300; width: 300; closable: true; current: "a"; tabs: [{ key: "a", text: "Customer" }, { key: "b", text: "Order", dirty: true }] }
    DataGrid {
        id: grid
        x: 300
        y: 50
        width: 300
        height: 200
        columns: [{ title: "Name", width: 150 }, { title: "Score", width: 80, align: "right" }]
        model: GalleryRows {}
    }
    Panel { id: panel; x: 300; y: 280; width: 200; title: "More"; Item { implicitHeight: 60; height: 60; width: 10 } }

    SignalSpy { id: textEdited; target: textField; signalName: "edited" }
    SignalSpy { id: numberEdited; target: numberField; signalName: "edited" }
    SignalSpy { id: choiceEdited; target: choice; signalName: "edited" }
    SignalSpy { id: dateEdited; target: dateField; signalName: "edited" }
    SignalSpy { id: toggleEdited; target: toggle; signalName: "edited" }
    SignalSpy { id: segmentedEdited; target: segmented; signalName: "edited" }
    SignalSpy { id: tabClosed; target: tabs; signalName: "closed" }
    SignalSpy { id: sortAsked; target: grid; signalName: "sortRequested" }
    SignalSpy { id: rowOpened; target: grid; signalName: "activated" }

    TestCase {
        name: "Controls"
        when: windowShown

        function test_textIsHandedOverOnEnterOnly() {
            textField.forceActiveFocus();
            textField.selectAll();
            keyClick("n");
            compare(textEdited.count, 0);
            keyClick(Qt.Key_Return);
            compare(textEdited.count, 1);
            compare(textEdited.signalArguments[0][0], "n");
            compare(textField.value, "old", "an input never changes its own value");
        }
        function test_escapeGivesTheTextBack() {
            textField.text = textField.value;
            textEdited.clear();
            textField.forceActiveFocus();
            keyClick("x");
            keyClick(Qt.Key_Escape);
            compare(textField.text, "old");
            compare(textEdited.count, 0);
        }
        function test_aNumberThatIsNoneIsNotHandedOver_data() {
            return [{ text: "1.234", valid: false }, { text: "-1", valid: false }, { text: "abc", valid: false },
                { text: "9.9", valid: true }, { text: "", valid: true }];
        }
        function test_aNumberThatIsNoneIsNotHandedOver(data) {
            numberEdited.clear();
            numberField.text = data.text;
            numberField.commit();
            compare(numberField.invalid, !data.valid);
            compare(numberEdited.count, data.valid ? 1 : 0);
            numberField.text = numberField.value;
        }
        function test_arrowKeysStepExactly() {
            numberEdited.clear();
            numberField.text = "12.50";
            numberField.forceActiveFocus();
            keyClick(Qt.Key_Up);
            compare(numberEdited.signalArguments[0][0], "13.50");
        }
        function test_choiceByKeyboard() {
            choice.forceActiveFocus();
            keyClick(Qt.Key_Down);
            wait(50);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            tryCompare(choiceEdited, "count", 1);
            compare(choiceEdited.signalArguments[0][0], "c");
            compare(choice.value, "b");
        }
        function test_dates_data() {
            return [{ text: "2026-2-9", iso: "2026-02-09" }, { text: "2026-02-30", iso: null }, { text: "9 Feb", iso: null }, { text: "", iso: "" }];
        }
        function test_dates(data) {
            dateEdited.clear();
            dateField.text = data.text;
            dateField.commit();
            compare(dateField.invalid, data.iso === null);
            compare(dateEdited.count, data.iso === null ? 0 : 1);
            if (data.iso !== null)
                compare(dateEdited.signalArguments[0][0], data.iso);
        }
        function test_switchAsks() {
            mouseClick(toggle);
            compare(toggleEdited.count, 1);
            compare(toggleEdited.signalArguments[0][0], true);
            compare(toggle.value, false);
        }
        function test_segmentedByArrow() {
            segmented.forceActiveFocus();
            keyClick(Qt.Key_Right);
            compare(segmentedEdited.signalArguments[0][0], 2);
        }
        function test_errorReplacesHelp() {
            const before = field.implicitHeight;
            field.error = "Already used. Choose another.";
            compare(field.implicitHeight, before);
            field.error = "";
        }
        function test_tabsCloseByMiddleClick() {
            mouseClick(tabs, 160, 15, Qt.MiddleButton);
            compare(tabClosed.count, 1);
            compare(tabClosed.signalArguments[0][0], "b");
        }
        function test_gridByKeyboard() {
            grid.forceActiveFocus();
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down);
            compare(grid.currentRow, 1);
            keyClick(Qt.Key_Down, Qt.ShiftModifier);
            compare(grid.selectedRows.length, 2);
            keyClick(Qt.Key_End);
            compare(grid.currentRow, 3);
            keyClick(Qt.Key_Return);
            compare(rowOpened.signalArguments[0][0], 3);
        }
        function test_gridSortsOnlyByAsking() {
            mouseClick(grid, 40, 15);
            compare(sortAsked.count, 1);
            compare(sortAsked.signalArguments[0][0], 0);
            compare(sortAsked.signalArguments[0][1], false);
        }
        function test_gridColumnResizes() {
            mouseDrag(grid, 149, 15, 40, 0);
            tryVerify(() => grid.laidOut[0] > 170);
        }
        function test_panelFolds() {
            const open = panel.implicitHeight;
            mouseClick(panel, 60, 10);
            verify(panel.folded);
            verify(panel.implicitHeight < open);
        }
    }
}
