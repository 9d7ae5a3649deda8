"""What the command-line tests share: running formwright on a fresh store."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

BINARY = os.environ["FORMWRIGHT"]
SOURCE = pathlib.Path(os.environ["FORMWRIGHT_SOURCE_DIR"])
CRM = SOURCE / "templates/behaviour-crm"
PATIENCE = int(os.environ.get("FORMWRIGHT_PATIENCE", 1))  # ./test --sanitize: everything takes longer


def shared():
    """The folder with outside data, or None: tests that need it say so and are skipped."""
    for folder in (os.environ.get("FORMWRIGHT_SHARED"), SOURCE.parent / "shared"):
        if folder and pathlib.Path(folder, "data").is_dir():
            return pathlib.Path(folder)
    return None


def run(*arguments, stdin=None, env=None):
    return subprocess.run([BINARY, *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=240 * PATIENCE,
                          env={**os.environ, **(env or {})})


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


class StoreTest(unittest.TestCase):
    """A test with a folder of its own and, on demand, a store of the behaviour CRM."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="formwright-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.store = self.folder / "app.db"

    def apply(self, app=CRM, *more):
        done = run("apply", app, "--store", self.store, *more)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done

    def feed(self, *objects):
        text = "".join((o if isinstance(o, str) else json.dumps(o, ensure_ascii=False)) + "\n" for o in objects)
        done = run("feed", "--store", self.store, stdin=text)
        return done.returncode, lines(done.stdout)

    def incidents(self):
        return lines(run("incidents", "--store", self.store, "--json").stdout)

    def query(self, *arguments):
        done = run("query", *arguments, "--store", self.store, "--json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return lines(done.stdout)
