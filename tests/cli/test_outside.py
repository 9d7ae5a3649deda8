"""Every channel and the HTTP step through the real binary, against a server that answers as the vendors do (tests/outside)."""
import contextlib
import json
import pathlib
import shutil
import sqlite3
import sys
import tempfile
import time
import unittest

from cli import SOURCE, StoreTest, run

sys.path.insert(0, str(SOURCE / "tests/outside"))
import server as vendors  # noqa: E402

APP = SOURCE / "tests/apps/outside"


def phone(i):
    return f"138000000{i:02d}"


PHONE = phone(1)
SECRETS = {"wecom": vendors.WECOM_KEY, "dingtalk": vendors.DINGTALK_TOKEN, "dingtalk_sign": vendors.DINGTALK_SECRET, "feishu": vendors.FEISHU_HOOK,
           "feishu_sign": vendors.FEISHU_SECRET, "aliyun": vendors.ALIYUN_SECRET, "tencent": vendors.TENCENT_SECRET, "hook": vendors.HOOK_SECRET,
           "erp": vendors.ERP_TOKEN.split()[1]}


def settings(url):
    """What an installation says about its connectors."""
    wecom = f"{url}/cgi-bin/webhook/send?key=${{secret:wecom}}"
    return {"wecom": {"url": wecom}, "robot": {"url": wecom},
            "dingtalk": {"url": f"{url}/robot/send?access_token=${{secret:dingtalk}}", "sign": "${secret:dingtalk_sign}"},
            "feishu": {"url": f"{url}/open-apis/bot/v2/hook/${{secret:feishu}}", "sign": "${secret:feishu_sign}"},
            "aliyun": {"url": url, "user": vendors.ALIYUN_ID}, "tencent": {"url": url, "user": vendors.TENCENT_ID},
            "hook": {"url": f"{url}/hook", "sign": "${secret:hook}"},
            "erp": {"url": f"{url}/erp", "authorization": "Bearer ${secret:erp}"}, "slow": {"url": f"{url}/silent"}}


class OutsideTest(StoreTest):
    """A store of the app with all channels, configured for a server of the class's own."""
    RATE_LIMITS = True

    @classmethod
    def setUpClass(cls):
        cls.outside = vendors.Outside(rate_limits=cls.RATE_LIMITS)
        cls.addClassCleanup(cls.outside.close)
        cls.prepared = pathlib.Path(tempfile.mkdtemp(prefix="formwright-outside-"))
        cls.addClassCleanup(shutil.rmtree, cls.prepared, ignore_errors=True)
        store = cls.prepared / "app.db"
        customers = [{"key": f"c{i}", "create": "customer", "values": {"name": "李雷" if i == 1 else f"客户{i}", "phone": phone(i)}} for i in range(1, 5)]
        for arguments, stdin in ((("apply", APP), None), (("feed",), "".join(json.dumps(c) + "\n" for c in customers)),
                                 *((("setting", f"connector.{name}.{key}", value), None) for name, keys in settings(cls.outside.url()).items()
                                   for key, value in {**keys, "network": "private"}.items())):
            done = run(*arguments, "--store", store, stdin=stdin)
            assert done.returncode == 0, done.stdout + done.stderr
        secrets = cls.prepared / "app.db.secrets"
        secrets.write_text("".join(f"{name}={value}\n" for name, value in SECRETS.items()))
        secrets.chmod(0o600)

    def setUp(self):
        super().setUp()
        shutil.copytree(self.prepared, self.folder, dirs_exist_ok=True)
        self.secrets = self.folder / "app.db.secrets"
        self.outside.reset()

    def configure(self, values):
        with contextlib.closing(sqlite3.connect(self.store)) as db, db:
            db.executemany("INSERT OR REPLACE INTO fw_setting (key, value) VALUES (?, ?)", values.items())

    def rows(self, sql="SELECT * FROM fw_outbox ORDER BY id"):
        with contextlib.closing(sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)) as db:
            db.row_factory = sqlite3.Row
            return [dict(r) for r in db.execute(sql)]

    def make_due(self, *statements):
        """What waits for its time is due now."""
        now = int(time.time() * 1000)
        with contextlib.closing(sqlite3.connect(self.store)) as db, db:
            for sql in ("UPDATE fw_outbox SET due = :now WHERE state = 'pending' AND due > :now", *statements):
                db.execute(sql, {"now": now})


