#!/bin/sh
# Runs a server under strace, has it do what on a real cluster would open connections, and looks for a connection to anybody.
# no-connections.sh [jar]
jar=${1:-target/dmock-0.1.0.jar}
port=${PORT:-9261}
for tool in strace curl java; do
    command -v $tool >/dev/null || { echo "$tool is missing" >&2; exit 2; }
done
trace=$(mktemp)
SERVER_PORT=$port strace -f -qq -e trace=connect,sendto,sendmsg,sendmmsg -o "$trace" java -jar "$jar" >"$trace.log" 2>&1 &
tracer=$!
base=http://127.0.0.1:$port
tries=0
until curl -fs -o /dev/null "$base/_dmock/health/readiness"; do
    tries=$((tries + 1))
    [ $tries -lt 180 ] || { echo "the server does not get ready, see $trace.log" >&2; kill $tracer; exit 2; }
    sleep 1
done
post() {
    curl -s -o /dev/null -w "%{http_code} $1\n" -X POST "$base$1" -H 'Content-Type: application/json' -d "$2"
}
post /api/v1/sources '{"source_name": "s", "host": "db.example.com", "port": 3306, "user": "root", "password": "1",
  "enable_gtid": false}'
post /api/v1/tasks '{"remove_meta": false, "task": {"name": "t", "task_mode": "all", "enhance_online_schema_change": true,
  "on_duplicate": "error", "target_config": {"host": "tidb.example.com", "port": 4000, "user": "root", "password": "1"},
  "table_migrate_rule": [{"source": {"source_name": "s", "schema": "db1", "table": "table1"},
                          "target": {"schema": "db1", "table": "table1"}}],
  "source_config": {"source_conf": [{"source_name": "s"}]}}}'
for path in /api/v1/tasks/t/status /api/v1/sources/s/schemas /api/v1/docs /_dmock/console /_dmock/docs /_dmock/metrics; do
    curl -s -o /dev/null -w "%{http_code} $path\n" "$base$path"
done
server=$(pgrep -P $tracer)
kill "$server"
wait $tracer
# AF_UNIX is the local name service; to its own port the server connects when it ends, so that it stops to listen there
others() { grep -E 'connect\(|sin6?_(port|addr)' "$trace" | grep -v -e AF_UNIX -e "htons($port)"; }
found=$(others | wc -l)
others | head -5
echo "connections and datagrams to others: $found"
[ "$found" -eq 0 ]
