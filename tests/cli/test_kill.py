"""kill -9 again and again on the real binary, while work comes in and while messages leave; then nothing may be lost or doubled.

Every line that was acknowledged is there; what happens inside happened once; who honours our key has each message once (class A); who
can be asked is asked before anything is repeated (class B); of the rest at most one message is repeated per kill, only where the step
allows it and shown as such (class C). A slice in ./test, 300 kills with --all; FORMWRIGHT_SEED repeats a run, FORMWRIGHT_ROUNDS sets
the number of kills.
"""
import collections
import json
import os
import random
import signal
import subprocess
import threading
import time
import unittest

from cli import BINARY, PATIENCE, lines, run
from test_outside import OutsideTest, phone

SLICE_SECONDS = 14
SLICE_KILLS, ALL_KILLS = 1000, 300  # the slice ends by its time
CUSTOMERS = 4  # that the prepared store has


class Kill(OutsideTest):
    RATE_LIMITS = False

    def setUp(self):
        super().setUp()
        seed = int(os.environ.get("FORMWRIGHT_SEED") or random.SystemRandom().randrange(2**32))
        print(f"FORMWRIGHT_SEED={seed}", flush=True)
        self.chance = random.Random(seed)
        self.number = 0
        self.acknowledged, self.pending = set(), []  # numbers; lines nobody has answered for yet
        self.kills = collections.Counter()

    @staticmethod
    def line(number):
        return {"key": f"w{number}", "event": "worked", "person": {"phone": phone(1 + number % CUSTOMERS)}, "props": {"number": str(number)}}

    def fresh_line(self):
        self.number += 1
        return self.line(self.number)

    def killed(self, arguments, drive):
        """Starts formwright, lets `drive` do something meanwhile, kills it; what it had said by then."""
        process = subprocess.Popen([BINARY, *arguments, "--store", str(self.store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        said = []
        reader = threading.Thread(target=lambda: said.extend(process.stdout))
        reader.start()
        try:
            drive(process, said)
        except BrokenPipeError:
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()
        reader.join()
        errors = process.stderr.read()
        for pipe in (process.stdin, process.stdout, process.stderr):
            try:
                pipe.close()
            except BrokenPipeError:
                pass
        self.assertEqual(process.returncode, -signal.SIGKILL, errors)  # it had not ended by itself
        return said

    def kill_feed(self):
        wanted = self.pending + [self.fresh_line() for _ in range(self.chance.randint(1, 6))]
        again = self.chance.sample(sorted(self.acknowledged), min(len(self.acknowledged), self.chance.randint(0, 2)))
        repeated = [self.line(n) for n in again]
        half = self.chance.randint(0, len(wanted))
        linger = self.chance.choice((0, 0.002, 0.01, 0.03))

        def drive(process, said):
            process.stdin.write("".join(json.dumps(each) + "\n" for each in wanted[:half]))
            process.stdin.flush()
            if self.chance.random() < 0.6:
                limit = time.monotonic() + 5 * PATIENCE
                while len(said) < half and time.monotonic() < limit:
                    time.sleep(0.0005)
            process.stdin.write("".join(json.dumps(each) + "\n" for each in wanted[half:] + repeated))
            process.stdin.flush()
            time.sleep(linger)

        said = self.killed(["feed"], drive)
        for text in said:
            if text.endswith("\n"):  # the last one may have been cut off
                answer = json.loads(text)
                self.assertTrue(answer["ok"], answer)
                self.acknowledged.add(int(answer["key"][1:]))
        stored = {row["key"] for row in self.rows("SELECT key FROM fw_cause WHERE key IS NOT NULL")}
        self.assertLessEqual({f"w{n}" for n in self.acknowledged}, stored)
        self.pending = [each for each in wanted if int(each["key"][1:]) not in self.acknowledged]
        self.kills["feed"] += 1
        self.kills["feed half answered"] += 0 < len(said) < len(wanted) + len(repeated)
        self.kills["feed stored but not answered"] += any(each["key"] in stored for each in self.pending)

    def kill_run(self):
        waiting = self.rows(f"SELECT count(*) AS n FROM fw_outbox WHERE state = 'pending' AND due <= {int(time.time() * 1000)}")[0]["n"]
        if not waiting:
            return self.kill_feed()
        arrivals, linger = self.chance.randint(1, 3), self.chance.choice((0, 0, 0.001, 0.003, 0.01, 0.03))
        held = self.chance.random() < 0.6  # killed while an answer is waited for, else at any time
        for channel in ("hook", "erp", "wecom"):
            if held or self.chance.random() < 0.3:
                self.outside.faults[channel] += [f"delay:{0.1 if held else self.chance.choice((0.002, 0.01, 0.03))}"] * (arrivals if held else 1)
        ledger, begun = len(self.outside.ledger), self.outside.begun

        def drive(_, __):
            with self.outside.arrived:
                self.outside.arrived.wait_for(lambda: self.outside.begun >= begun + arrivals if held else len(self.outside.ledger) >= ledger + arrivals,
                                              timeout=(3 if held else 0.3) * PATIENCE)
            time.sleep(linger)

        self.killed(["run"], drive)
        self.outside.faults.clear()
        self.kills["run"] += 1
        self.kills["run while sending"] += self.rows("SELECT count(*) AS n FROM fw_outbox WHERE state = 'sending'")[0]["n"] > 0

    def settle(self):
        """Without kills: everything comes in, what waits for its time is due now, people answer what they are asked."""
        code, answers = self.feed(*self.pending, self.fresh_line())
        self.assertEqual(code, 0, answers)
        self.acknowledged |= {int(answer["key"][1:]) for answer in answers}
        limit = time.monotonic() + 60 * PATIENCE
        while True:
            self.make_due("UPDATE fw_timer SET due = :now WHERE due > :now AND kind = 'run'")
            done = run("run", "--store", self.store, "--until-idle")
            self.assertEqual(done.returncode, 0, done.stderr)
            for incident in self.incidents():
                self.kills["incident " + incident["code"]] += 1
                self.assertIn(incident["code"], ("message.in_doubt", "workflow.crashed"), incident)
                action = "sent" if incident["code"] == "message.in_doubt" else "retry"
                answered = run("incidents", incident["incident"], "--do", action, "--store", self.store)
                self.assertEqual(answered.returncode, 0, answered.stderr)
            left = self.rows("SELECT id FROM fw_outbox WHERE state IN ('pending', 'sending') UNION SELECT id FROM fw_run WHERE ended_at IS NULL")
            if not left or time.monotonic() > limit:
                self.assertEqual(left, [])
                return

    def test_nothing_is_lost_and_nothing_doubled(self):
        whole = bool(os.environ.get("FORMWRIGHT_TEST_ALL"))
        kills = int(os.environ.get("FORMWRIGHT_ROUNDS") or (ALL_KILLS if whole else SLICE_KILLS))
        limit = time.monotonic() + (3600 if whole or os.environ.get("FORMWRIGHT_ROUNDS") else SLICE_SECONDS * PATIENCE)
        done = 0
        while done < kills and time.monotonic() < limit:
            self.chance.choice((self.kill_feed, self.kill_run, self.kill_run))()
            done += 1
        self.settle()
        print(f"{done} kills: {dict(self.kills)}, {self.number} causes, {len(self.outside.ledger)} requests", flush=True)
        self.check(done)
        if done >= 20:  # a test whose faults never struck proves nothing
            for fault in ("feed half answered", "run while sending"):
                self.assertGreater(self.kills[fault], 0, fault)

    def check(self, kills):
        numbers = sorted(range(1, self.number + 1))
        self.assertEqual(sorted(self.acknowledged), numbers)
        # inside: every cause once, with all it brings about
        entries = [int(e["number"]) for e in self.query("entry", "--limit", "100000")]
        self.assertEqual(sorted(entries), numbers)
        self.assertEqual(sum(int(c["visits"]) for c in self.query("customer")), len(numbers))
        sent = self.rows("SELECT * FROM fw_outbox")
        self.assertEqual(len(sent), 3 * len(numbers))
        self.assertEqual({row["state"] for row in sent}, {"sent"})
        # class A: as often as needed, always with the same key
        keys = collections.defaultdict(set)
        for seen in self.outside.of("hook"):
            keys[seen["text"]].add(seen["key"])
        self.assertEqual(len(keys), len(numbers))
        self.assertEqual({len(each) for each in keys.values()}, {1})
        # class C that may be repeated: no more often than the store says, and once a kill at most
        chats = collections.Counter(seen["text"] for seen in self.outside.of("wecom"))
        repeats = {row["body"]: row["repeats"] for row in sent if row["connector"] == "robot"}
        self.assertEqual(set(chats), set(repeats))
        for text, count in chats.items():
            self.assertLessEqual(count, 1 + repeats[text], text)
        self.assertLessEqual(sum(chats.values()) - len(chats), kills)
        self.assertLessEqual(sum(repeats.values()), kills)
        # class C where a person is asked: never by itself
        books = collections.Counter(json.loads(seen["text"])["number"] for seen in self.outside.of("erp"))
        self.assertEqual({n for n, count in books.items() if count > 1}, set())
        # the store itself
        self.assertEqual(self.rows("PRAGMA integrity_check"), [{"integrity_check": "ok"}])
        verified = run("audit", "verify", "--store", self.store, "--json")
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
        self.assertTrue(lines(verified.stdout))


if __name__ == "__main__":
    unittest.main(verbosity=2)
