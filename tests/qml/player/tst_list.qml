import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Player

// The list of a view: rows, search, opening a record beside the list and full, an empty answer, a store that is gone.
Item {
    id: root
    width: 1200
    height: 700

    Component {
        id: maker
        Player { anchors.fill: parent }
    }
    TestCase {
        id: test
        name: "List"
        when: windowShown

        property Player player: null

        function open(customers) {
            const app = bench.open(customers);
            player = createTemporaryObject(maker, root, { app: app });
            verify(player !== null);
            tryVerify(() => app.ready);
            player.go("customers");
            return app;
        }
        function find(item, name) {
            if (item instanceof DataGrid)
                return item;
            for (let i = 0; i < item.children.length; ++i) {
                if (!item.children[i].visible)
                    continue;
                const found = find(item.children[i], name);
                if (found)
                    return found;
            }
            return null;
        }
        function texts(item) {
            let all = [];
            for (let i = 0; i < item.children.length; ++i) {
                const child = item.children[i];
                if (!child.visible)
                    continue;
                if (child.text !== undefined && child.text !== "")
                    all.push(child.text);
                all = all.concat(texts(child));
            }
            return all;
        }

        function test_rows_and_record_beside() {
            open(12);
            const grid = find(player);
            tryCompare(grid, "rowCount", 12);
            wait(50);
            mouseClick(grid, 80, 32 + 20 + 40); // the second row
            tryVerify(() => bench.lastParams("data.get").id === "c1");
            tryVerify(() => texts(player).includes("Why this score"));
            compare(grid.currentRow, 1);
            keyClick(Qt.Key_Down); // the panel follows
            tryVerify(() => bench.lastParams("data.get").id === "c2");
            keyClick(Qt.Key_Return); // full page
            tryCompare(player.trail, "length", 1);
            compare(player.trail[0].id, "c2");
            keyClick(Qt.Key_Escape);
            tryCompare(player.trail, "length", 0);
        }
        function test_sorting_asks_again() {
            open(12);
            const grid = find(player);
            tryCompare(grid, "rowCount", 12);
            wait(50);
            mouseClick(grid, 60, 16);
            tryVerify(() => bench.lastParams("data.list").sort[0].field === "name");
        }
        function test_no_records_say_what_to_do() {
            open(0);
            tryVerify(() => texts(player).includes("Nothing here yet"));
            verify(texts(player).includes("New"));
        }
        function test_a_failure_is_said_in_words() {
            open(3);
            const grid = find(player);
            tryCompare(grid, "rowCount", 3);
            bench.fail("data.list");
            mouseClick(grid, 60, 16);
            tryVerify(() => texts(player).some(text => text.startsWith("The store cannot be reached.")));
            bench.fail("");
        }
        function test_many_rows_come_in_pages() {
            open(1000);
            const grid = find(player);
            tryCompare(grid, "rowCount", 100);
            grid.go(99, false);
            tryVerify(() => grid.rowCount > 100);
        }
        function test_language_switches_at_run_time() {
            const app = open(3);
            tryVerify(() => texts(player).includes("Customers"));
            app.language = "zh";
            tryVerify(() => texts(player).includes("客户"));
            tryVerify(() => texts(player).includes("姓名"));
            app.language = "en";
        }
    }
}
