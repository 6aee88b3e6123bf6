using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.LambdaFunction;
using Nautilus.Access;
using Nautilus.Keys;

namespace Nautilus.Processing;

/// <summary>A function of native code, with its own role and log.</summary>
internal sealed class NativeFunction : Construct
{
    /// <summary>Replaces the hash of the code in its path, so that the path does not change with the code.</summary>
    private const string AnyCode = "code";

    public NativeFunction(Construct scope, string id, FunctionProps props)
        : base(scope, id)
    {
        var log = EncryptedLog.Of(this, "log", $"/aws/lambda/{props.Name}", props.Key);
        Role = new ServiceRole(this, "role", Caller.Lambda, props.Key.Location, $"run the function {props.Name}");
        Role.Allow(
            new Statement("WriteLog", ["logs:CreateLogStream", "logs:PutLogEvents"], [$"{log.Arn}:*"]),
            new Statement("SendTraces", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], ["*"]));
        if (props.Environment.Count > 0)
            Role.Allow(ReadEnvironment(props));

        var code = new TerraformAsset(this, "code", new TerraformAssetConfig
        {
            Path = props.Code.Path,
            Type = AssetType.FILE,
            AssetHash = AnyCode,
        });
        var function = new LambdaFunction(this, "Default", new LambdaFunctionConfig
        {
            FunctionName = props.Name,
            Role = Role.Arn,
            Filename = code.Path,
            SourceCodeHash = Token.AsString(Fn.Filebase64sha256(code.Path)),
            Runtime = "provided.al2023",
            Handler = "bootstrap",
            Architectures = ["x86_64"],
            MemorySize = props.MemoryMb,
            Timeout = props.Timeout.TotalSeconds,
            ReservedConcurrentExecutions = props.ReservedConcurrency,
            KmsKeyArn = props.Environment.Count > 0 ? props.Key.Arn : null,
            Environment = props.Environment.Count > 0
                ? new LambdaFunctionEnvironment { Variables = props.Environment.ToDictionary() }
                : null,
            TracingConfig = new LambdaFunctionTracingConfig { Mode = "Active" },
            LoggingConfig = new LambdaFunctionLoggingConfig
            {
                LogFormat = "JSON", LogGroup = log.Name, ApplicationLogLevel = "INFO", SystemLogLevel = "INFO",
            },
            DependsOn = [.. Role.Permissions, log],
        });
        Arn = function.Arn;
    }

    public string Arn { get; }

    public ServiceRole Role { get; }

    // Lambda decrypts the environment in the role of the function. It calls KMS directly, without a kms:ViaService.
    private static Statement ReadEnvironment(FunctionProps props)
    {
        var function = props.Key.Location.Arn("lambda", $"function:{props.Name}");
        return new("ReadEnvironment", ["kms:Decrypt"], [props.Key.Arn])
        {
            Conditions = [new("StringEquals", "kms:EncryptionContext:aws:lambda:FunctionArn", function)],
        };
    }
}
