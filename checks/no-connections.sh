#!/bin/sh
# Runs a server under strace, has it do what on a real cluster would open connections, and looks for a connection to anybody.
# no-connections.sh [jar]
jar=${1:-target/dmock-0.1.0.jar}
port=${PORT:-9261}
second=$((port + 1))
third=$((port + 2))
for tool in strace curl java; do
    command -v $tool >/dev/null || { echo "$tool is missing" >&2; exit 2; }
done
trace=$(mktemp)

calls=connect,sendto,sendmsg,sendmmsg

# Whom a process has called, apart from the local name service, and from its own ports on loopback: a server connects to those when it ends,
# so that it stops to listen there.
others() {
    own="sin6?_port=htons\(($port|$second|$third)\), .*inet_(addr\(|pton\(AF_INET6, )\"(::ffff:)?(127\.0\.0\.1|::1)\""
    grep -E 'connect\(|sin6?_(port|addr)' "$trace" | grep -v -E -e 'AF_UNIX, sun_path="/(var/)?run/nscd/socket"' -e "$own"
}

strace -f -qq -e trace=$calls -o "$trace" curl -s -o /dev/null http://127.0.0.1:9/
others | grep -q 'htons(9)' || { echo "strace does not see connections here" >&2; exit 2; }

DMOCK_PORTS=$port,$second,$third strace -f -qq -e trace=$calls -o "$trace" java -jar "$jar" >"$trace.log" 2>&1 &
tracer=$!
base=http://127.0.0.1:$port
tries=0
until curl -fs -o /dev/null "$base/_dmock/health/readiness"; do
    tries=$((tries + 1))
    [ $tries -lt 180 ] || { echo "the server does not get ready, see $trace.log" >&2; kill $tracer; exit 2; }
    sleep 1
done
asked=0
ask() { # method, path, body
    asked=$((asked + 1))
    status=$(curl -s -o /dev/null -w '%{http_code}' -X "$1" "$api$2" -H 'Content-Type: application/json' ${3:+-d "$3"})
    echo "$status $version $1 $2"
}
target='"target_config": {"host": "tidb.example.com", "port": 4000, "user": "root", "password": "1"}'
rule='{"source": {"source_name": "s", "schema": "db1", "table": "table1"}, "target": {"schema": "db1", "table": "table1"}}'
task='{"name": "t", "task_mode": "all", "enhance_online_schema_change": true, "on_duplicate": "error", '$target',
  "table_migrate_rule": ['$rule'], "source_config": {"source_conf": [{"source_name": "s"}]}}'
source='{"source_name": "s", "host": "db.example.com", "port": 3306, "user": "root", "password": "1", "enable": true,
  "enable_gtid": false}'
for version in docs v5.3 v8.1 v8.5; do
    api=$base
    ask PUT /_dmock/world '{"api": "'$version'"}'
    case $version in
    v8*)
        ask POST /api/v1/sources '{"source": '"$source"'}'
        ask POST /api/v1/sources/s/relay/enable '{"relay_dir": "//files.example.com/relay"}'
        ask POST /api/v1/tasks/converters '{"task": '"$task"'}'
        ask POST /api/v1/tasks/templates "$task"
        ask GET /api/v1/cluster/info
        api=http://127.0.0.1:$second # a follower, which passes it on
        ;;
    *)
        ask POST /api/v1/sources "$source"
        ;;
    esac
    ask POST /api/v1/tasks '{"remove_meta": false, "task": '"$task"'}'
    case $version in v8*) ask POST /api/v1/tasks/t/start '{}' ;; esac
    for path in sources tasks/t/status sources/s/status sources/s/schemas sources/s/schemas/db1 cluster/masters cluster/workers docs dm.json; do
        ask GET /api/v1/$path
    done
    case $version in docs | v5*)
        ask POST /api/v1/sources/s/start-relay '{"worker_name_list": ["worker1", "worker2", "worker3"], "relay_dir": "//files.example.com/x"}'
        ;;
    esac
    api=$base
    ask PATCH /_dmock/world '{"sql": {"address": "db.example.com:3306", "statements": ["CREATE DATABASE db2"]}}'
    ask POST /_dmock/faults '{"fault": "downstream-unreachable", "on": {"task": "t"}}'
    ask POST /_dmock/snapshots '{"name": "files.example.com"}'
    ask DELETE "/api/v1/tasks/t?force=true"
    ask DELETE /api/v1/sources/s
    for path in console docs openapi.json metrics info journal timeline; do
        ask GET /_dmock/$path
    done
done
kill "$(pgrep -P $tracer)"
wait $tracer
found=$(others | wc -l)
others | head -5
echo "connections and datagrams to others: $found, after $asked requests"
[ "$found" -eq 0 ]
