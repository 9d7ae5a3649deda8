import QtQuick
import QtTest
import Formwright.Controls
import Formwright.Player

// One input for every type of field, over the real runtime: what a person types is what the store gets.
Item {
    id: root
    width: 900
    height: 1000

    Rectangle { anchors.fill: parent; color: Theme.canvas }
    Component {
        id: maker
        FormDrawer {}
    }
    SignalSpy { id: saved; signalName: "saved" }

    TestCase {
        name: "Inputs"
        when: windowShown

        property FormDrawer drawer: null

        function open(id, language) {
            const app = bench.run("every-type", language ?? "en");
            tryVerify(() => app.ready);
            drawer = createTemporaryObject(maker, root, { app: app, parent: root });
            drawer.show("thing", id, {});
            tryCompare(drawer, "opened", true);
            saved.target = drawer.model;
            saved.clear();
        }
        function field(id) { return drawer.model.field(id); }
        function picture(name) {
            if (bench.pictures() === "")
                return;
            wait(400);
            grabImage(root).save(bench.pictures() + "/" + name + ".png");
        }

        function test_every_type_is_filled_in_and_stored() {
            open("");
            const given = { name: "Lamp", story: "Bought at the fair.", report: "# Good\n\nVery **bright**.", size: "12.5", price: "1280.5",
                share: "12.5", stars: "4", born: "2026-01-05", opens: "09:30", effort: "PT2H30M", period: "2026-01-05/2026-01-09", state: "done",
                phone: "13800000001", email: "anna@example.com", site: "https://example.com", identity_card: "11010519491231002X",
                code: "6901234567892", place: "440305", spot: "31.2304, 121.4737", data: "{\"a\": 1}" };
            for (const id in given)
                field(id).edit(given[id]);
            field("uses").edit(["home", "work"]);
            field("tags").edit(["vip", "展会"]);
            field("sold").edit(true);
            field("seen_at").editLocal("2026-01-05", "09:00");
            compare(field("seen_at").value, "2026-01-05T09:00:00+08:00");
            compare(field("price").words, "壹仟贰佰捌拾元伍角整");
            compare(field("place").steps.length, 3);
            tryCompare(field("double_size"), "text", "25.00");
            picture("inputs-en");
            drawer.model.save();
            tryCompare(saved, "count", 1);
            const id = saved.signalArguments[0][0];

            drawer.show("thing", id, {});
            tryCompare(field("name"), "value", "Lamp");
            for (const id in given) {
                if (id !== "data")
                    compare(field(id).value.replace(/^(\d+\.\d)0$/, "$1").replace(/:00$/, ""), given[id]);
            }
            compare(JSON.parse(field("data").value).a, 1);
            compare(Array.from(field("uses").value), ["home", "work"]);
            compare(Array.from(field("tags").value), ["vip", "展会"]);
            compare(field("sold").value, true);
            compare(field("seen_at").day, "2026-01-05");
            compare(field("seen_at").clock, "09:00");
            verify(!drawer.model.dirty);
            verify(field("report").html.includes("<strong>bright</strong>"));
        }
        function test_what_is_wrong_is_said_beside_the_field() {
            open("");
            field("name").edit("Lamp");
            field("identity_card").edit("110105194912310021");
            field("place").edit("440300");
            field("period").edit("2026-01-09/2026-01-05");
            drawer.model.save();
            tryVerify(() => field("identity_card").error.includes("check digit"));
            verify(field("place").error.includes("not exact enough"));
            verify(field("period").error.includes("no range of dates"));
            verify(drawer.opened);
        }
        function test_a_day_and_a_time_make_an_instant() {
            open("");
            field("seen_at").editLocal("2026-01-05", "");
            compare(field("seen_at").value, "2026-01-05T00:00:00+08:00");
            field("seen_at").editLocal("", "");
            compare(field("seen_at").value, "");
        }
        function test_pictures_in_chinese_and_dark() {
            if (bench.pictures() === "")
                skip("only for looking");
            Theme.dark = true;
            Theme.language = "zh";
            open("", "zh");
            field("name").edit("台灯");
            field("stars").edit("3");
            field("tags").edit(["展会", "老客户"]);
            field("price").edit("20800");
            field("place").edit("440305");
            picture("inputs-zh-dark");
            Theme.dark = false;
            Theme.language = "en";
        }
    }
}
