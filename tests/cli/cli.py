"""What the command-line tests share: running formwright on a fresh store."""
import itertools
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


POSTGRES = os.environ.get("FORMWRIGHT_TEST_POSTGRES")  # the file with a server's address: stores are schemas there
numbers = itertools.count(1)


def sql(server, *statements):
    """What a PostgreSQL server answers, one line a row."""
    commands = [part for statement in statements for part in ("-c", statement)]
    done = subprocess.run(["psql", server, "-qAt", *commands], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return done.stdout.splitlines()


def new_schema(server):
    """An empty schema on a server; the place a store can be made at."""
    name = f"c{os.getpid()}_{next(numbers)}"
    sql(server, f"CREATE SCHEMA {name}")
    return f"{server}&options=-csearch_path%3D{name}"


def server_address(file=POSTGRES):
    return pathlib.Path(file).read_text().strip()


def run(*arguments, stdin=None, env=None):
    return subprocess.run([BINARY, *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=240 * PATIENCE,
                          env={**os.environ, **(env or {})})


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


class StoreTest(unittest.TestCase):
    """A test with a folder of its own and, on demand, a store of the behaviour CRM: a file, or a schema on the test server."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="formwright-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.store = new_schema(server_address()) if POSTGRES else self.folder / "app.db"

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