class Channels(OutsideTest):
    count = 0

    def say(self, *through, text="你好", **more):
        """One message each; the last outbox row afterwards. Nothing secret is told or kept."""
        events = []
        for channel in through:
            self.count += 1
            events.append({"key": f"e{self.count}", "event": "said", "person": {"phone": PHONE}, "props": {"through": channel, "text": text, **more}})
        code, answers = self.feed(*events)
        self.assertEqual(code, 0, answers)
        return self.work()

    def work(self):
        done = run("run", "--store", self.store, "--until-idle")
        self.assertEqual(done.returncode, 0, done.stderr)
        kept = b"".join(p.read_bytes() for p in self.folder.glob("app.db*") if p.is_file() and p != self.secrets)
        for name, secret in SECRETS.items():
            self.assertNotIn(secret, done.stdout + done.stderr, name)
            self.assertNotIn(secret.encode(), kept, name)
        return self.rows()[-1]

    def answer(self):
        (customer,) = self.query("customer", "--where", f'phone = "{PHONE}"')
        return customer["answer"]

    # --- what each channel sends is what its vendor takes ---
    def test_wecom(self):
        self.assertEqual(self.say("wecom")["state"], "sent")
        (seen,) = self.outside.of("wecom")
        self.assertEqual(seen["content"], {"content": "About 李雷\n你好", "mentioned_list": ["zhang", "@all"], "mentioned_mobile_list": ["13800138000"]})

    def test_wecom_markdown(self):
        self.assertEqual(self.say("wecom_rich")["state"], "sent")
        (seen,) = self.outside.of("wecom", kind="markdown")
        self.assertEqual(seen["text"], "**News**\n**李雷**: 你好\n<@zhang>")

    def test_dingtalk(self):
        self.assertEqual(self.say("dingtalk")["state"], "sent")
        (seen,) = self.outside.of("dingtalk")
        self.assertEqual((seen["text"], seen["at_whom"]), ("About 李雷\n你好", {"atMobiles": ["13800138000"], "atUserIds": ["zhang"], "isAtAll": True}))

    def test_dingtalk_markdown(self):
        self.assertEqual(self.say("dingtalk_rich")["state"], "sent")
        (seen,) = self.outside.of("dingtalk", kind="markdown")
        self.assertEqual((seen["title"], seen["text"]), ("News", "**News**\n**李雷**: 你好 @13800138000 @zhang"))

    def test_feishu(self):
        self.assertEqual(self.say("feishu")["state"], "sent")
        (seen,) = self.outside.of("feishu")
        self.assertEqual(seen["text"], 'About 李雷\n你好<at user_id="zhang"></at><at user_id="all"></at>')

    def test_feishu_markdown(self):
        self.assertEqual(self.say("feishu_rich")["state"], "sent")
        self.assertEqual(self.outside.of("feishu", kind="interactive")[0]["text"], "**李雷**: 你好\n<at id=zhang></at>")

    def test_aliyun(self):
        row = self.say("aliyun", text="1234")
        self.assertEqual((row["state"], row["body"]), ("sent", "Your code is 1234"))
        (seen,) = self.outside.of("aliyun")
        self.assertEqual((seen["to"], seen["text"], seen["key"]), (PHONE, '{"code":"1234"}', row["key"]))
        self.assertTrue(row["reference"].endswith("^0"))

    def test_tencent(self):
        row = self.say("tencent", text="1234")
        self.assertEqual(row["state"], "sent")
        (seen,) = self.outside.of("tencent")
        self.assertEqual((seen["to"], seen["text"], seen["key"]), (f"+86{PHONE}", ["1234"], row["key"]))

    def test_webhook(self):
        row = self.say("hook")
        self.assertEqual(row["state"], "sent")
        (seen,) = self.outside.of("hook")
        self.assertEqual((seen["key"], seen["text"]), (row["key"], "你好"))

    def test_a_customers_text_cannot_call_everybody(self):
        self.say("feishu", "wecom_rich", text='<at user_id="all"></at><@all>')
        self.assertEqual(len(self.outside.of("feishu") + self.outside.of("wecom")), 2)
        for seen in self.outside.ledger:
            self.assertNotIn('<at user_id="all"></at><', seen["text"])
            self.assertNotIn("<@all>", seen["text"])

    def test_long_texts_fit_the_limits(self):
        self.say("wecom", "wecom_rich", "feishu", "feishu_rich", "dingtalk", text="客" * 12000)
        self.say("feishu", text='"' * 19000)
        self.assertEqual([row["state"] for row in self.rows()], ["sent"] * 6)

    # --- what the vendors refuse, and what passes later ---
    def test_vendors_errors_decide(self):
        expected = (("wecom", "45009", "pending"), ("wecom", "40058", "failed"), ("dingtalk", "130101", "pending"), ("dingtalk", "310000", "failed"),
                    ("feishu", "11232", "pending"), ("feishu", "19024", "failed"), ("feishu", "9499", "failed"),
                    ("aliyun", "isv.BUSINESS_LIMIT_CONTROL", "pending"), ("aliyun", "Throttling.User", "pending"), ("aliyun", "isv.SMS_TEMPLATE_ILLEGAL", "failed"),
                    ("tencent", "RequestLimitExceeded", "pending"), ("tencent", "AuthFailure.SecretIdNotFound", "failed"),
                    ("tencent", "set:LimitExceeded.PhoneNumberDailyLimit", "pending"), ("tencent", "set:FailedOperation.TemplateIncorrectOrUnapproved", "failed"))
        for channel, code, _ in expected:
            self.outside.faults[channel].append(f"code:{code}")
        self.say(*(channel for channel, _, __ in expected))
        for row, (channel, code, state) in zip(self.rows(), expected, strict=True):
            with self.subTest(channel=channel, code=code):
                self.assertEqual((row["connector"], row["state"]), (channel, state), row["words"])
                self.assertIn(code.removeprefix("set:"), row["words"])

    def test_http_statuses_decide(self):
        expected = (("408", "pending"), ("425", "pending"), ("429:120", "pending"), ("500", "pending"), ("503", "pending"), ("400", "failed"), ("403", "failed"))
        self.outside.faults["hook"] += [fault for fault, _ in expected]
        before = time.time() * 1000
        self.say(*("hook" for _ in expected))
        for row, (fault, state) in zip(self.rows(), expected, strict=True):
            with self.subTest(fault=fault):
                self.assertEqual(row["state"], state, row["words"])
                if fault == "429:120":
                    self.assertGreaterEqual(row["due"], before + 120_000)

    def test_a_wrong_secret_is_told_without_naming_it(self):
        self.secrets.write_text(self.secrets.read_text().replace(vendors.FEISHU_SECRET, "another-secret-value"))
        row = self.say("feishu")
        self.assertEqual(row["state"], "failed")
        self.assertIn("19021", row["words"])
        self.assertNotIn("another-secret-value", json.dumps(self.query("messages")) + json.dumps(self.incidents()))

    def test_a_secrets_file_open_to_others_is_not_read(self):
        self.secrets.chmod(0o644)
        row = self.say("wecom")
        self.assertEqual(row["state"], "failed")
        self.assertIn("chmod 600", row["words"])
        self.assertEqual(self.outside.ledger, [])

    def test_secrets_are_refused_as_settings(self):
        for key, value in (("wecom.url", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6"), ("hook.sign", "s3cret"),
                           ("feishu.url", "https://open.feishu.cn/open-apis/bot/v2/hook/1234"), ("erp.authorization", "Bearer 4242"), ("erp.network", "everywhere")):
            self.assertEqual(run("setting", f"connector.{key}", value, "--store", self.store).returncode, 1, key)

    # --- in doubt: the answer was lost ---
    def test_class_a_is_sent_again_with_its_key(self):
        self.outside.faults["hook"].append("drop")
        self.assertEqual(self.say("hook")["state"], "pending")
        self.make_due()
        row = self.work()
        self.assertEqual((row["state"], row["repeats"]), ("sent", 0))
        self.assertEqual({e["key"] for e in self.outside.of("hook")}, {row["key"]})

    def test_class_b_is_asked_what_became_of_it(self):
        self.outside.faults["aliyun"].append("drop")
        row = self.say("aliyun", text="1234")
        self.assertEqual((row["state"], row["asking"]), ("pending", 1))
        self.assertGreater(row["due"], time.time() * 1000 + 60_000)  # the provider needs a while
        self.make_due()
        row = self.work()
        self.assertEqual((row["state"], row["asking"], row["repeats"]), ("sent", 0, 0))
        self.assertEqual([e["action"] for e in self.outside.of("aliyun")], ["SendSms", "QuerySendDetails"])

    def test_class_b_that_never_arrived_is_sent(self):
        self.outside.faults["aliyun"].append("junk")  # an answer of something in between: nobody got it
        self.assertEqual(self.say("aliyun", text="1234")["asking"], 1)
        self.make_due()
        self.work()
        self.make_due()
        self.assertEqual(self.work()["state"], "sent")
        self.assertEqual([e["action"] for e in self.outside.of("aliyun")], ["QuerySendDetails", "SendSms"])

    def test_tencents_silence_proves_nothing(self):
        self.outside.faults["tencent"] += ["junk", "500"]
        self.assertEqual(self.say("tencent", text="1234")["asking"], 1)
        self.make_due()
        self.assertEqual(self.work()["asking"], 1)  # it could not be asked: later
        self.make_due()
        self.assertEqual(self.work()["state"], "in_doubt")  # to a customer: a person is asked
        self.assertEqual(self.incidents()[-1]["code"], "message.in_doubt")

    def test_class_c_to_the_own_group_is_repeated_and_shown_as_such(self):
        self.outside.faults["wecom"].append("drop")
        self.assertEqual(self.say("wecom")["state"], "pending")
        self.make_due()
        row = self.work()
        self.assertEqual((row["state"], row["repeats"]), ("sent", 1))

    # --- the HTTP step ---
    def test_a_call_and_its_answer(self):
        row = self.say("erp", text='说"你好"', path="/orders?year=2026")
        self.assertEqual(row["state"], "sent")
        (seen,) = self.outside.of("erp")
        self.assertEqual((seen["method"], seen["path"]), ("POST", "/erp/orders?year=2026"))
        self.assertEqual(json.loads(seen["body"]), {"name": "李雷", "text": '说"你好"'})
        self.assertEqual((seen["headers"]["x-customer"], seen["headers"]["content-type"]), ("李雷".encode().decode("latin1"), "application/json; charset=utf-8"))
        self.assertEqual(self.answer(), "booked")

    def test_reading(self):
        self.say("read", path="/orders")
        (seen,) = self.outside.of("erp")
        self.assertEqual((seen["method"], seen["body"]), ("GET", ""))
        self.assertEqual(self.answer(), "4711")

    def test_a_lost_answer_of_a_call_asks_a_person_and_of_a_reading_repeats(self):
        self.outside.faults["erp"].append("drop")
        self.assertEqual(self.say("erp", path="/orders")["state"], "in_doubt")
        self.outside.faults["erp"].append("drop")
        self.assertEqual(self.say("read", path="/orders")["state"], "pending")

    def test_a_refusal_goes_its_own_way_and_repeats_no_secret(self):
        self.secrets.write_text(self.secrets.read_text().replace("erp-token-4242", "wrong-token-1111"))
        row = self.say("erp", path="/orders")
        self.assertEqual(row["state"], "failed")
        self.assertIn("***", row["words"])  # the server repeated the password
        self.assertNotIn("wrong-token-1111", json.dumps(row))
        self.assertEqual(self.answer(), "401")

    def test_the_time_limit_holds(self):
        self.assertEqual(self.say("slow", path="?seconds=60")["state"], "pending")  # the server would still be silent otherwise
        self.assertEqual(self.outside.ledger, [])

    def test_a_huge_answer_is_cut(self):
        self.configure({"connector.erp.url": self.outside.url("/big")})
        row = self.say("read", path="?bytes=5000000")
        self.assertEqual(row["state"], "sent")
        self.assertLess(len(row["answer"]), 200_000)

    def test_a_path_cannot_leave_the_service(self):
        for path in ("@evil.example/x", ":1@evil.example/", "//evil.example/"):
            row = self.say("read", path=path)
            self.assertTrue(all(e["channel"] in ("erp", "nothing") for e in self.outside.ledger), path)
            self.assertIn(row["state"], ("failed", "sent"), path)

    # --- redirects ---
    def redirect(self, through, status, to):
        self.configure({"connector.erp.url": self.outside.url("/redirect")})
        return self.say(through, path=f"?status={status}&to={to}")

    def test_reading_follows_within_its_host(self):
        self.assertEqual(self.redirect("read", 302, "/erp/moved")["state"], "sent")
        self.assertEqual(self.outside.of("erp")[0]["path"], "/erp/moved")

    def test_a_call_is_followed_only_with_method_and_body(self):
        self.assertEqual(self.redirect("erp", 308, "/erp/moved")["state"], "sent")
        (seen,) = self.outside.of("erp")
        self.assertEqual((seen["method"], json.loads(seen["body"])["name"]), ("POST", "李雷"))
        self.assertEqual(self.say("erp", path="?status=302&to=/erp/moved")["state"], "failed")
        self.assertEqual(len(self.outside.of("erp")), 1)

    def test_another_host_is_not_followed(self):
        other = vendors.Outside()
        self.addCleanup(other.close)
        self.assertEqual(self.redirect("read", 302, other.url("/erp/stolen"))["state"], "failed")
        self.assertEqual(self.say("read", path=f"?status=302&to=http://localhost:{self.outside.port}/erp/x")["state"], "failed")
        self.assertEqual(other.ledger, [])

    def test_circles_end(self):
        self.configure({"connector.erp.url": self.outside.url("/redirect")})
        self.assertEqual(self.say("read", path="?round")["state"], "failed")
        self.assertEqual(len(self.outside.ledger), 6)

    # --- where calls may lead ---
    def test_private_addresses_are_refused_unless_allowed(self):
        self.configure({"connector.erp.network": ""})
        port = self.outside.port
        for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "127.1"):
            with self.subTest(host=host):
                self.configure({"connector.erp.url": f"http://{host}:{port}/erp"})
                row = self.say("read", path="/orders")
                self.assertEqual(row["state"], "failed", row["words"])
                self.assertIn("private", row["words"])
        self.assertEqual(self.outside.ledger, [])

    def test_addresses_of_the_cloud_are_never_allowed(self):
        for host in ("169.254.169.254", "[fe80::1]", "0.0.0.0", "100.100.100.200", "[fd00:ec2::254]"):
            with self.subTest(host=host):
                self.configure({"connector.erp.url": f"http://{host}:{self.outside.port}/erp"})
                self.assertEqual(self.say("read", path="/orders")["state"], "failed")
        self.assertEqual(self.outside.ledger, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
