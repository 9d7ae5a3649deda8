"""Mail over TLS against a real server: certificates, signing in, refusals, a lost answer. Nothing secret shows anywhere."""
import json
import pathlib
import subprocess
import sys
import unittest

from cli import StoreTest, run

PASSWORD = "s3cret-Passw0rt"
CUSTOMER = {"phone": "13800000001"}


def interpreter():
    """A Python that has aiosmtpd: Debian's has it from python3-aiosmtpd."""
    for python in (sys.executable, "/usr/bin/python3"):
        if pathlib.Path(python).exists() and subprocess.run([python, "-c", "import aiosmtpd"], capture_output=True).returncode == 0:
            return python
    return None


@unittest.skipUnless(interpreter(), "python3-aiosmtpd is not installed")
class Mail(StoreTest):
    def setUp(self):
        super().setUp()
        self.apply()
        self.feed({"key": "r", "create": "customer", "values": {"name": "李雷", "email": "li@example.com", **CUSTOMER}},
                  {"key": "c", "consent": "behaviour", "person": CUSTOMER}, {"key": "e", "event": "trial_submitted", "person": CUSTOMER})

    def certificate(self, name="localhost"):
        cert, key = self.folder / f"{name}.pem", self.folder / f"{name}.key"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", cert,
                        "-days", "2", "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"], check=True, capture_output=True)
        return {"cert": str(cert), "key": str(key)}

    def server(self, **wish):
        process = subprocess.Popen([interpreter(), pathlib.Path(__file__).with_name("mailserver.py"), json.dumps(wish)], stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.process = process
        return json.loads(process.stdout.readline())["port"]

    def heard(self):
        """What the server was told; it has ended afterwards."""
        self.process.terminate()
        return [json.loads(line) for line in self.process.stdout]

    def configure(self, url, **more):
        for key, value in {"url": url, "from": "crm@example.com", **more}.items():
            done = run("setting", f"connector.mail.{key}", value, "--store", self.store)
            self.assertEqual(done.returncode, 0, done.stderr)

    def send(self, password=PASSWORD):
        """One round of `run`; the message afterwards. The password stands in no output and not in the store."""
        done = run("run", "--store", self.store, "--until-idle", env={"FORMWRIGHT_SECRET_MAIL": password})
        self.assertEqual(done.returncode, 0, done.stderr)
        (message,) = self.query("messages")
        told = done.stdout + done.stderr + json.dumps(message) + json.dumps(self.incidents())
        for secret in {password, PASSWORD}:
            self.assertNotIn(secret, told)
            for file in self.folder.glob("app.db*"):
                if file.is_file():
                    self.assertNotIn(secret.encode(), file.read_bytes())
        return message

    def test_starttls_with_signing_in(self):
        cert = self.certificate()
        port = self.server(tls="starttls", user="crm", password=PASSWORD, **cert)
        self.configure(f"smtp://localhost:{port}", user="crm", ca=cert["cert"])
        self.assertEqual(self.send()["state"], "sent")
        login, mail = self.heard()
        self.assertEqual(login, {"login": "crm", "good": True})
        self.assertEqual((mail["sender"], mail["to"], mail["tls"]), ("crm@example.com", ["li@example.com"], True))
        self.assertIn("Message-ID: <", mail["mail"])

    def test_implicit_tls(self):
        cert = self.certificate()
        port = self.server(tls="implicit", user="crm", password=PASSWORD, **cert)
        self.configure(f"smtps://localhost:{port}", user="crm", ca=cert["cert"])
        self.assertEqual(self.send()["state"], "sent")
        self.assertTrue(self.heard()[1]["tls"])

    def test_a_certificate_nobody_vouches_for_is_refused_in_words(self):
        port = self.server(tls="starttls", user="crm", password=PASSWORD, **self.certificate())
        self.configure(f"smtp://localhost:{port}", user="crm")
        message = self.send()
        self.assertEqual(message["state"], "failed")
        self.assertIn("certificate", message["words"])
        self.assertIn("self-signed", message["words"].replace("self signed", "self-signed"))
        (incident,) = self.incidents()
        self.assertEqual(incident["code"], "message.refused")
        self.assertEqual(self.heard(), [])  # the password was not even offered

    def test_a_certificate_of_another_name_is_refused(self):
        cert = self.certificate("mail.other.example")
        port = self.server(tls="implicit", **cert)
        self.configure(f"smtps://localhost:{port}", ca=cert["cert"])
        message = self.send()
        self.assertEqual(message["state"], "failed")
        self.assertIn("certificate", message["words"])

    def test_a_missing_certificate_file_is_named(self):
        port = self.server(tls="starttls", **self.certificate())
        self.configure(f"smtp://localhost:{port}", ca=self.folder / "nowhere.pem")
        message = self.send()
        self.assertEqual(message["state"], "failed")
        self.assertIn("nowhere.pem", message["words"])

    def test_a_server_without_encryption_is_refused(self):
        port = self.server(tls="none")
        self.configure(f"smtp://localhost:{port}")
        message = self.send()
        self.assertEqual(message["state"], "failed")
        self.assertIn("encryption", message["words"])
        self.assertEqual(self.heard(), [])

    def test_a_wrong_password(self):
        cert = self.certificate()
        port = self.server(tls="starttls", user="crm", password=PASSWORD, **cert)
        self.configure(f"smtp://localhost:{port}", user="crm", ca=cert["cert"])
        message = self.send(password="wr0ng-Passw0rt")
        self.assertEqual(message["state"], "failed")
        self.assertIn("535", message["words"])
        self.assertEqual(self.heard()[0]["good"], False)

    def test_a_missing_secret_is_named_not_guessed(self):
        cert = self.certificate()
        port = self.server(tls="starttls", user="crm", password=PASSWORD, **cert)
        self.configure(f"smtp://localhost:{port}", user="crm", ca=cert["cert"])
        done = run("run", "--store", self.store, "--until-idle")
        self.assertEqual(done.returncode, 0, done.stderr)
        (message,) = self.query("messages")
        self.assertEqual(message["state"], "failed")
        self.assertIn("mail", message["words"])

    def test_later_is_tried_again(self):
        cert = self.certificate()
        port = self.server(tls="starttls", data="451 come back later", **cert)
        self.configure(f"smtp://localhost:{port}", ca=cert["cert"])
        message = self.send()
        self.assertEqual((message["state"], message["words"]), ("pending", "451 come back later"))
        self.assertEqual(self.incidents(), [])

    def test_never_is_an_incident(self):
        cert = self.certificate()
        port = self.server(tls="starttls", rcpt="550 no such user", **cert)
        self.configure(f"smtp://localhost:{port}", ca=cert["cert"])
        message = self.send()
        self.assertEqual((message["state"], message["words"]), ("failed", "550 no such user"))

    def test_an_answer_lost_after_the_final_dot_is_in_doubt(self):
        cert = self.certificate()
        port = self.server(tls="starttls", drop=True, **cert)
        self.configure(f"smtp://localhost:{port}", ca=cert["cert"])
        self.assertEqual(self.send()["state"], "in_doubt")
        self.assertEqual(len(self.heard()), 1)
        (incident,) = self.incidents()
        self.assertEqual(incident["code"], "message.in_doubt")

    def test_secrets_do_not_go_into_the_store(self):
        done = run("setting", "connector.mail.password", PASSWORD, "--store", self.store)
        self.assertEqual(done.returncode, 1)
        self.assertIn("FORMWRIGHT_SECRET", done.stderr)
        self.assertEqual(run("setting", "connector.mail.password", "${secret:mail}", "--store", self.store).returncode, 0)
        self.assertEqual(run("setting", "connector.nobody.url", "x", "--store", self.store).returncode, 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
