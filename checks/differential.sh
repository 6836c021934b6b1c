#!/bin/sh
# Plays random conversations against two servers and writes each difference, reduced to a short conversation, as a case.
# differential.sh LEFT RIGHT [version] [rounds] [first seed]     what LEFT answers is expected of RIGHT
# LEFT and RIGHT are base URLs, those of several masters separated by commas. A server without /_dmock/world needs LEFT_WORLD or
# RIGHT_WORLD, a shell command that reads worlds and events as conform.py pipes them. PATIENCE: seconds that a state may come late.
[ $# -ge 2 ] || { sed -n '2,6p' "$0" >&2; exit 2; }
cd "$(dirname "$0")/.." || exit 2
exec ./mvnw -B -q test -Dtest=DifferentialPlay -Dsurefire.failIfNoSpecifiedTests=true \
    -Ddmock.differential.left="$1" -Ddmock.differential.right="$2" \
    -Ddmock.differential.api="${3:-v8.5}" -Ddmock.differential.rounds="${4:-100}" -Ddmock.differential.seed="${5:-1}" \
    -Ddmock.differential.left.world="${LEFT_WORLD:-}" -Ddmock.differential.right.world="${RIGHT_WORLD:-}" \
    -Ddmock.differential.patience="${PATIENCE:-0}" -Ddmock.differential.out="${OUT:-target/differential}"
