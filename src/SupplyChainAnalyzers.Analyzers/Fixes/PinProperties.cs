using System.Collections.Immutable;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Analyzers.Fixes;

/// <summary>
/// What a rule tells its code fix, so that the fix reads no lock of its own: without these there is nothing right to be done,
/// and no fix is offered.
/// </summary>
internal static class PinProperties
{
    /// <summary>The commit to write.</summary>
    public const string Commit = "sca.commit";

    /// <summary>The name to keep in the comment.</summary>
    public const string Name = "sca.name";

    /// <summary>One of the <c>Edit…</c> words.</summary>
    public const string Edit = "sca.edit";

    /// <summary>Name of the parameter to give; for <see cref="EditArgument"/>.</summary>
    public const string Parameter = "sca.parameter";

    /// <summary>The place is a stretch of text inside a literal.</summary>
    public const string EditText = "text";

    /// <summary>The place is an expression.</summary>
    public const string EditExpression = "expression";

    /// <summary>The place is a call that lacks an argument.</summary>
    public const string EditArgument = "argument";

    /// <summary>The place is text inside a literal, and <see cref="Text"/> takes it.</summary>
    public const string EditReplace = "replace";

    /// <summary>What to write in place of other text; for <see cref="EditReplace"/>.</summary>
    public const string Text = "sca.text";

    public static ImmutableDictionary<string, string?> Replace(string text) => ImmutableDictionary<string, string?>.Empty.Add(Edit, EditReplace).Add(Text, text);

    /// <summary>The same for a name from a list or a lock; null when it does not mean itself in every kind of literal.</summary>
    public static ImmutableDictionary<string, string?>? ReplaceByName(string name) => IsPlain(name) ? Replace(name) : null;

    public static ImmutableDictionary<string, string?> Of(Pin pin, string humanName, string edit, string? parameter = null) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Commit, pin.Commit)
            .Add(Name, pin.Name ?? humanName)
            .Add(Edit, edit)
            .Add(Parameter, parameter);

    private static bool IsPlain(string text) =>
        text.Length > 0 && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-' or '/' or ':');
}
