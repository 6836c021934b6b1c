"""Says what schemathesis found that is no recorded behaviour of the real server: see fuzz.sh.

fuzz_judge.py DIRECTORY DOCUMENT     of one document, by the reports in the directory
fuzz_judge.py DIRECTORY --sum ...    the figures of all documents, and the exceptions that nothing needed
fuzz_judge.py DIRECTORY --server STATUS    the log and the memory of the server
"""

import base64
import collections
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
RECORDED = os.path.join(HERE, "..", "src", "test", "resources", "conformance")
SHOWN = 3
LONGEST = 600


def text(body):
    return base64.b64decode((body or {}).get("$base64", "")).decode("utf-8", "replace")


def fits(pattern, value):
    return pattern is None or re.search(pattern, value, re.DOTALL) is not None


def covers(exception, document, finding):
    """Whether it is this finding that the exception is made for."""
    return (
        document in exception["versions"]
        and finding["type"] in exception["findings"]
        and finding["status"] == exception["status"]
        and re.fullmatch(exception.get("operations", ".*"), finding["operation"]) is not None
        and fits(exception.get("answer"), finding["answer"])
        and fits(exception.get("says"), finding["says"])
        and fits(exception.get("sent"), finding["sent"])
        and fits(exception.get("asked"), finding["request"])
    )


def interactions(path):
    """Each request with its answer and the checks that failed."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            recorder = json.loads(line).get("ScenarioFinished", {}).get("recorder", {})
            checks = recorder.get("checks", {})
            for case, interaction in recorder.get("interactions", {}).items():
                failed = [c["failure_info"]["failure"] for c in checks.get(case, []) if c["status"] == "failure"]
                yield recorder["label"], interaction, failed


def finding(label, request, response, failure):
    operation = failure.get("operation") or label
    return {
        "type": failure["type"],
        "operation": operation,
        "status": response.get("status_code"),
        "answer": text(response.get("content")),
        "says": failure["message"],
        "sent": text(request.get("body")),
        "request": request["method"] + " " + request["uri"],
    }


def judge(directory, document):
    with open(os.path.join(HERE, "fuzz-exceptions.json"), encoding="utf-8") as file:
        exceptions = json.load(file)
    with open(os.path.join(directory, document + ".json"), encoding="utf-8") as file:
        report = json.load(file)
    statuses, used, unknown = collections.Counter(), collections.Counter(), collections.OrderedDict()
    slowest, failed = (0, ""), 0
    path = os.path.join(directory, document + ".ndjson")
    for label, interaction, failures in interactions(path):
        request, response = interaction["request"], interaction.get("response") or {}
        statuses[str(response.get("status_code"))] += 1
        slowest = max(slowest, (response.get("elapsed", 0), request["method"] + " " + request["uri"]))
        for failure in failures:
            failed += 1
            found = finding(label, request, response, failure)
            fitting = [i for i, e in enumerate(exceptions) if covers(e, document, found)]
            if fitting:
                used[fitting[0]] += 1
            else:
                unknown.setdefault((found["type"], found["operation"], found["status"]), []).append(found)
    for error in report["errors"]:
        unknown[(error["title"], "error of the run", None)] = [error] * error["count"]
    for key, found in unknown.items():
        print("%s %s, answered %s: %d times" % (*key, len(found)))
        for one in found[:SHOWN]:
            print("    " + "\n    ".join("%s: %s" % (k, str(v)[:LONGEST]) for k, v in one.items() if v))
    if not report["complete"]:
        print("%s: the run is not complete" % document)
    if not unknown and report["complete"]:
        os.remove(path)  # there is nothing to be looked at
    figures = {
        "operations": report["operations"]["tested"],
        "requests": sum(statuses.values()),
        "server errors": sum(n for s, n in statuses.items() if s.startswith("5")),
        "taken": sum(n for s, n in statuses.items() if s.startswith("2")),
        "checks failed": failed,
        "excepted": sum(used.values()),
        "not excepted": sum(len(f) for f in unknown.values()),
        "seconds": round(report["running_time"]),
        "slowest, s": round(slowest[0], 1),
        "seed": report["seed"],
    }
    with open(os.path.join(directory, document + ".result"), "w", encoding="utf-8") as file:
        json.dump({"figures": figures, "used": used, "statuses": statuses, "slowest": slowest[1]}, file)
    print("%s: %s" % (document, ", ".join("%s %s" % (k, v) for k, v in figures.items())), flush=True)
    return not unknown and report["complete"]


def add_up(directory, documents):
    with open(os.path.join(HERE, "fuzz-exceptions.json"), encoding="utf-8") as file:
        exceptions = json.load(file)
    results = {}
    for document in documents:
        path = os.path.join(directory, document + ".result")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                results[document] = json.load(file)
        else:
            print("%s: no figures; see %s.txt" % (document, document))
    if not results:
        return False
    names = [n for n in next(iter(results.values()))["figures"] if n != "seed"]
    print("\n%-10s" % "document" + "".join("%15s" % n for n in names))
    for document, result in results.items():
        print("%-10s" % document + "".join("%15s" % result["figures"][n] for n in names))
    well = len(results) == len(documents)
    for i, exception in enumerate(exceptions):
        for case in exception.get("recorded", []):
            if not os.path.exists(os.path.join(RECORDED, case + ".yaml")):
                print("no such recording: %s" % case)
                well = False
        for document in exception["versions"]:
            if document in results and not results[document]["used"].get(str(i)):
                print("not needed for %s: %s, %s" % (document, " and ".join(exception["findings"]), exception["reason"]))
    return well


def look_at_server(directory, status):
    with open(os.path.join(directory, "server.log"), encoding="utf-8", errors="replace") as file:
        lines = file.read().splitlines()
    wrong = [l for l in lines if re.search(r"^\S+ +(ERROR|WARN) |^\s+at \S+\(|OutOfMemory", l)]
    with open(os.path.join(directory, "metrics"), encoding="utf-8") as file:
        heap = sum(float(l.split()[-1]) for l in file if l.startswith('jvm_memory_used_bytes{area="heap"'))
    with open(status, encoding="utf-8") as file:
        memory = dict(re.findall(r"(VmHWM|VmRSS):\s*(\d+) kB", file.read()))
    print(
        "server: %d lines of log, %d of them warnings, errors or of a stack trace; heap %d MB, resident %d MB, at most %d MB"
        % (len(lines), len(wrong), heap / 2**20, int(memory["VmRSS"]) / 1024, int(memory["VmHWM"]) / 1024)
    )
    for line in wrong[:20]:
        print("    " + line[:LONGEST])
    return not wrong


directory, command, *rest = sys.argv[1:]
if command == "--sum":
    well = add_up(directory, rest)
elif command == "--server":
    well = look_at_server(directory, rest[0])
else:
    well = judge(directory, command)
sys.exit(0 if well else 1)
