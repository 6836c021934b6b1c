#!/bin/sh
# Fuzzes the DM API of each version and the control API with all checks of schemathesis.
# fuzz.sh [base URL] [examples for each operation; a nightly run takes 1000]
base=${1:-http://127.0.0.1:8261}
examples=${2:-100}
here=$(dirname "$0")
out=$(mktemp -d)
for tool in st python3 curl; do
    command -v $tool >/dev/null || { echo "$tool is missing: pip install schemathesis==4.32.5" >&2; exit 2; }
done

# fuzz NAME DOCUMENT BASE [FURTHER OPTIONS]
fuzz() {
    name=$1 document=$2 url=$3
    shift 3
    st run "$document" --url "$url" --checks all --max-examples "$examples" --continue-on-failure --no-shrink \
        --report json --report-json-path "$out/$name.json" --generation-database none --suppress-health-check all \
        --warnings off --request-timeout 60 --no-color "$@" >"$out/$name.txt" 2>&1
    python3 "$here/fuzz_judge.py" "$name" "$out/$name.json" "$here/fuzz-exceptions.json" || failed=1
}

failed=0
for version in docs v5.3 v8.1 v8.5; do
    space="$base/_dmock/spaces/fuzz-$version"
    curl -fsS -o "$out/space" -X PUT "$space" -H 'Content-Type: application/json' -d "{\"api\": \"$version\"}" || exit 2
    fuzz "$version" "$space/api/v1/dm.json" "$space"
done
# an upload of a snapshot is no schema; a stream and a wait do not end soon
space="$base/_dmock/spaces/fuzz-control"
fuzz control "$base/_dmock/openapi.json" "$base" --exclude-path-regex '/(stream|wait)$'
echo "reports: $out"
exit $failed
