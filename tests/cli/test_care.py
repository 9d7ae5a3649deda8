"""Backups, restoring, the audit chain and the doctor, as an administrator uses them; also killed at any point."""
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import time
import unittest

from cli import BINARY, CRM, PATIENCE, StoreTest, lines, run

SEED = int(os.environ.get("FORMWRIGHT_SEED", random.randrange(10**6)))
ROUNDS = 40 if os.environ.get("FORMWRIGHT_TEST_ALL") else 8


def customers(first, count):
    return [{"key": f"r{i}", "create": "customer", "values": {"name": f"客户{i}", "phone": f"139{i:08d}"}} for i in range(first, first + count)]


class Care(StoreTest):
    def setUp(self):
        super().setUp()
        self.apply()
        self.feed(*customers(0, 20))
        self.backups = pathlib.Path(f"{self.store}.backups")

    def backup(self, *more, env=None):
        done = run("backup", "--store", self.store, "--json", *more, env=env)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return pathlib.Path(lines(done.stdout)[0]["path"])

    def count(self):
        return len(self.query("customer", "--limit", "100000"))


class Backup(Care):
    def test_beside_a_running_owner(self):
        owner = subprocess.Popen([BINARY, "run", "--store", str(self.store)], stdout=subprocess.PIPE, text=True)
        try:
            owner.stdout.readline()
            path = self.backup()
            self.assertEqual(run("backup", "--verify", path).returncode, 0)
            refused = run("restore", path, "--store", self.store)
            self.assertEqual(refused.returncode, 4)
            self.assertIn(str(owner.pid), refused.stderr)
        finally:
            owner.kill()
            owner.communicate()
        self.feed(*customers(20, 5))
        done = run("restore", path, "--store", self.store, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.count(), 20)
        safety = lines(done.stdout)[0]["safetyBackup"]
        self.assertEqual(run("restore", safety, "--store", self.store).returncode, 0)
        self.assertEqual(self.count(), 25)
        self.assertEqual(len(lines(run("backup", "--list", "--store", self.store, "--json").stdout)), 3)

    def test_any_unzip_tool_opens_it(self):
        import zipfile
        with zipfile.ZipFile(self.backup()) as archive:
            self.assertEqual(set(archive.namelist()), {"manifest.json", "store.sqlite"})
            manifest = json.loads(archive.read("manifest.json"))
            archive.extract("store.sqlite", self.folder)
        with sqlite3.connect(self.folder / "store.sqlite") as copy:
            rows = {t["name"]: t["rows"] for t in manifest["tables"]}
            self.assertEqual(copy.execute("SELECT count(*) FROM customer").fetchone()[0], rows["customer"])

    def test_under_a_passphrase(self):
        secret = self.folder / "secret.txt"
        secret.write_text("correct horse\n")
        secret.chmod(0o644)
        self.assertEqual(run("backup", "--store", self.store, "--passphrase-file", secret).returncode, 2)  # others can read it
        secret.chmod(0o600)
        path = self.backup("--passphrase-file", secret)
        self.assertNotIn("客户".encode(), path.read_bytes())
        plain = run("restore", path, "--store", self.store)
        self.assertEqual(plain.returncode, 1)
        self.assertIn("encrypted", plain.stderr)
        self.assertEqual(run("backup", "--verify", path, env={"FORMWRIGHT_BACKUP_PASSPHRASE": "wrong"}).returncode, 1)
        self.assertEqual(run("restore", path, "--store", self.store, env={"FORMWRIGHT_BACKUP_PASSPHRASE": "correct horse"}).returncode, 0)
        read, write = os.pipe()
        os.write(write, b"correct horse")
        os.close(write)
        done = subprocess.run([BINARY, "backup", "--verify", path, "--passphrase-fd", str(read)], pass_fds=[read], capture_output=True)
        os.close(read)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_publishing_makes_one_first(self):
        import shutil
        app = self.folder / "app"
        shutil.copytree(CRM, app)
        table = app / "tables/customer.yaml"
        table.write_text(table.read_text().replace("validate:", "  - {id: city, type: text, label: {en: City, zh: 城市}}\nvalidate:"))
        done = run("apply", app, "--store", self.store, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        path = lines(done.stdout)[-1]["backup"]
        self.assertEqual(run("backup", "--verify", path).returncode, 0)
        self.apply(app)  # nothing changes: no backup
        self.assertEqual(len(list(self.backups.glob("*.fwbackup"))), 1)
        table.write_text(table.read_text().replace("validate:", "  - {id: street, type: text, label: {en: Street, zh: 街道}}\nvalidate:"))
        self.apply(app, "--no-backup")
        self.assertEqual(len(list(self.backups.glob("*.fwbackup"))), 1)
        self.assertEqual(run("restore", path, "--store", self.store).returncode, 0)  # and the way back
        self.assertNotIn("city", self.query("customer")[0])

    def test_a_running_store_backs_itself_up(self):
        owner = subprocess.Popen([BINARY, "run", "--store", str(self.store), "--backup-every", "PT1S", "--backup-keep", "2"], stdout=subprocess.PIPE, text=True)
        try:
            seen, limit = set(), time.monotonic() + 60 * PATIENCE
            while len(seen) < 4 and time.monotonic() < limit:
                seen |= {p.name for p in self.backups.glob("*-scheduled.fwbackup")}
                time.sleep(0.05)
            self.assertGreaterEqual(len(seen), 4)
            owner.send_signal(signal.SIGTERM)
            self.assertEqual(owner.wait(timeout=30 * PATIENCE), 0)
        finally:
            owner.kill()
            owner.communicate()
        kept = sorted(self.backups.glob("*-scheduled.fwbackup"))
        self.assertEqual(len(kept), 2)
        self.assertEqual(run("backup", "--verify", kept[-1]).returncode, 0)
        self.assertEqual(run("run", "--store", self.store, "--backup-every", "often").returncode, 2)

    def test_killed_while_backing_up(self):
        print(f"seed {SEED}")
        chance = random.Random(SEED)
        good = self.backup()
        for _ in range(ROUNDS):
            process = subprocess.Popen([BINARY, "backup", "--store", str(self.store)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.random() * 0.15)
            process.kill()
            process.wait()
            self.assertEqual(run("backup", "--verify", good).returncode, 0)
            for path in self.backups.glob("*.fwbackup"):  # whatever has a backup's name is one
                self.assertEqual(run("backup", "--verify", path).returncode, 0)
        self.assertEqual(self.count(), 20)
        self.backup()
        self.assertEqual([p.name for p in self.backups.iterdir() if ".part" in p.name], [])

    def test_killed_while_restoring(self):
        chance = random.Random(SEED)
        good = self.backup()
        self.feed(*customers(20, 15))
        for _ in range(ROUNDS):
            process = subprocess.Popen([BINARY, "restore", str(good), "--store", str(self.store), "--no-backup"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.random() * 0.1)
            process.kill()
            process.wait()
            held = self.count()
            self.assertIn(held, (20, 35))
            self.assertEqual(run("audit", "verify", "--store", self.store).returncode, 0)
            if held == 20:
                self.feed(*customers(20, 15))
        self.assertEqual(run("restore", good, "--store", self.store).returncode, 0)
        self.assertEqual(self.count(), 20)
        self.assertEqual([p.name for p in self.folder.iterdir() if "restoring" in p.name], [])


class Audit(Care):
    def verify(self, env=None):
        done = run("audit", "verify", "--store", self.store, "--json", env=env)
        return done.returncode, lines(done.stdout)

    def tamper(self, sql):
        with sqlite3.connect(self.store) as connection:
            connection.executescript(sql)
        connection.close()

    def test_intact(self):
        code, told = self.verify()
        self.assertEqual(code, 0, told)
        self.assertEqual((told[-1]["sealed"], told[-1]["unsealed"], told[-1]["findings"]), (20, 0, 0))
        self.assertEqual(told[-1]["anchor"], 20)

    def test_forgeries_are_located(self):
        for sql, code, word in (("UPDATE fw_audit SET user = 'me' WHERE seq = 9", "audit.edited", "9"),
                                ("DELETE FROM fw_audit_value WHERE audit = 9; DELETE FROM fw_audit WHERE seq = 9", "audit.removed", "9"),
                                ("DELETE FROM fw_audit WHERE seq > 11", "audit.cut_off", "20")):
            with self.subTest(code):
                self.setUp()
                self.tamper(sql)
                exit_code, told = self.verify()
                self.assertEqual(exit_code, 1)
                self.assertEqual(told[0]["code"], code)
                self.assertIn(word, told[0]["text"])

    def test_what_was_not_sealed_is_reported_apart(self):
        owner = subprocess.Popen([BINARY, "feed", "--store", str(self.store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for customer in customers(20, 3):
            owner.stdin.write(json.dumps(customer) + "\n")
        owner.stdin.flush()
        for _ in range(3):
            owner.stdout.readline()
        owner.kill()
        owner.communicate()
        code, told = self.verify()
        self.assertEqual(code, 0)
        self.assertEqual(told[-1]["sealed"] + told[-1]["unsealed"], 23)
        self.feed()  # the next owner seals what the last one left
        self.assertEqual(self.verify()[1][-1]["sealed"], 23)

    def test_without_the_key(self):
        elsewhere = {"FORMWRIGHT_AUDIT_FOLDER": str(self.folder / "elsewhere")}
        code, told = self.verify(env=elsewhere)
        self.assertEqual((code, told[0]["code"]), (1, "audit.no_key"))
        # A program without the key works on and says so; nobody makes another key for a chain that has one.
        done = run("feed", "--store", self.store, stdin=json.dumps(customers(20, 1)[0]) + "\n", env=elsewhere)
        self.assertEqual(done.returncode, 0)
        self.assertIn("audit", done.stderr)
        self.assertEqual(list((self.folder / "elsewhere").glob("*.key")) if (self.folder / "elsewhere").exists() else [], [])
        self.assertEqual(self.verify()[0], 0)


class Doctor(Care):
    def doctor(self, store=None):
        done = run("doctor", "--store", store or self.store, "--json")
        return done.returncode, {c["check"]: c for c in lines(done.stdout)}

    def test_a_sound_store(self):
        self.backup()
        code, checks = self.doctor()
        self.assertEqual(code, 0, checks)
        self.assertNotIn("bad", {c["state"] for c in checks.values()})
        self.assertEqual(checks["integrity"]["state"], "ok")
        self.assertEqual(checks["backup"]["state"], "ok")
        self.assertIn("behaviour-crm", checks["app"]["text"])

    def test_no_backup_is_a_warning_with_advice(self):
        code, checks = self.doctor()
        self.assertEqual(code, 0)
        self.assertEqual(checks["backup"]["state"], "warning")
        self.assertIn("formwright backup", checks["backup"]["remedy"])

    def test_the_owner_is_named(self):
        owner = subprocess.Popen([BINARY, "run", "--store", str(self.store)], stdout=subprocess.PIPE, text=True)
        try:
            owner.stdout.readline()
            self.assertIn(str(owner.pid), self.doctor()[1]["owner"]["text"])
        finally:
            owner.kill()
            owner.communicate()
        checks = self.doctor()[1]
        self.assertEqual(checks["owner"]["state"], "ok")

    def test_damage(self):
        size = self.store.stat().st_size
        with open(self.store, "r+b") as file:
            for page in range(3, size // 4096):
                file.seek(page * 4096 + 8)
                file.write(os.urandom(40))
        code, checks = self.doctor()
        self.assertEqual(code, 1)
        self.assertEqual(checks["integrity"]["state"], "bad")
        self.assertIn("backup", checks["integrity"]["remedy"])
        done = run("query", "customer", "--store", self.store)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("damaged", done.stderr)

    def test_things_that_are_no_store(self):
        text = self.folder / "notes.txt"
        text.write_text("hello " * 1000)
        other = self.folder / "other.db"
        sqlite3.connect(other).execute("CREATE TABLE t(x)").connection.close()
        for path in (text, other, self.folder / "nowhere.db", self.folder):
            with self.subTest(path=path):
                code, checks = self.doctor(path)
                self.assertEqual(code, 1)
                self.assertTrue(all(c["remedy"] for c in checks.values() if c["state"] == "bad"))
        self.assertFalse((self.folder / "nowhere.db").exists())

    def test_a_clock_that_is_behind(self):
        with sqlite3.connect(self.store) as connection:
            connection.execute("UPDATE fw_cause SET at = at + 86400000")
        connection.close()
        self.assertEqual(self.doctor()[1]["clock"]["state"], "warning")

    def test_a_store_of_a_newer_program(self):
        with sqlite3.connect(self.store) as connection:
            connection.execute("UPDATE fw_meta SET value = 99 WHERE key = 'schema.base'")
        connection.close()
        self.assertEqual(self.doctor()[1]["schema"]["state"], "bad")
        self.assertEqual(run("feed", "--store", self.store, stdin="").returncode, 4)

    @unittest.skipIf(os.geteuid() == 0, "root may write everything")
    def test_read_only(self):
        self.store.chmod(0o400)
        self.folder.chmod(0o500)
        try:
            self.assertEqual(self.doctor()[1]["file"]["state"], "bad")
            done = run("feed", "--store", self.store, stdin="")
            self.assertEqual(done.returncode, 4)
        finally:
            self.folder.chmod(0o700)

    def test_locked_by_a_foreign_program(self):
        lock = sqlite3.connect(self.store, isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        done = run("feed", "--store", self.store, stdin=json.dumps(customers(20, 1)[0]) + "\n")
        lock.close()
        self.assertIn(done.returncode, (3, 4))
        self.assertIn("locked by another program", done.stdout + done.stderr)
        self.assertEqual(self.feed(*customers(20, 1))[0], 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
