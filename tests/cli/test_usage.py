"""What was mistyped on the command line is said, and nothing is made or done because of it."""
import unittest

from cli import CRM, StoreTest, lines, run


class Usage(StoreTest):
    def refused(self, code, *arguments):
        done = run(*arguments)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stderr

    def test_only_apply_makes_a_store(self):
        store = self.folder / "nope.db"
        (self.folder / "c.csv").write_text("name\n")
        for command in (["run", "--until-idle"], ["feed"], ["import", self.folder / "c.csv", "--table", "customer"], ["user"], ["setting"],
                        ["query", "customer"], ["runs"], ["incidents"], ["catch-up"], ["backup"]):
            with self.subTest(command=command):
                self.assertIn(str(store), self.refused(4, *command, "--store", store))
                self.assertEqual([p.name for p in self.folder.glob("nope*")], [])

    def test_options_of_query_are_checked(self):
        self.apply()
        for options, word in {("--limit", "abc"): "abc", ("--limit", "-1"): "-1", ("--limit", "0"): "0", ("--fields", "name,phon"): '"phone"',
                              ("--sort", "-nope"): "nope", ("--why", "123"): "123", ("--lang", "fr"): "fr"}.items():
            with self.subTest(options=options):
                self.assertIn(word, self.refused(2, "query", "customer", "--store", self.store, *options))
        self.assertIn('"customer"', self.refused(2, "query", "custmer", "--store", self.store))
        self.assertIn("fr", self.refused(2, "check", CRM, "--lang=fr"))

    def test_messages_that_nobody_could_write_are_told_at_the_start(self):
        self.apply()
        (self.folder / "taken").write_text("a file")
        self.assertIn("taken", self.refused(4, "run", "--store", self.store, "--until-idle", "--messages", self.folder / "taken/messages"))

    def test_import_names_what_is_wrong(self):
        self.apply()
        for content, word in {b"": "empty", b"\xff\xfea\0": "UTF-16", b"colour,size\n1,2\n": "column"}.items():
            (self.folder / "list.csv").write_bytes(content)
            said = self.refused(1, "import", self.folder / "list.csv", "--table", "customer", "--store", self.store)
            self.assertIn("list.csv", said)
            self.assertIn(word, said)
        self.assertIn("--table", self.refused(2, "import", self.folder / "list.csv", "--store", self.store))
        (self.folder / "list.csv").write_text("name,phone\n甲,13800000001\n")
        done = run("import", self.folder / "list.csv", "--table", "customer", "--store", self.store, "--dry-run")
        self.assertIn("1 would be created", done.stdout)
        self.assertEqual(self.query("customer"), [])

    def test_one_row_in_another_encoding_fails_alone(self):
        self.apply()
        (self.folder / "list.csv").write_bytes("name,phone\n王五,13800000001\n".encode() + "赵六,13800000002\n".encode("gb18030") +
                                               "钱七,13800000003\n".encode())
        self.refused(3, "import", self.folder / "list.csv", "--table", "customer", "--store", self.store)
        self.assertEqual(sorted(row["name"] for row in self.query("customer")), ["王五", "钱七"])

    def test_a_story_that_is_not_there_lists_those_that_are(self):
        self.assertIn("hot_lead", self.refused(2, "play", CRM, "--story", "nope"))

    def test_the_version_is_told(self):
        done = run("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"^formwright \d+\.\d+")


if __name__ == "__main__":
    unittest.main(verbosity=2)
