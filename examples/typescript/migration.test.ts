// A migration that breaks on purpose, with node's own test runner and fetch. DM_MASTER says where DMock is.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";

interface Sight {
    met: boolean;
}

const server = process.env["DM_MASTER"] ?? "http://127.0.0.1:8261";
const space = `${server}/_dmock/spaces/example-typescript-${randomUUID()}`;
const bodies = process.env["EXAMPLE_BODIES"] ?? "..";

/** The text that is answered; an error of HTTP is thrown. */
async function call(method: string, path: string, body?: string): Promise<string> {
    const answer = await fetch(space + path, {
        method,
        ...(body === undefined ? {} : { body, headers: { "Content-Type": "application/json" } }),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return text;
}

async function until(query: string): Promise<string> {
    const text = await call("GET", `/_dmock/wait?${query}`);
    const sight = JSON.parse(text) as Sight;
    assert.ok(sight.met, `never: ${query}; ${text}`);
    return text;
}

after(() => call("DELETE", ""));

test("a duplicate entry pauses the task", async () => {
    await call("POST", "/api/v1/sources", await readFile(`${bodies}/source.json`, "utf8"));
    await call("POST", "/api/v1/tasks", await readFile(`${bodies}/task.json`, "utf8"));
    await until("task=task-1&unit=Sync&synced=true");

    await call("POST", "/_dmock/faults", JSON.stringify({
        fault: "duplicate-entry-in-sync", on: { task: "task-1" }, times: 1,
    }));
    await call("PATCH", "/_dmock/world", JSON.stringify({
        sql: { address: "127.0.0.1:3306", statements: ["INSERT INTO db1.table1 VALUES (1, NULL)"] },
    }));
    assert.match(await until("task=task-1&stage=Paused"), /Duplicate entry/);

    await call("PATCH", "/api/v1/tasks/task-1/resume");
    await until("task=task-1&stage=Running&synced=true");
    const verdict = JSON.parse(await call("POST", "/_dmock/journal/verify", JSON.stringify({
        method: "PATCH", path: "/api/v1/tasks/task-1/resume", times: 1,
    }))) as { matched: boolean };
    assert.equal(verdict.matched, true);
});
