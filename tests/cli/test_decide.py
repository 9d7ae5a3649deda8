"""formwright decide and feel --jsonl with models: DMN files from the command line."""
import json
import unittest

from cli import SOURCE, StoreTest, lines, run

CASES = SOURCE / "tests/model/dmn/cases"


class Decide(StoreTest):
    def test_the_decisions_of_a_file_are_listed_with_their_inputs(self):
        done = run("decide", CASES / "services.dmn", "--json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        top = [line for line in lines(done.stdout) if line["decision"] == "top"][0]
        self.assertEqual(sorted(i["name"] for i in top["inputs"]), ["a", "b"])

    def test_a_decision_is_evaluated_with_plain_json(self):
        done = run("decide", CASES / "types.dmn", "--decision", "midnight", "--input", '{"day": "2026-01-05"}', "--json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(lines(done.stdout)[0]["result"], {"t": "dateTime", "v": "2026-01-05T00:00:00Z"})

    def test_the_way_to_the_result_is_shown(self):
        done = run("decide", CASES / "services.dmn", "--decision", "top", "--input", '{"a": 1, "b": 2}', "--trace")
        self.assertEqual(done.stdout.split(), "base = 10 middle = 12 top = 24 24".split())

    def test_imports_are_found_beside_the_file(self):
        done = run("decide", CASES / "importing.dmn", "--decision", "loud", "--input", '{"person": {"full name": "Ann"}}')
        self.assertEqual(done.stdout.strip(), '"HELLO ANN"')
        folder = run("decide", CASES, "--decision", "loud", "--input", '{"person": {"full name": "Ann"}}')
        self.assertIn("HELLO ANN", folder.stdout)

    def test_a_null_says_why(self):
        done = run("decide", CASES / "boxed.dmn", "--decision", "steps")
        self.assertEqual(done.returncode, 0)
        self.assertIn("null", done.stdout)
        self.assertIn('"n"', done.stderr)

    def test_problems_name_line_and_element_in_both_languages(self):
        done = run("decide", CASES / "faults.dmn")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"faults.dmn:\d+")
        self.assertRegex(run("decide", CASES / "faults.dmn", "--lang", "zh").stderr, "[\u4e00-\u9fff]{3}")

    def test_an_old_file_is_written_as_a_new_one(self):
        out = self.folder / "new.dmn"
        self.assertEqual(run("decide", CASES / "dmn11.dmn", "--convert", out).returncode, 0)
        self.assertIn("https://www.omg.org/spec/DMN/20230324/MODEL/", out.read_text())
        self.assertEqual(run("decide", out, "--decision", "Price", "--input", '{"Kind": "b"}').stdout.strip(), "20")

    def test_mistakes_of_the_command_line_are_told(self):
        self.assertEqual(run("decide", self.folder / "no.dmn").returncode, 1)
        self.assertEqual(run("decide", self.folder).returncode, 1)
        self.assertEqual(run("decide", CASES / "boxed.dmn", "--decision", "nothing").returncode, 2)
        self.assertEqual(run("decide", CASES / "boxed.dmn", "--decision", "sign", "--input", "[").returncode, 2)


class Apps(StoreTest):
    APP = {
        "app.yaml": "kind: app\nformat: 1\nid: shop\nlanguages: [en]\ntimezone: Asia/Shanghai\n",
        "tables/customer.yaml": "kind: table\nid: customer\nfields:\n  - {id: size, type: number}\n",
        "decisions/discount.yaml": "kind: decision\nid: discount\ninputs:\n  - {id: amount, type: number}\noutputs:\n"
        "  - {id: percent, type: number}\nrules:\n  - {id: low, when: {amount: \"=< 100\"}, then: {percent: 0}}\n"
        "  - {id: high, when: {amount: \"=>= 100\"}, then: {percent: \"=amount / 100\"}}\n"
        "tests:\n  - {id: some, given: {amount: 500}, expect: {percent: 5}}\n",
        "scoring/fit.yaml": "kind: scoring\nid: fit\ntable: customer\ncriteria:\n  - id: size\n    inputs:\n"
        "      - {id: size, value: \"=size\"}\n    rows:\n      - {id: big, when: {size: \"=> 10\"}, points: 20}\n"
        "      - {id: other, else: true, points: 1}\n",
    }

    def app(self, name, files=None):
        folder = self.folder / name
        for path, text in (files or self.APP).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        return folder

    def test_an_app_decides(self):
        app = self.app("shop")
        self.assertEqual(run("check", app).returncode, 0)
        self.assertIn("discount(amount: number): number", run("decide", app).stdout)
        self.assertEqual(run("decide", app, "--decision", "discount", "--input", '{"amount": 250}').stdout.strip(), "2.5")

    def test_a_failing_test_of_a_decision_fails_the_check(self):
        app = self.app("shop")
        file = app / "decisions/discount.yaml"
        file.write_text(file.read_text().replace("percent: 5", "percent: 6"))
        done = run("check", app)
        self.assertEqual(done.returncode, 1)
        self.assertIn("The test expects 6", done.stdout + done.stderr)

    def test_tables_travel_as_dmn(self):
        app, other = self.app("shop"), self.app("other", {k: v for k, v in self.APP.items() if k in ("app.yaml", "tables/customer.yaml")})
        out = self.folder / "discount.dmn"
        self.assertEqual(run("decide", app, "--decision", "discount", "--convert", out).returncode, 0)
        self.assertEqual(run("decide", out, "--decision", "discount", "--input", '{"amount": 250}').stdout.strip(), "2.5")
        done = run("decide", out, "--into", other)
        self.assertEqual(done.stdout.strip(), "decisions/discount.yaml")
        self.assertEqual(run("decide", other, "--decision", "discount", "--input", '{"amount": 40}').stdout.strip(), "0")
        # A second time the file that is there stays, and the new one has another id.
        self.assertEqual(run("decide", out, "--into", other).stdout.strip(), "decisions/discount_2.yaml")
        self.assertEqual(run("check", other).returncode, 0)

    def test_scoring_tables_travel_as_dmn(self):
        app, other = self.app("shop"), self.app("other", {k: v for k, v in self.APP.items() if k in ("app.yaml", "tables/customer.yaml")})
        out = self.folder / "fit.dmn"
        self.assertEqual(run("decide", app, "--scoring", "fit", "--convert", out).returncode, 0)
        self.assertEqual(run("decide", out, "--decision", "fit", "--input", '{"size": 11}').stdout.strip(), "20")
        done = run("decide", out, "--into", other, "--scoring", "fit", "--for", "customer")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual((other / "scoring/fit.yaml").read_text(), self.APP["scoring/fit.yaml"])
        self.assertEqual(run("decide", out, "--into", other, "--scoring", "fit", "--for", "customer").returncode, 2)
        self.assertEqual(run("decide", app, "--scoring", "none").returncode, 1)


class Lines(StoreTest):
    MODEL = {"model": "m", "name": "M", "namespace": "urn:m", "inputData": [{"id": "n", "name": "n", "typeRef": "number"}],
             "decisions": [{"id": "d", "name": "d", "requiredInputs": ["#n"],
                            "logic": {"kind": "literalExpression", "text": "n + 1"}}]}

    def test_requests_name_a_model_of_the_file(self):
        models = self.folder / "models.jsonl"
        models.write_text(json.dumps(self.MODEL) + "\n")
        request = {"id": 1, "model": "m", "decision": "d", "inputs": [{"name": "n", "value": {"t": "number", "v": "0.2"}}]}
        done = run("feel", "--jsonl", "--models", models, stdin=json.dumps(request) + "\nnonsense\n" + json.dumps(request) + "\n")
        answers = lines(done.stdout)
        self.assertEqual([a["result"] for a in answers],
                         [{"t": "number", "v": "1.2"}, {"t": "null", "v": None}, {"t": "number", "v": "1.2"}])


if __name__ == "__main__":
    unittest.main()
