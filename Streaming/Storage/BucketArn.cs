using System.Text.RegularExpressions;
using HashiCorp.Cdktf;
using Nautilus.Foundations;

namespace Nautilus.Storage;

internal static partial class BucketArn
{
    /// <summary>Whether it is a bucket's, or Terraform fills it in later.</summary>
    public static bool IsOne(string arn) => Rules.IsToken(arn) || Pattern().IsMatch(arn);

    public static string NameIn(string arn) => Rules.IsToken(arn) ? Token.AsString(Fn.Element(Fn.Split(":::", arn), 1)) : arn.Split(":::")[1];

    [GeneratedRegex(@"^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Pattern();
}
