using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace Nautilus.Search;

/// <summary>Tells, at synth, of a domain that nobody could ever use.</summary>
internal sealed class TakenByNobody(SearchRole role, string domain) : DeputyBase, IValidation
{
    public string[] Validate() => role.IsTaken ? [] :
        [$"search domain '{domain}': somebody must be able to use it: give it administrators, or a delivery stream, got neither"];
}
