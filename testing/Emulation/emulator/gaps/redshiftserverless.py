"""Amazon Redshift Serverless, which moto lacks: namespaces and workgroups, which are created, updated and deleted at once."""

import json
import uuid

ACCOUNT = "123456789012"
TARGET = "RedshiftServerless."

PARAMETERS = {
    "auto_mv": "true",
    "datestyle": "ISO, MDY",
    "enable_case_sensitive_identifier": "false",
    "enable_user_activity_logging": "true",
    "max_query_execution_time": "14400",
    "query_group": "default",
    "require_ssl": "true",
    "search_path": "$user, public",
    "use_fips_ssl": "false",
}


class NotFound(Exception):
    pass


class RedshiftServerless:
    """A WSGI application in front of another one, which gets all requests to other services."""

    def __init__(self, behind):
        self.behind = behind
        self.resources = {}
        self.tags = {}

    def __call__(self, environ, start_response):
        if environ.get("PATH_INFO") == "/moto-api/reset":
            self.resources.clear()
            self.tags.clear()
        target = environ.get("HTTP_X_AMZ_TARGET", "")
        if not target.startswith(TARGET):
            return self.behind(environ, start_response)

        request = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        region = environ["HTTP_AUTHORIZATION"].split("/")[2]
        try:
            status, answer = "200 OK", self.answer(target.removeprefix(TARGET), region, request)
        except NotFound as missing:
            status, answer = "400 Bad Request", {"__type": "ResourceNotFoundException", "message": str(missing)}
        start_response(status, [("Content-Type", "application/x-amz-json-1.1")])
        return [json.dumps(answer).encode()]

    def answer(self, operation, region, request):
        if operation == "ListTagsForResource":
            return {"tags": [{"key": key, "value": value} for key, value in self.tags[request["resourceArn"]].items()]}
        if operation == "TagResource":
            self.tags[request["resourceArn"]] |= by_key(request["tags"])
            return {}
        if operation == "UntagResource":
            for key in request["tagKeys"]:
                self.tags[request["resourceArn"]].pop(key, None)
            return {}
        kind = "namespace" if operation.endswith("Namespace") else "workgroup"
        return {kind: self.act(operation, kind, (region, kind, request[f"{kind}Name"]), request)}

    def act(self, operation, kind, key, request):
        describe = namespace if kind == "namespace" else workgroup
        if operation.startswith("Create"):
            identity = str(uuid.uuid4())
            arn = f"arn:aws:redshift-serverless:{key[0]}:{ACCOUNT}:{kind}/{identity}"
            self.resources[key] = {f"{kind}Id": identity, f"{kind}Arn": arn, "status": "AVAILABLE"} | describe(key, request, {})
            self.tags[arn] = by_key(request.get("tags", []))
        if key not in self.resources:
            raise NotFound(f"The {kind} {key[2]} does not exist.")
        if operation.startswith("Update"):
            self.resources[key] |= describe(key, request, self.resources[key])
        if operation.startswith("Delete"):
            del self.tags[self.resources[key][f"{kind}Arn"]]
            return self.resources.pop(key)
        return self.resources[key]


def namespace(key, request, before):
    region, _, name = key
    described = {
        "namespaceName": name,
        "adminUsername": "admin",
        "dbName": "dev",
        "iamRoles": [],
        "kmsKeyId": "AWS_OWNED_KMS_KEY",
        "logExports": [],
    } | before | without(request, "adminUserPassword", "manageAdminPassword", "tags")
    if "iamRoles" in request:
        described["iamRoles"] = [f"IamRole(applyStatus=in-sync, iamRoleArn={role})" for role in request["iamRoles"]]
    if request.get("manageAdminPassword"):
        described["adminPasswordSecretArn"] = f"arn:aws:secretsmanager:{region}:{ACCOUNT}:secret:redshift!{name}-admin-AbCdEf"
    return described


def workgroup(key, request, before):
    region, _, name = key
    described = {
        "workgroupName": name,
        "baseCapacity": 128,
        "enhancedVpcRouting": False,
        "port": 5439,
        "publiclyAccessible": False,
        "securityGroupIds": [],
        "subnetIds": [],
        "trackName": "current",
    } | before | without(request, "configParameters", "tags")
    given = request.get("configParameters", before.get("configParameters", []))
    parameters = PARAMETERS | {one["parameterKey"]: one["parameterValue"] for one in given}
    return described | {
        "configParameters": [{"parameterKey": key, "parameterValue": value} for key, value in parameters.items()],
        "endpoint": {
            "address": f"{name}.{ACCOUNT}.{region}.redshift-serverless.amazonaws.com",
            "port": described["port"],
            "vpcEndpoints": [],
        },
    }


def without(request, *names):
    return {name: value for name, value in request.items() if name not in names}


def by_key(tags):
    return {tag["key"]: tag["value"] for tag in tags}
