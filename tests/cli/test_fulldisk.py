"""A disk that is really full: whatever was confirmed is there, nothing is half done, and the words say so."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import unittest

from cli import BINARY, CRM, PATIENCE, StoreTest, lines, run

MEGABYTE = 1024 * 1024


def mount(folder, size):
    return subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True).returncode == 0


def customer(i):
    return {"key": f"r{i}", "create": "customer", "values": {"name": f"客户{i} " + "长" * 200, "phone": f"139{i:08d}"}}


class FullDisk(StoreTest):
    def setUp(self):
        super().setUp()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        if os.geteuid() != 0 or not mount(self.disk, 24 * MEGABYTE):
            self.skipTest("a small file system can only be mounted by root")
        self.addCleanup(subprocess.run, ["umount", "-l", self.disk], capture_output=True)
        self.store = self.disk / "app.db"
        self.apply()
        self.filler = self.disk / "filler"

    def fill(self, leave):
        """Leaves so many bytes."""
        with open(self.filler, "ab") as file:
            while shutil.disk_usage(self.disk).free > leave:
                file.write(bytes(min(65536, max(4096, shutil.disk_usage(self.disk).free - leave))))
                file.flush()

    def fill_until_nothing_can_be_written(self):
        """The store can still be opened (its log's index takes 32 KiB), but no change fits any more."""
        run("user", "admin", "--role", "admin", "--store", self.store)  # there is one already: opening adds nobody
        self.fill(40 * 1024)

    def free(self):
        self.filler.unlink()

    def count(self):
        return len(self.query("customer", "--limit", "100000"))

    def test_feed(self):
        self.fill(MEGABYTE)
        code, answers = self.feed(*(customer(i) for i in range(3000)))
        self.assertEqual(code, 3)
        good = [a["key"] for a in answers if a["ok"]]
        bad = [a for a in answers if not a["ok"]]
        self.assertEqual(len(answers), 3000)
        self.assertTrue(good and bad)
        self.assertEqual({a["error"]["code"] for a in bad}, {"store.full"})
        self.assertIn("full", bad[0]["error"]["text"])
        self.assertEqual(self.count(), len(good))
        self.free()
        code, answers = self.feed(*(customer(i) for i in range(3000)))  # the same again: nothing twice, nothing missing
        self.assertEqual(code, 0)
        self.assertEqual(self.count(), 3000)
        self.assertEqual(run("audit", "verify", "--store", self.store).returncode, 0)

    def test_import(self):
        csv = self.folder / "customers.csv"
        csv.write_text("name,phone\n" + "".join(f"客户{i} {'长' * 200},139{i:08d}\n" for i in range(5000)))
        self.fill(MEGABYTE)
        done = run("import", csv, "--table", "customer", "--store", self.store)
        self.assertNotIn(done.returncode, (0, 3), done.stdout)
        self.assertIn("full", done.stderr)
        kept = self.count()
        self.assertLess(kept, 5000)
        self.free()
        done = run("import", csv, "--table", "customer", "--store", self.store, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.count(), 5000)
        self.assertEqual(run("doctor", "--store", self.store).returncode, 0)

    def test_apply(self):
        self.feed(*(customer(i) for i in range(200)))
        app = self.folder / "app"
        shutil.copytree(CRM, app)
        table = app / "tables/customer.yaml"
        table.write_text(table.read_text().replace("validate:", "  - {id: city, type: text, label: {en: City, zh: 城市}}\nvalidate:"))
        self.fill(512 * 1024)
        done = run("apply", app, "--store", self.store)
        self.assertEqual(done.returncode, 4, done.stdout + done.stderr)
        self.assertIn("free", done.stderr)  # there is no room for the backup
        self.fill(0)
        done = run("apply", app, "--store", self.store, "--no-backup")
        self.assertEqual(done.returncode, 4, done.stdout + done.stderr)
        self.assertIn("full", done.stderr)
        self.free()
        self.assertNotIn("city", self.query("customer")[0])
        self.apply(app)
        self.assertIn("city", self.query("customer")[0])
        self.assertEqual(self.count(), 200)

    def test_run_ends_and_says_so(self):
        people = [{"phone": f"138{i:08d}"} for i in range(30)]
        for i, person in enumerate(people):
            self.feed({"key": f"r{i}", "create": "customer", "values": {"name": f"客户{i}", "email": f"c{i}@example.com", **person}},
                      {"key": f"c{i}", "consent": "behaviour", "person": person}, {"key": f"e{i}", "event": "trial_submitted", "person": person})
        messages = self.folder / "messages"  # on another disk
        self.fill_until_nothing_can_be_written()
        done = run("run", "--store", self.store, "--messages", messages, "--until-idle")
        self.assertEqual(done.returncode, 4, done.stdout + done.stderr)
        self.assertIn("full", done.stderr)
        self.free()
        done = run("run", "--store", self.store, "--messages", messages, "--until-idle")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual({m["state"] for m in self.query("messages")} - {"sent", "in_doubt", "pending"}, set())

    def test_run_goes_on_and_leaves_an_incident(self):
        person = {"phone": "13800000001"}
        self.feed({"key": "r", "create": "customer", "values": {"name": "李雷", "email": "li@example.com", **person}},
                  {"key": "c", "consent": "behaviour", "person": person}, {"key": "e", "event": "trial_submitted", "person": person})
        self.fill_until_nothing_can_be_written()
        owner = subprocess.Popen([BINARY, "run", "--store", self.store, "--messages", self.folder / "messages"], stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True)
        try:
            self.assertIn("full", owner.stderr.readline())
            self.free()
            for _ in range(600):
                if self.query("messages")[0]["state"] == "sent":
                    break
            owner.send_signal(signal.SIGTERM)
            self.assertEqual(owner.wait(timeout=30 * PATIENCE), 0)
            self.assertEqual([i["code"] for i in self.incidents()], ["store.full"])
        finally:
            owner.kill()
            owner.communicate()

    def test_backup(self):
        self.feed(*(customer(i) for i in range(200)))
        self.fill(MEGABYTE)
        done = run("backup", "--store", self.store)
        self.assertEqual(done.returncode, 4, done.stdout)
        self.assertIn("free", done.stderr)
        self.assertEqual([p for p in pathlib.Path(f"{self.store}.backups").iterdir() if p.name != "backup.lock"], [])
        elsewhere = self.folder / "elsewhere"
        self.assertEqual(run("backup", "--store", self.store, "--to", elsewhere).returncode, 0)
        self.assertEqual(self.count(), 200)


if __name__ == "__main__":
    unittest.main(verbosity=2)
