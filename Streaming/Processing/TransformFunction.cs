using Constructs;
using Nautilus.Streaming.Access;
using Nautilus.Streaming.Alarms;
using Nautilus.Streaming.Dashboards;

namespace Nautilus.Streaming.Processing;

/// <summary>A function that Firehose sends records through before it delivers them.</summary>
public sealed class TransformFunction : Stage
{
    public TransformFunction(Construct scope, string id)
        : base(scope, id) => throw new NotImplementedException();

    /// <summary>With its version, as Firehose takes it.</summary>
    internal string QualifiedArn => throw new NotImplementedException();

    internal void GrantToFirehose(Role role) => throw new NotImplementedException();

    internal override ArnParts Here => throw new NotImplementedException();

    internal override string Heading => throw new NotImplementedException();

    internal override IEnumerable<Widget[]> Rows => throw new NotImplementedException();

    private protected override string Subject => throw new NotImplementedException();

    private protected override IEnumerable<Alarm> Alarms => throw new NotImplementedException();
}
