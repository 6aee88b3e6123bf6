using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

/// <summary>The AWS that the tasks of a state machine call. A test implements it, or uses a simulation.</summary>
public interface IAws
{
    /// <summary>Answers a call.</summary>
    /// <param name="action">The service and the action, such as <c>kinesis:updateShardCount</c>.</param>
    /// <param name="arguments">The parameters of the call.</param>
    /// <exception cref="TaskException">The call fails.</exception>
    JsonNode Answer(string action, JsonObject arguments);
}
