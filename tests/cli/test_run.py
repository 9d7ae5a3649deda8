"""formwright run: timers fire, messages leave once, also when the process is killed."""
import signal
import subprocess
import time
import unittest

from cli import BINARY, PATIENCE, POSTGRES, StoreTest, run

CUSTOMERS = 40


class Run(StoreTest):
    def setUp(self):
        super().setUp()
        self.apply()
        self.messages = self.folder / "messages"
        lines = []
        for i in range(CUSTOMERS):
            person = {"phone": f"138{i:08d}"}
            lines += [{"key": f"r{i}", "create": "customer", "values": {"name": f"客户{i}", "email": f"c{i}@example.com", **person}},
                      {"key": f"c{i}", "consent": "behaviour", "person": person},
                      {"key": f"e{i}", "event": "trial_submitted", "person": person}]
        code, answers = self.feed(*lines)
        self.assertEqual(code, 0, answers)

    def files(self):
        return sorted(p.name for p in self.messages.rglob("*") if p.is_file()) if self.messages.exists() else []

    def test_messages_without_an_address_become_files(self):
        done = run("run", "--store", self.store, "--messages", self.messages, "--until-idle")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.files()), CUSTOMERS)
        text = next(p for p in self.messages.rglob("*") if p.is_file()).read_bytes()
        self.assertIn(b"Message-ID: <", text)
        self.assertIn(b"@example.com", text)
        self.assertEqual({m["state"] for m in self.query("messages")}, {"sent"})

    def test_killed_again_and_again_every_message_leaves_once(self):
        for _ in range(6):
            process = subprocess.Popen([BINARY, "run", "--store", str(self.store), "--messages", str(self.messages)], stdout=subprocess.PIPE, text=True)
            process.stdout.readline()  # it is running
            before, limit = len(self.files()), time.monotonic() + 10 * PATIENCE
            while len(self.files()) < min(before + 3, CUSTOMERS) and time.monotonic() < limit:
                time.sleep(0.002)
            process.send_signal(signal.SIGKILL)
            process.communicate()
        limit = time.monotonic() + 120 * PATIENCE  # what was cut off while leaving is tried again after its pause
        while True:
            done = run("run", "--store", self.store, "--messages", self.messages, "--until-idle")
            self.assertEqual(done.returncode, 0, done.stderr)
            messages = self.query("messages")
            if all(m["state"] == "sent" for m in messages) or time.monotonic() > limit:
                break
            time.sleep(1)
        self.assertEqual(len({m["key"] for m in messages}), CUSTOMERS)
        self.assertEqual({m["state"] for m in messages}, {"sent"})
        self.assertEqual(len(self.files()), CUSTOMERS)  # a file is named by its key: class A, once

    @unittest.skipIf(POSTGRES, "a database may have several runtimes")
    def test_it_ends_when_asked_and_names_itself_to_others(self):
        process = subprocess.Popen([BINARY, "run", "--store", str(self.store), "--messages", str(self.messages)], stdout=subprocess.PIPE, text=True)
        try:
            process.stdout.readline()
            second = run("run", "--store", self.store, "--until-idle")
            self.assertEqual(second.returncode, 4, second.stderr)
            self.assertIn(str(process.pid), second.stderr)
            process.send_signal(signal.SIGTERM)
            self.assertEqual(process.wait(timeout=30 * PATIENCE), 0)
        finally:
            process.kill()
            process.communicate()


if __name__ == "__main__":
    unittest.main(verbosity=2)
