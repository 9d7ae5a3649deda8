"""The sales pipeline: outside data imported into an app, its figures equal to the published ones."""
import unittest

from cli import SOURCE, StoreTest, run, shared

APP = SOURCE / "tests/apps/crm-pipeline"


@unittest.skipUnless(shared(), "the shared data folder is not there")
class Pipeline(StoreTest):
    def load(self, file, table):
        return run("import", shared() / "data/crm_pipeline" / file, "--table", table, "--map", SOURCE / f"tests/apps/crm-pipeline.maps/{table}.yaml",
                   "--store", self.store, "--errors", self.folder / f"{table}.errors.csv")

    def test_the_published_figures(self):
        self.apply(APP)
        for file, table in (("sales_teams.csv", "agent"), ("products.csv", "product"), ("accounts.csv", "account")):
            done = self.load(file, table)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        # GTXPro is written GTX Pro in the list of products: without a mapping those rows are reported, the others kept.
        plain = SOURCE / "tests/apps/crm-pipeline.maps/deal_without_values.yaml"
        done = run("import", shared() / "data/crm_pipeline/sales_pipeline.csv", "--table", "deal", "--map", plain, "--store", self.store,
                   "--dry-run", "--errors", self.folder / "defects.csv")
        self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
        defects = (self.folder / "defects.csv").read_text().splitlines()
        self.assertEqual(len(defects), 1480 + 1)
        self.assertTrue(all("GTXPro" in line for line in defects[1:]))
        done = self.load("sales_pipeline.csv", "deal")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

        figure = lambda tile: self.query(f"pipeline.{tile}")[0]
        self.assertEqual(figure("won")["value"], "4238")
        self.assertEqual(float(figure("won_value")["value"]), 10005534)
        self.assertAlmostEqual(float(figure("win_rate")["value"]), 63.15, places=2)
        self.assertAlmostEqual(float(figure("win_share")["value"]), 48.16, places=2)
        stages = {g["label"]: g["values"][0] for g in figure("by_stage")["groups"]}
        self.assertEqual(stages, {"Prospecting": "500", "Engaging": "1589", "Won": "4238", "Lost": "2473"})
        offices = {g["label"]: [float(v) for v in g["values"]] for g in figure("offices")["groups"]}
        self.assertEqual(offices, {"West": [1438, 811, 3568647], "Central": [1629, 975, 3346293], "East": [1171, 687, 3090594]})


if __name__ == "__main__":
    unittest.main(verbosity=2)
