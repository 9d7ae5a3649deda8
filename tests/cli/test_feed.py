"""formwright feed: one answer a line, in order, only after the commit is durable."""
import json
import os
import random
import signal
import subprocess
import time
import unittest

from cli import BINARY, StoreTest, lines, run

PERSON = {"phone": "13800000001"}


def customer(key, phone="13800000001", name="李雷", **more):
    return {"key": key, "create": "customer", "values": {"name": name, "phone": phone, **more}}


def look(key, page="pricing", seconds=45, at="2026-01-05T09:00:00+08:00", person=PERSON):
    return {"key": key, "event": "viewed_page", "person": person, "at": at, "props": {"page": page, "seconds": seconds}}


AGREED = {"key": "c0", "consent": "behaviour", "person": PERSON}


class Feed(StoreTest):
    def setUp(self):
        super().setUp()
        self.apply()
        run("user", "wang", "--name", "王芳", "--role", "sales", "--language", "zh", "--store", self.store)

    def test_a_long_look_scores_and_starts_the_workflow(self):
        code, answers = self.feed(customer("r1", owner="wang"), AGREED, look("k1"))
        self.assertEqual(code, 0, answers)
        self.assertEqual([a["key"] for a in answers], ["r1", "c0", "k1"])
        self.assertTrue(all(a["ok"] for a in answers))
        self.assertEqual(answers[0]["outcome"], "created")
        self.assertEqual(answers[0]["version"], 1)
        self.assertIn("seq", answers[2])
        (record,) = self.query("customer")
        self.assertEqual((record["intent"], record["status"], record["intent_stage"]), ("40", "high_intent", "decision"))
        (task,) = self.query("tasks")
        self.assertEqual(task["title"], "致电李雷：刚看过价格页")

    def test_without_consent_nothing_is_stored(self):
        code, answers = self.feed(customer("r1"), look("k1"))
        self.assertEqual(code, 0)
        self.assertEqual(answers[1]["outcome"], "refused")
        self.assertEqual(self.query("customer")[0]["intent"], "0")

    def test_bad_lines_are_answered_and_skipped(self):
        code, answers = self.feed("nonsense", customer("r1"), {"key": "r2", "create": "customer", "values": {"phone": "13800000002", "colour": 1}},
                                  {"key": "r3", "create": "nothing", "values": {}}, AGREED, look("k1", seconds="long"),
                                  look("k2", at="2026-01-05T09:00:00"), look("k3"))
        self.assertEqual(code, 3)
        self.assertEqual([a["ok"] for a in answers], [False, True, False, False, True, False, False, True])
        for answer in answers:
            if not answer["ok"]:
                self.assertTrue(answer["error"]["code"] and answer["error"]["text"], answer)

    def test_what_a_line_does_not_know_is_refused(self):
        create = {"create": "customer", "values": {"name": "李雷"}}
        _, answers = self.feed(customer("r1"), AGREED, create, {**create, "key": ""},
                               {**create, "key": "k2", "update": "customer"}, {"key": "k3", "create": "customer", "value": {}})
        self.assertEqual([a["error"]["code"] for a in answers[2:]],
                         ["feed.missing", "feed.missing", "feed.two_actions", "feed.unknown_key"])
        for answer in answers[2:]:
            self.assertTrue(answer["error"]["remedy"], answer)
        self.assertEqual(len(self.query("customer")), 1)

    def test_a_refused_line_leaves_its_key_free(self):
        bad = customer("k1", phone="12")
        _, answers = self.feed(bad, bad, customer("k1"), bad)
        self.assertEqual([a["ok"] for a in answers], [False, False, True, False])
        self.assertEqual(answers[0], answers[1])
        self.assertEqual(answers[3]["error"]["code"], "key_reused")

    def test_a_repeated_key_gets_the_first_answer(self):
        _, first = self.feed(customer("r1"), AGREED, look("k1"))
        code, again = self.feed(customer("r1"), look("k1"), look("k1", seconds=46))
        self.assertEqual(again[0], first[0])
        self.assertEqual(again[1], first[2])
        self.assertEqual(again[2]["error"]["code"], "key_reused")
        self.assertEqual(code, 3)
        self.assertEqual(len(self.query("customer")), 1)

    def test_duplicates_merge_and_updates_match(self):
        _, answers = self.feed(customer("r1"), customer("r2", phone="138-0000-0001", company="方匠"),
                               {"key": "u1", "update": "customer", "match": {"phone": "13800000001"}, "values": {"source": "expo"}},
                               {"key": "u2", "update": "customer", "match": {"phone": "13800000001"}, "version": 1, "values": {"source": "website"}},
                               {"key": "d1", "delete": "customer", "match": {"phone": "13800000001"}})
        self.assertEqual(answers[1]["outcome"], "merged")
        self.assertTrue(answers[2]["ok"], answers)
        self.assertEqual(answers[3]["error"]["code"], "record.stale")
        self.assertTrue(answers[4]["ok"], answers)
        self.assertEqual(self.query("customer"), [])

    def test_answers_that_cannot_be_written_end_it(self):
        lines = "".join(json.dumps(customer(f"r{i}", phone=f"139{i:08d}")) + "\n" for i in range(2000))
        with open("/dev/full", "w") as full:
            done = subprocess.run([BINARY, "feed", "--store", str(self.store)], input=lines, stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 4)
        self.assertIn("stdout", done.stderr)

    def test_killed_in_the_middle_nothing_acknowledged_is_lost_or_doubled(self):
        rounds = 12 if os.environ.get("FORMWRIGHT_TEST_ALL") else 4
        seed = int(os.environ.get("FORMWRIGHT_SEED", random.randrange(10**6)))
        print(f"seed {seed}")
        chance = random.Random(seed)
        sent = [json.dumps(customer(f"r{i}", phone=f"139{i:08d}", name=f"客户{i}"), ensure_ascii=False) + "\n" for i in range(3000)]
        source = self.folder / "lines.jsonl"
        source.write_text("".join(sent), encoding="utf-8")
        acknowledged = {}
        for _ in range(rounds):
            with open(source) as stdin:
                process = subprocess.Popen([BINARY, "feed", "--store", str(self.store)], stdin=stdin, stdout=subprocess.PIPE, text=True)
            for _ in range(chance.randrange(1, 2500)):
                line = process.stdout.readline()
                if not line:
                    break
                answer = json.loads(line)
                self.assertTrue(answer["ok"], answer)
                if answer["key"] in acknowledged:
                    self.assertEqual(acknowledged[answer["key"]], answer["id"])
                acknowledged[answer["key"]] = answer["id"]
            process.send_signal(signal.SIGKILL)
            process.wait()
            process.stdout.close()
        self.assertGreater(len(acknowledged), 0)
        done = run("feed", "--store", self.store, stdin="".join(sent))
        self.assertEqual(done.returncode, 0, done.stderr)
        final = {a["key"]: a["id"] for a in lines(done.stdout)}
        for key, identifier in acknowledged.items():
            self.assertEqual(final[key], identifier)
        self.assertEqual(len(self.query("customer", "--limit", "10000")), len(sent))


if __name__ == "__main__":
    unittest.main(verbosity=2)
