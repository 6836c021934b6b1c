#!/bin/sh
# Fuzzes the DM API of each version and the control API by their OpenAPI documents, with all checks of schemathesis.
# fuzz.sh [jar, or base URL of a server that runs] [examples for each operation] [documents]
# Of a jar it starts a server of its own, and looks at its log and its memory as well. PORT and SEED can be set.
target=${1:-target/dmock-0.1.0.jar}
[ -f "$target" ] && target=$(cd "$(dirname "$target")" && pwd)/$(basename "$target")
examples=${2:-100}
documents=${3:-docs v5.3 v8.1 v8.5 control}
here=$(cd "$(dirname "$0")" && pwd)
out=$(mktemp -d)
for tool in st python3 curl; do
    command -v $tool >/dev/null || { echo "$tool is missing: pip install schemathesis==4.32.5" >&2; exit 2; }
done
export SCHEMATHESIS_HOOKS=fuzz_hooks PYTHONPATH="$here"

server=
case $target in
http*) base=$target ;;
*)
    port=${PORT:-9261}
    base=http://127.0.0.1:$port
    DMOCK_PORTS=$port java -Xmx512m -jar "$target" >"$out/server.log" 2>&1 &
    server=$!
    trap 'kill $server 2>/dev/null' EXIT
    tries=0
    until curl -fs -o "$out/ready" "$base/_dmock/health/readiness"; do
        tries=$((tries + 1))
        [ $tries -lt 180 ] || { echo "the server does not get ready, see $out/server.log" >&2; exit 2; }
        sleep 1
    done
    ;;
esac

failed=0
for name in $documents; do
    if [ "$name" = control ]; then
        document=$base/_dmock/openapi.json url=$base
    else
        url=$base/_dmock/spaces/fuzz-$name document=$url/api/v1/dm.json
        curl -fsS -o "$out/space" -X PUT "$url" -H 'Content-Type: application/json' -d "{\"api\": \"$name\"}" || exit 2
    fi
    cd "$out" # schemathesis keeps what it wants to replay where it runs
    st run "$document" --url "$url" --checks all --max-examples "$examples" --continue-on-failure --no-shrink \
        --report json,ndjson --report-json-path "$out/$name.json" --report-ndjson-path "$out/$name.ndjson" \
        --generation-database none --suppress-health-check all --warnings off --request-timeout 60 --no-color \
        --output-truncate false ${SEED:+--seed "$SEED"} >"$out/$name.txt" 2>&1
    python3 "$here/fuzz_judge.py" "$out" "$name" || failed=1
done
python3 "$here/fuzz_judge.py" "$out" --sum $documents || failed=1
if [ -n "$server" ]; then
    curl -fs -o "$out/metrics" "$base/_dmock/metrics" || { echo "the server has gone" >&2; failed=1; }
    python3 "$here/fuzz_judge.py" "$out" --server "/proc/$server/status" || failed=1
fi
echo "reports: $out"
exit $failed
