"""Changes the released contract in one way at a time and asks oasdiff whether that breaks clients."""

import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

OASDIFF, LEVELS = sys.argv[1:]
RELEASED = json.loads((Path(__file__).parent / "openapi.json").read_text(encoding="utf-8"))


def schema(contract, name):
    return contract["components"]["schemas"][name]


def parameter(contract, path, name):
    return next(p for p in contract["paths"][path]["get"]["parameters"] if p["name"] == name)


def remove_path(c):
    del c["paths"]["/disagreements"]


def remove_operation(c):
    del c["paths"]["/feedback"]["post"]


def rename_operation_id(c):
    c["paths"]["/runs/latest"]["get"]["operationId"] = "latest"


def remove_parameter(c):
    parameters = c["paths"]["/disagreements"]["get"]["parameters"]
    parameters.remove(parameter(c, "/disagreements", "min_delta"))


def require_parameter(c):
    parameter(c, "/disagreements", "run_id")["required"] = True


def lower_maximum(c):
    parameter(c, "/disagreements", "limit")["schema"]["maximum"] = 100


def narrow_enum(c):
    parameter(c, "/feedback", "v")["schema"]["enum"] = ["up"]


def add_enum(c):
    schema(c, "RunIngest")["properties"]["mode"]["enum"] = ["daily"]


def require_new_request_property(c):
    schema(c, "RunIngest")["properties"]["owner"] = {"type": "string"}
    schema(c, "RunIngest")["required"].append("owner")


def require_request_property(c):
    schema(c, "RunIngest")["required"].append("started_at")


def refuse_null(c):
    schema(c, "TriModelEventIngest")["properties"]["title"]["type"] = "string"


def remove_response_property(c):
    del schema(c, "Run")["properties"]["started_at"]
    schema(c, "Run")["required"].remove("started_at")


def make_response_property_optional(c):
    schema(c, "Health")["required"].remove("db_host")


def answer_null(c):
    schema(c, "Run")["properties"]["mode"]["type"] = ["string", "null"]


def change_response_type(c):
    schema(c, "Disagreement")["properties"]["id"] = {"type": "string"}


def ask_for_a_key(c):
    c["paths"]["/health"]["get"]["security"] = [{"ApiKey": ["read"]}]


def ask_for_more_of_a_key(c):
    c["paths"]["/runs/latest"]["get"]["security"] = [{"ApiKey": ["ingest"]}]


def nothing(c):
    pass


def other_words(c):
    c["info"]["version"] = "2.0.1"
    c["paths"]["/disagreements"]["get"]["description"] = "Other words."


def add_operation(c):
    c["paths"]["/new"] = copy.deepcopy(c["paths"]["/runs/latest"])
    c["paths"]["/new"]["get"]["operationId"] = "getNew"


def add_response_property(c):
    schema(c, "Run")["properties"]["extra"] = {"type": "string"}
    schema(c, "Run")["required"].append("extra")


def add_optional_request_property(c):
    schema(c, "RunIngest")["properties"]["owner"] = {"type": "string"}


def add_optional_parameter(c):
    c["paths"]["/disagreements"]["get"]["parameters"].append(
        {"name": "since", "in": "query", "schema": {"type": "string"}}
    )


def widen_request_enum(c):
    parameter(c, "/feedback", "v")["schema"]["enum"] = ["up", "down", "undecided"]


BREAKING = [
    remove_path, remove_operation, rename_operation_id, remove_parameter, require_parameter, lower_maximum,
    narrow_enum, add_enum, require_new_request_property, require_request_property, refuse_null,
    remove_response_property, make_response_property_optional, answer_null, change_response_type, ask_for_a_key,
    ask_for_more_of_a_key,
]  # fmt: skip
HARMLESS = [
    nothing, other_words, add_operation, add_response_property, add_optional_request_property, add_optional_parameter,
    widen_request_enum,
]  # fmt: skip


def breaks(change, directory):
    changed = copy.deepcopy(RELEASED)
    change(changed)
    revision = Path(directory) / f"{change.__name__}.json"
    revision.write_text(json.dumps(changed), encoding="utf-8")
    base = Path(__file__).parent / "openapi.json"
    command = [OASDIFF, "breaking", "--severity-levels", LEVELS, "--fail-on", "ERR", str(base), str(revision)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1):
        sys.exit(f"oasdiff failed on {change.__name__}: {result.stderr}")
    return result.returncode == 1


with tempfile.TemporaryDirectory() as directory:
    wrong = [f"{change.__name__} passes" for change in BREAKING if not breaks(change, directory)]
    wrong += [f"{change.__name__} is refused" for change in HARMLESS if breaks(change, directory)]
if wrong:
    sys.exit("\n".join(wrong))
print(f"{len(BREAKING)} breaking changes refused, {len(HARMLESS)} harmless ones let through")
