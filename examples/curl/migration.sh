#!/usr/bin/env bash
# A migration that breaks on purpose, with nothing but curl. DM_MASTER says where DMock is.
set -euo pipefail
cd "$(dirname "$0")/.."

server=${DM_MASTER:-http://127.0.0.1:8261}
space=$server/_dmock/spaces/example-curl-$$

# Every answer that is an error ends this script; -f makes it one of curl's.
call() {
    curl -fsS -H 'Content-Type: application/json' "$@"
}

# $1 has to contain $2.
expect() {
    grep -qF "$2" <<<"$1" || { echo "expected $2 in: $1" >&2; exit 1; }
}

trap 'curl -sS -o /dev/null -X DELETE "$space"' EXIT

call "$space/api/v1/sources" -d @source.json >/dev/null
call "$space/api/v1/tasks" -d @task.json >/dev/null
expect "$(call "$space/_dmock/wait?task=task-1&unit=Sync&synced=true")" '"met":true'

call "$space/_dmock/faults" -d '{"fault": "duplicate-entry-in-sync", "on": {"task": "task-1"}, "times": 1}' >/dev/null
call -X PATCH "$space/_dmock/world" -d '{
    "sql": {"address": "127.0.0.1:3306", "statements": ["INSERT INTO db1.table1 VALUES (1, NULL)"]}}' >/dev/null
paused=$(call "$space/_dmock/wait?task=task-1&stage=Paused")
expect "$paused" '"met":true'
expect "$paused" 'Duplicate entry'

# The fault has struck once, which was all it should; the client resumes the task.
call -X PATCH "$space/api/v1/tasks/task-1/resume" >/dev/null
expect "$(call "$space/_dmock/wait?task=task-1&stage=Running&synced=true")" '"met":true'
expect "$(call "$space/_dmock/journal/verify" -d '{"method": "PATCH", "path": "/api/v1/tasks/task-1/resume", "times": 1}')" '"matched":true'
echo "curl: a task was paused by a duplicate entry, and resumed"
