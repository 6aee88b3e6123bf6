import json

from moto.core.responses import ActionResult
from moto.stepfunctions.responses import StepFunctionResponse


def close():
    keep_the_type()
    validate_definitions()
    list_versions()


def keep_the_type():
    """CreateStateMachine takes a type, and DescribeStateMachine returns it. moto makes every state machine STANDARD."""
    original = StepFunctionResponse.create_state_machine

    def create_state_machine(self):
        result = original(self)
        machine = self.stepfunction_backend.describe_state_machine(result.result["stateMachineArn"])
        machine.type = self._get_param("type") or "STANDARD"
        return result

    StepFunctionResponse.create_state_machine = create_state_machine


def validate_definitions():
    """ValidateStateMachineDefinition returns diagnostics. moto lacks it. Here it checks only the transitions."""

    def validate_state_machine_definition(self):
        problems = list(complaints(self._get_param("definition")))
        return ActionResult({
            "result": "FAIL" if problems else "OK",
            "diagnostics": [{"severity": "ERROR", "code": code, "message": message} for code, message in problems],
            "truncated": False,
        })

    StepFunctionResponse.validate_state_machine_definition = validate_state_machine_definition


def complaints(definition):
    try:
        yield from complaints_about(json.loads(definition), "")
    except ValueError as error:
        yield "INVALID_JSON_DESCRIPTION", str(error)


def complaints_about(machine, path):
    states = machine.get("States") or {}
    targets = [(f"{path}/StartAt", machine.get("StartAt"))]
    for name, state in states.items():
        here = f"{path}/States/{name}"
        targets += [(f"{here}/{way}", target) for way, target in ways_out(state)]
        if not leads_on(state):
            yield "SCHEMA_VALIDATION_FAILED", f"{here} has neither Next nor End"
        for key, inner in machines_within(state):
            yield from complaints_about(inner, f"{here}/{key}")
    for where, target in targets:
        if target not in states:
            yield "MISSING_TRANSITION_TARGET", f"{where} names no state: {target}"


def machines_within(state):
    yield from ((f"Branches[{index}]", branch) for index, branch in enumerate(state.get("Branches", [])))
    yield from ((key, state[key]) for key in ("ItemProcessor", "Iterator") if key in state)


def ways_out(state):
    for key in ("Next", "Default"):
        if key in state:
            yield key, state[key]
    for key in ("Choices", "Catch"):
        for index, way in enumerate(state.get(key, [])):
            yield f"{key}/{index}/Next", way.get("Next")


def leads_on(state):
    return state.get("Type") in ("Choice", "Succeed", "Fail") or "Next" in state or state.get("End") is True


def list_versions():
    """ListStateMachineVersions returns the published versions. moto keeps them, but can't list them."""

    def list_state_machine_versions(self):
        machine = self.stepfunction_backend.describe_state_machine(self._get_param("stateMachineArn"))
        return ActionResult({
            "stateMachineVersions": [
                {"stateMachineVersionArn": version.arn, "creationDate": version.creation_date}
                for _, version in sorted(machine.versions.items(), reverse=True)
            ]
        })

    StepFunctionResponse.list_state_machine_versions = list_state_machine_versions
