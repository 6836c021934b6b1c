"""A migration that breaks on purpose, with the standard library: python3 -m unittest, or pytest.

DM_MASTER says where DMock is; each test has a cluster of its own there.
"""

import json
import os
import pathlib
import unittest
import urllib.request
import uuid

SERVER = os.environ.get("DM_MASTER", "http://127.0.0.1:8261")
BODIES = pathlib.Path(__file__).parent.parent


class MigrationTest(unittest.TestCase):
    def setUp(self):
        self.space = f"{SERVER}/_dmock/spaces/example-python-{uuid.uuid4().hex}"
        self.addCleanup(lambda: self.call("DELETE", ""))

    def call(self, method, path, body=None):
        """The JSON that is answered; an error of HTTP is raised."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.space + path, data, {"Content-Type": "application/json"}, method=method)
        if data is None:
            request.headers.clear()
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def test_a_duplicate_entry_pauses_the_task(self):
        self.call("POST", "/api/v1/sources", json.loads((BODIES / "source.json").read_text()))
        self.call("POST", "/api/v1/tasks", json.loads((BODIES / "task.json").read_text()))
        self.assertTrue(self.call("GET", "/_dmock/wait?task=task-1&unit=Sync&synced=true")["met"])

        self.call("POST", "/_dmock/faults", {"fault": "duplicate-entry-in-sync", "on": {"task": "task-1"}, "times": 1})
        self.call("PATCH", "/_dmock/world", {
            "sql": {"address": "127.0.0.1:3306", "statements": ["INSERT INTO db1.table1 VALUES (1, NULL)"]}})
        paused = self.call("GET", "/_dmock/wait?task=task-1&stage=Paused")
        self.assertTrue(paused["met"], paused)
        self.assertIn("Duplicate entry", json.dumps(paused))
        status = self.call("GET", "/api/v1/tasks/task-1/status")["data"][0]
        self.assertEqual(("Paused", "Sync"), (status["stage"], status["unit"]))

        self.call("PATCH", "/api/v1/tasks/task-1/resume")
        self.assertTrue(self.call("GET", "/_dmock/wait?task=task-1&stage=Running&synced=true")["met"])
        resumed = {"method": "PATCH", "path": "/api/v1/tasks/task-1/resume", "times": 1}
        self.assertTrue(self.call("POST", "/_dmock/journal/verify", resumed)["matched"])


if __name__ == "__main__":
    unittest.main()
