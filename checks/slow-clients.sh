#!/bin/sh
# Opens 2,000 slow connections in each of slowhttptest's modes, and asks for something else meanwhile.
# slow-clients.sh [base URL] [connections]
base=${1:-http://127.0.0.1:8261}
connections=${2:-2000}
for tool in slowhttptest curl; do
    command -v $tool >/dev/null || { echo "$tool is missing" >&2; exit 2; }
done
failed=0

# attack NAME OPTIONS...: runs for 30 s while others ask
attack() {
    name=$1
    shift
    slowhttptest -c "$connections" -r 400 -i 5 -l 30 -p 10 "$@" >/dev/null 2>&1 &
    attacker=$!
    served=0 waited=0
    while kill -0 $attacker 2>/dev/null; do
        if curl -fs -m 10 -o /dev/null "$base/api/v1/sources"; then served=$((served + 1)); else waited=$((waited + 1)); fi
        sleep 0.2
    done
    echo "$name: $connections connections, $served others served, $waited not"
    [ $waited -eq 0 ] && [ $served -gt 0 ] || failed=1
}

attack 'slow heads' -H -u "$base/api/v1/sources"
attack 'slow bodies' -B -f application/json -t POST -s 8192 -u "$base/api/v1/sources"
attack 'slow readers' -X -u "$base/_dmock/webjars/swagger-ui/swagger-ui.css"
exit $failed
