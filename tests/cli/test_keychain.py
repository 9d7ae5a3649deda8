"""Secrets in a real keychain (gnome-keyring on a message bus of the test's own)."""
import os
import shutil
import subprocess
import unittest

import test_outside
from cli import BINARY, PATIENCE

SCRIPT = """
set -e
printf login | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
printf %s "$KEPT" | secret-tool store --label=Formwright application formwright name wecom
exec "$0" run --store "$1" --until-idle
"""


@unittest.skipUnless(all(map(shutil.which, ("dbus-run-session", "gnome-keyring-daemon", "secret-tool"))), "gnome-keyring is not installed")
class Keychain(test_outside.OutsideTest):
    def send(self, kept):
        self.secrets.unlink()
        home = self.folder / "home"
        home.mkdir(mode=0o700)
        self.feed({"key": "e", "event": "said", "person": {"phone": test_outside.PHONE}, "props": {"through": "wecom", "text": "hi"}})
        env = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_RUNTIME_DIR": str(home), "KEPT": kept}
        env.pop("DBUS_SESSION_BUS_ADDRESS", None)
        done = subprocess.run(["dbus-run-session", "--", "bash", "-c", SCRIPT, BINARY, self.store], env=env, capture_output=True, text=True,
                              timeout=60 * PATIENCE)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return self.rows()[-1]

    def test_a_secret_is_taken_from_the_keychain(self):
        self.assertEqual(self.send(test_outside.SECRETS["wecom"])["state"], "sent")
        self.assertEqual(len(self.outside.of("wecom")), 1)

    def test_a_wrong_one_is_wrong(self):
        row = self.send("another-key-0000")
        self.assertEqual(row["state"], "failed")
        self.assertIn("93000", row["words"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
