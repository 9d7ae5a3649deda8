"""formwright check, play, apply, pack, schema: what they print and how they end."""
import json
import pathlib
import shutil
import subprocess
import unittest

from cli import BINARY, CRM, SOURCE, StoreTest, lines, run


class Definitions(StoreTest):
    def copy(self):
        app = self.folder / "app"
        shutil.copytree(CRM, app)
        return app

    def test_the_template_is_free_of_problems(self):
        done = run("check", CRM, "--json")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(lines(done.stdout)[-1], {"errors": 0, "problems": 0})

    def test_a_folder_may_be_named_from_where_one_stands(self):
        done = subprocess.run([BINARY, "check", CRM.relative_to(SOURCE)], cwd=SOURCE, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_stories_of_the_template_hold(self):
        for language in ("en", "zh"):
            done = run("play", CRM, "--brief", "--lang", language)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_a_story_that_does_not_hold_is_explained(self):
        app = self.copy()
        story = app / "stories/hot_lead.yaml"
        story.write_text(story.read_text().replace("intent: 100", "intent: 99"))
        done = run("play", app, "--story", "hot_lead", "--brief")
        self.assertEqual(done.returncode, 1)
        self.assertIn("expected 99, found 100", done.stdout)
        self.assertIn("stories/hot_lead.yaml:", done.stdout)

    def test_errors_name_file_line_and_remedy_in_both_languages(self):
        app = self.copy()
        table = app / "tables/customer.yaml"
        table.write_text(table.read_text().replace("required: true", "requird: true"))
        english = run("check", app)
        self.assertEqual(english.returncode, 1)
        self.assertIn("tables/customer.yaml:8:", english.stderr)
        self.assertIn("required", english.stderr)
        chinese = run("check", app, "--lang", "zh")
        self.assertIn("tables/customer.yaml:8:", chinese.stderr)
        self.assertRegex(chinese.stderr, "[\u4e00-\u9fff]{3}")
        self.assertEqual(run("apply", app, "--store", self.store).returncode, 1)

    def test_broken_files_are_reported_not_crashed_on(self):
        cases = {"tables/customer.yaml": ["a: [", "kind: table\nid: customer\nfields: *x\n", "\xff\xfe", "", "- 1\n", "kind: table\nkind: table\n"],
                 "app.yaml": ["kind: app\nformat: 99\nid: x\n", "kind: app\n"]}
        for path, texts in cases.items():
            for text in texts:
                with self.subTest(path=path, text=text):
                    app = self.copy()
                    (app / path).write_bytes(text.encode("latin-1"))
                    done = run("check", app)
                    self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
                    self.assertIn(path, done.stderr)
                    shutil.rmtree(app)

    def test_missing_folders_and_wrong_usage(self):
        self.assertEqual(run("check", self.folder / "nowhere").returncode, 1)
        self.assertEqual(run("check").returncode, 2)
        self.assertEqual(run("chek", CRM).returncode, 2)
        self.assertEqual(run("check", CRM, "--nonsense").returncode, 2)
        self.assertEqual(run("help").returncode, 0)
        self.assertIn("formwright feed", run("help", "feed").stdout)

    def test_applying_twice_changes_nothing(self):
        first = self.apply()
        self.assertIn("Customer", first.stdout)
        again = run("apply", CRM, "--store", self.store, "--dry-run", "--json")
        self.assertEqual(again.returncode, 0)
        self.assertEqual(lines(again.stdout)[0]["changes"], [])

    def test_a_new_field_keeps_the_data(self):
        app = self.copy()
        self.apply(app)
        self.feed({"key": "1", "create": "customer", "values": {"name": "甲", "phone": "13800000001"}})
        table = app / "tables/customer.yaml"
        table.write_text(table.read_text().replace("validate:", "  - {id: city, type: text, label: {en: City, zh: 城市}}\nvalidate:"))
        self.apply(app)
        (record,) = self.query("customer")
        self.assertEqual((record["name"], record["city"]), ("甲", None))

    def test_a_package_gives_the_same_files_back(self):
        package, folder = self.folder / "crm.fwapp", self.folder / "out"
        self.assertEqual(run("pack", CRM, package).returncode, 0)
        self.assertEqual(run("unpack", package, folder).returncode, 0)
        for file in sorted(p for p in pathlib.Path(CRM).rglob("*") if p.is_file() and ".studio" not in p.parts):
            self.assertEqual((folder / file.relative_to(CRM)).read_bytes(), file.read_bytes())
        twice = self.folder / "twice.fwapp"
        run("pack", folder, twice)
        self.assertEqual(package.read_bytes(), twice.read_bytes())
        self.assertEqual(run("unpack", package, folder).returncode, 1)
        package.write_bytes(package.read_bytes()[:-200])
        self.assertEqual(run("unpack", package, self.folder / "broken").returncode, 1)
        self.assertFalse((self.folder / "broken").exists())

    def test_the_schema_is_json_schema(self):
        kinds = [line.split()[0] for line in run("schema").stdout.splitlines()]
        self.assertIn("workflow", kinds)
        for kind in kinds:
            schema = json.loads(run("schema", kind).stdout)
            self.assertIn("2020-12", schema["$schema"])
        self.assertEqual(run("schema", "nothing").returncode, 2)

    def test_a_second_owner_is_refused_by_name(self):
        self.apply()
        owner = subprocess.Popen([BINARY, "feed", "--store", str(self.store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            owner.stdin.write(json.dumps({"key": "1", "create": "customer", "values": {"name": "甲", "phone": "13800000001"}}) + "\n")
            owner.stdin.flush()
            self.assertTrue(json.loads(owner.stdout.readline())["ok"])
            second = run("feed", "--store", self.store, stdin="")
            self.assertEqual(second.returncode, 4)
            self.assertIn(str(owner.pid), second.stderr)
            self.assertEqual(len(self.query("customer")), 1)  # readers are welcome
        finally:
            owner.kill()
            owner.communicate()


if __name__ == "__main__":
    unittest.main(verbosity=2)
