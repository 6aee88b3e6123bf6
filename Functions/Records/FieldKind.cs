namespace Nautilus.Functions.Records;

/// <summary>The values that a field can have.</summary>
public enum FieldKind
{
    /// <summary>Text that can be part of a path: letters, digits, and <c>_ . -</c></summary>
    Word,

    /// <summary>Any text. A number is kept as text.</summary>
    Text,

    /// <summary>A time in one of the forms of <see cref="EventTime"/>.</summary>
    Time,

    /// <summary>A finite number.</summary>
    Number,
}
