import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Player

// A record in its form: typing, rules beside the field, saving, leaving with unsaved changes.
Item {
    id: root
    width: 1200
    height: 700

    Component {
        id: maker
        FormDrawer {}
    }
    SignalSpy { id: said; signalName: "said" }
    TestCase {
        name: "Form"
        when: windowShown

        property FormDrawer drawer: null

        function open(id) {
            const app = bench.open(12);
            tryVerify(() => app.ready);
            drawer = createTemporaryObject(maker, root, { app: app, parent: root });
            said.target = drawer;
            said.clear();
            drawer.show("customer", id, {});
            tryCompare(drawer, "opened", true);
        }
        function type(text) {
            for (const letter of text)
                keyClick(letter);
        }

        function test_the_first_field_has_the_keyboard_and_ctrl_enter_saves() {
            open("");
            type("Anna");
            compare(drawer.model.field("name").value, "Anna");
            verify(drawer.model.dirty);
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            tryCompare(said, "count", 1);
            compare(said.signalArguments[0][0], "“Anna” created");
            tryCompare(drawer, "opened", false);
        }
        function test_a_refused_field_says_why_and_gets_the_keyboard() {
            open("");
            drawer.model.field("phone").edit("138");
            drawer.model.save();
            tryCompare(drawer.model.field("name"), "error", "Give a name.");
            compare(drawer.model.field("phone").error, "A phone number has 11 digits.");
            verify(drawer.opened);
            type("Bo");
            compare(drawer.model.field("name").value, "Bo");
            tryCompare(drawer.model.field("name"), "error", "");
        }
        function test_unsaved_changes_are_not_lost_without_asking() {
            open("c1");
            tryCompare(drawer.model.field("name"), "value", "Northwind");
            keyClick(Qt.Key_Escape); // nothing typed: closes
            tryCompare(drawer, "opened", false);

            open("c1");
            tryCompare(drawer.model.field("name"), "value", "Northwind");
            drawer.model.field("name").edit("Changed");
            drawer.leave();
            wait(50);
            verify(drawer.opened);
            compare(drawer.model.field("name").value, "Changed");
            verify(!drawer.mayLeave(null));
        }
        function test_a_field_appears_when_its_condition_holds() {
            open("c1");
            tryCompare(drawer.model.field("hidden"), "visible", false);
            drawer.model.field("status").edit("won");
            tryCompare(drawer.model.field("hidden"), "visible", true);
        }
    }
}
