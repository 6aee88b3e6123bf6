using Nautilus.Review.Access;
using static Tests.Review.Access.Evaluation;

namespace Tests.Review.Access;

/// <summary>Actions, resources and variables of a statement.</summary>
internal static class StatementCases
{
    public static Dictionary<string, Evaluation> ActionsAndResources => new()
    {
        ["Actions ignore case"] = new(Decision.Allowed, Put with { Action = "Kinesis:putrecord" }) { Identity = [MayPut] },
        ["A * in an action matches the rest"] = new(Decision.Allowed, Put)
        {
            Identity = ["""{"Effect":"Allow","Action":"kinesis:Put*","Resource":"*"}"""],
        },
        ["A ? in an action matches one character"] = new(Decision.ImplicitlyDenied, Put)
        {
            Identity = ["""{"Effect":"Allow","Action":"kinesis:PutRecord?","Resource":"*"}"""],
        },
        ["A NotAction allows all the others"] = new(Decision.Allowed, Put)
        {
            Identity = ["""{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"""],
        },
        ["A NotAction does not allow what it names"] = new(Decision.ImplicitlyDenied, Put)
        {
            Identity = ["""{"Effect":"Allow","NotAction":["iam:*","kinesis:*"],"Resource":"*"}"""],
        },
        ["Resources heed case"] = new(Decision.ImplicitlyDenied, Put with { Resource = Clicks.Replace("clicks", "Clicks") })
        {
            Identity = [MayPut],
        },
        ["A * in a resource matches slashes, too"] = new(Decision.Allowed, Put with { Resource = Clicks + "/consumer/etl:1700000000" })
        {
            Identity = [On("arn:aws:kinesis:*:*:stream/clicks*")],
        },
        ["A stream is not its consumer"] = new(Decision.ImplicitlyDenied, Put with { Resource = Clicks + "/consumer/etl:1700000000" })
        {
            Identity = [MayPut],
        },
        ["A NotResource denies all the others"] = new(Decision.ExplicitlyDenied, Put)
        {
            Identity = [Everything, """{"Effect":"Deny","Action":"*","NotResource":"arn:aws:kinesis:*:*:stream/other"}"""],
        },
    };

    public static Dictionary<string, Evaluation> Variables => new()
    {
        ["A variable is filled in from the context"] = new(Decision.Allowed, Tagged("clicks"))
        {
            Identity = [On("arn:aws:kinesis:us-east-1:${aws:PrincipalAccount}:stream/${aws:principaltag/stream}")],
        },
        ["A variable without a value matches nothing"] = new(Decision.ImplicitlyDenied, Put)
        {
            Identity = [On("arn:aws:kinesis:*:*:stream/${aws:PrincipalTag/stream}")],
        },
        ["A variable without a value takes its default"] = new(Decision.Allowed, Put)
        {
            Identity = [On("arn:aws:kinesis:*:*:stream/${aws:PrincipalTag/stream, 'clicks'}")],
        },
        ["A * that comes from a variable is no wildcard"] = new(Decision.ImplicitlyDenied, Tagged("*"))
        {
            Identity = [On("arn:aws:kinesis:*:*:stream/${aws:PrincipalTag/stream}")],
        },
        ["A policy of the old version has no variables"] = new(Decision.ImplicitlyDenied, Put)
        {
            Version = "2008-10-17",
            Identity = [On("arn:aws:kinesis:us-east-1:${aws:PrincipalAccount}:stream/clicks")],
        },
    };

    private static Request Tagged(string stream) => Put with { Context = new() { ["aws:PrincipalTag/stream"] = stream } };
}
