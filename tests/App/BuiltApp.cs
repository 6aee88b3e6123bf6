namespace Tests.App;

/// <summary>The app as it was built with the tests.</summary>
internal static class BuiltApp
{
    /// <summary>The assembly, for <c>dotnet</c>.</summary>
    public static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "Nautilus.dll");
}
