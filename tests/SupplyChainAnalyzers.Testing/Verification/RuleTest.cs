using Microsoft.CodeAnalysis.CSharp;

namespace SupplyChainAnalyzers.Testing.Verification;

/// <summary>What a test gives to an analyzer: sources with markup, and the project around them.</summary>
/// <remarks>
/// Markup: <c>[|…|]</c> expects the analyzer's only rule there, <c>{|SCA1001:…|}</c> one rule by id; compiler errors are
/// expected in the same way (<c>{|CS0246:…|}</c>). A fixed source may hold markup for what stays.
/// </remarks>
public sealed record RuleTest
{
    /// <summary>Path of <see cref="Source"/> in the test's project.</summary>
    public const string SourcePath = "/0/Test0.cs";

    /// <summary>Path of <see cref="SecondSource"/>.</summary>
    public const string SecondPath = "/0/Test1.cs";

    /// <summary>Path of <see cref="OtherProjectSource"/>.</summary>
    public const string OtherProjectPath = "/1/Other0.cs";

    /// <summary>Path of <see cref="Lock"/>.</summary>
    public const string LockPath = "/0/models.lock";

    /// <summary>Path of <see cref="Policy"/>.</summary>
    public const string PolicyPath = "/0/models.policy.json";

    /// <summary>The source file.</summary>
    public required string Source { get; init; }

    /// <summary>The same after all fixes; null when the test is about no fix.</summary>
    public string? Fixed { get; init; }

    /// <summary>Another file of the project.</summary>
    public string? SecondSource { get; init; }

    /// <summary>The same after all fixes; null when it does not change.</summary>
    public string? SecondFixed { get; init; }

    /// <summary>The only file of another project with the same references and the same lock.</summary>
    public string? OtherProjectSource { get; init; }

    /// <summary>The same after all fixes; null when it does not change.</summary>
    public string? OtherProjectFixed { get; init; }

    /// <summary>Stub assemblies the project references, by assembly name.</summary>
    public IReadOnlyList<string> Stubs { get; init; } = [];

    /// <summary>Text of models.lock; null for a project without one.</summary>
    public string? Lock { get; init; }

    /// <summary>The project's models.policy.json; null for none.</summary>
    public string? Policy { get; init; }

    /// <summary>The same after all fixes; null when it does not change.</summary>
    public string? PolicyFixed { get; init; }

    /// <summary>MSBuild properties the compiler can see.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings for C# files, as in a section of .editorconfig.</summary>
    public IReadOnlyDictionary<string, string> EditorConfig { get; init; } = new Dictionary<string, string>();

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Preview;

    /// <summary>Whether the sources are the top-level statements of a program.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Whether compiler errors are not looked at: for code as it is while it is typed.</summary>
    public bool IgnoreCompilerErrors { get; init; }

    /// <summary>The .editorconfig of the test.</summary>
    internal string EditorConfigText => "root = true\n[*.cs]\n" + Lines(EditorConfig, "");

    /// <summary>What the build tells the compiler: properties, and the role of the lock.</summary>
    internal string GlobalConfigText =>
        "is_global = true\n" + Lines(Properties, "build_property.") + Role(LockPath, Lock, "lock") + Role(PolicyPath, Policy, "policy");

    /// <summary>Path and markup of every file, as written and after all fixes.</summary>
    internal IEnumerable<(string Path, string Source, string Fixed)> Files()
    {
        yield return (SourcePath, Source, Fixed ?? Source);
        if (SecondSource is not null)
            yield return (SecondPath, SecondSource, SecondFixed ?? SecondSource);
        if (OtherProjectSource is not null)
            yield return (OtherProjectPath, OtherProjectSource, OtherProjectFixed ?? OtherProjectSource);
    }

    private static string Role(string path, string? text, string role) =>
        text is null ? "" : $"[{path}]\nbuild_metadata.AdditionalFiles.SupplyChainRole = {role}\n";

    private static string Lines(IReadOnlyDictionary<string, string> settings, string prefix) =>
        string.Concat(settings.Select(setting => $"{prefix}{setting.Key} = {setting.Value}\n"));
}
