#!/bin/sh
# Opens 2,000 slow connections in each of slowhttptest's modes, and asks for something else ten times a second meanwhile.
# slow-clients.sh [base URL] [connections]
base=${1:-http://127.0.0.1:8261}
connections=${2:-2000}
for tool in slowhttptest curl; do
    command -v $tool >/dev/null || { echo "$tool is missing" >&2; exit 2; }
done
if [ "$(ulimit -n)" -lt $((connections + 100)) ]; then
    echo "needs $((connections + 100)) open files: ulimit -n" >&2
    exit 2
fi
figures=$(mktemp -d)
trap 'rm -rf "$figures"' EXIT
failed=0

# attack NAME OPTIONS...: runs for 30 s while others ask
attack() {
    name=$1
    shift
    slowhttptest -c "$connections" -r 400 -i 5 -l 30 -p 10 -g -o "$figures/slow" "$@" >/dev/null 2>&1 &
    attacker=$!
    : >"$figures/others"
    while kill -0 $attacker 2>/dev/null; do
        curl -fs -m 5 -o /dev/null -w '%{http_code} %{time_total}\n' "$base/api/v1/sources" >>"$figures/others" &
        sleep 0.1
    done
    wait
    awk -F, -v name="$name" 'NR > 1 { gsub(/[^0-9,]/, ""); if ($4 > open) open = $4; closed = $2 }
        END { printf "%s: %d open at once, %d closed by the server; ", name, open, closed }' "$figures/slow.csv"
    awk '{ if ($1 == 200) served++; else not++; if ($2 > slowest) slowest = $2 }
        END { printf "%d others served, %d not, the slowest after %.2f s\n", served, not, slowest; exit !served || not }' \
        "$figures/others" || failed=1
}

attack 'slow heads' -H -u "$base/api/v1/sources"
attack 'slow bodies' -B -f application/json -t POST -s 8192 -u "$base/api/v1/sources"
attack 'slow readers' -X -k 10 -u "$base/_dmock/webjars/swagger-ui/swagger-ui.css"
exit $failed
