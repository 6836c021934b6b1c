"""Compares what schemathesis found with the exceptions: fuzz_judge.py VERSION REPORT EXCEPTIONS."""

import json
import re
import sys

version, report, exceptions = sys.argv[1], json.load(open(sys.argv[2])), json.load(open(sys.argv[3]))


def is_excepted(finding, operation):
    return any(
        finding in exception["findings"]
        and version in exception["versions"]
        and re.fullmatch(exception["operations"], operation)
        for exception in exceptions
    )


unknown = [
    (failure["type"], operation)
    for failure in report["failures"]
    for operation in failure["operations"]
    if not is_excepted(failure["type"], operation)
]
unknown += [(error["title"], "error of the run, %d times" % error["count"]) for error in report["errors"]]
excepted = sum(len(failure["operations"]) for failure in report["failures"]) - len(unknown) + len(report["errors"])
print(
    "%s: %d operations, %d requests, %d findings excepted, %d not"
    % (version, report["operations"]["tested"], report["test_cases"]["generated"], excepted, len(unknown))
)
for finding, operation in unknown:
    print("  %s: %s" % (finding, operation))
sys.exit(1 if unknown or not report["complete"] else 0)
