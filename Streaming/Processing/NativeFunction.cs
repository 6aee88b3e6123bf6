using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.LambdaFunction;
using Nautilus.Access;
using Nautilus.Keys;

namespace Nautilus.Processing;

/// <summary>A function of native code, with a role and a log of its own.</summary>
internal sealed class NativeFunction : Construct
{
    /// <summary>Stands for the hash of the code in its path, so that the path is the same whatever the code is.</summary>
    private const string AnyCode = "code";

    public NativeFunction(Construct scope, string id, FunctionProps props)
        : base(scope, id)
    {
        var log = EncryptedLog.Of(this, "log", $"/aws/lambda/{props.Name}", props.Key);
        Role = new ServiceRole(this, "role", Caller.Lambda, props.Key.Here, $"run the function {props.Name}");
        Role.Allow(
            new Statement("WriteLog", ["logs:CreateLogStream", "logs:PutLogEvents"], [$"{log.Arn}:*"]),
            new Statement("SendTraces", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], ["*"]));
        if (props.Environment.Count > 0)
            Role.Allow(ReadEnvironment(props));

        var code = new TerraformAsset(this, "code", new TerraformAssetConfig { Path = props.Code.Path, Type = AssetType.FILE, AssetHash = AnyCode });
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
            Environment = props.Environment.Count > 0 ? new LambdaFunctionEnvironment { Variables = props.Environment.ToDictionary() } : null,
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

    // In the function's own role, and by itself: unlike other services, it may not say that it is on the way.
    private static Statement ReadEnvironment(FunctionProps props) => new("ReadEnvironment", ["kms:Decrypt"], [props.Key.Arn])
    {
        Conditions = [new("StringEquals", "kms:EncryptionContext:aws:lambda:FunctionArn", props.Key.Here.Arn("lambda", $"function:{props.Name}"))],
    };
}
