"""
Keeps schemathesis from waiting for what will not happen: the control API's wait takes as long as it is told to. And from
looking at every source and task that it has ever seen in an answer before each request, which is nine tenths of its time
in a long run: it remembers the last few of each kind.
"""

import re

import schemathesis
from schemathesis.resources import repository

repository.PER_CONTEXT_CAPACITY = 10
LONG = re.compile(r"PT[0-9HMS.]+")


@schemathesis.hook
def before_call(context, case, kwargs):
    query = case.query
    if case.path == "/_dmock/wait" and isinstance(query, dict):
        timeout = query.get("timeout", "PT10S")
        if isinstance(timeout, str) and LONG.fullmatch(timeout):
            query["timeout"] = "PT0.01S"
