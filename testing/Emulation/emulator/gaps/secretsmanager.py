from moto.awslambda.models import LambdaBackend
from moto.secretsmanager.models import SecretsManagerBackend


def close():
    rotate_later()


def rotate_later():
    """RotateSecret answers before its function runs. moto runs the function in Docker first, four times."""

    def rotate_secret(self, secret_id, client_request_token=None, rotation_lambda_arn=None, rotation_rules=None, rotate_immediately=True):
        secret = self.secrets[secret_id]
        secret.rotation_requested = secret.rotation_enabled = True
        secret.rotation_lambda_arn = rotation_lambda_arn or secret.rotation_lambda_arn
        secret.rotation_rules = rotation_rules
        secret.auto_rotate_after_days = (rotation_rules or {}).get("AutomaticallyAfterDays", 0)
        return secret.to_short_dict()

    SecretsManagerBackend.rotate_secret = rotate_secret
