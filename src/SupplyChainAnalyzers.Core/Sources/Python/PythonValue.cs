namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>A value of Python source.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="Text">The string, or the full name.</param>
/// <param name="IsFallback">Whether another value may come in its place: a parameter's default, or that of an environment variable.</param>
internal sealed record PythonValue(PythonValueKind Kind, string Text = "", bool IsFallback = false)
{
    /// <summary>Characters of a string or name; longer ones name nothing.</summary>
    public const int MaxLength = 4096;

    public static readonly PythonValue Unknown = new(PythonValueKind.Unknown);
    public static readonly PythonValue True = new(PythonValueKind.True);
    public static readonly PythonValue False = new(PythonValueKind.False);
    public static readonly PythonValue None = new(PythonValueKind.None);

    /// <summary>The string; null when it is none that is known.</summary>
    public string? Constant => Kind == PythonValueKind.Text ? Text : null;

    public static PythonValue Of(string text) => text.Length > MaxLength ? Unknown : new PythonValue(PythonValueKind.Text, text);

    public static PythonValue Named(string name) => name.Length > MaxLength ? Unknown : new PythonValue(PythonValueKind.Named, name);
}
