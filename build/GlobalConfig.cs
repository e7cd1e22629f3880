using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Build;

/// <summary>
/// The ready-made analyzer configurations: the level of every rule of source code in one mode. Written from the catalogue by the docs
/// target, held by a test.
/// </summary>
internal static class GlobalConfig
{
    public const string Folder = "src/SupplyChainAnalyzers/config/";

    private const string CodeRules = "SCA1";

    public static readonly Mode[] Modes = [Mode.Audit, Mode.Default, Mode.Strict];

    public static string PathOf(Mode mode) => $"{Folder}{mode.Word()}.globalconfig";

    /// <summary>The text; <paramref name="isReportedByCompiler"/> says which rules an analyzer reports.</summary>
    public static string Text(Mode mode, Func<Rule, bool> isReportedByCompiler) => string.Join('\n',
    [
        "is_global = true",
        "# Below what a project or its .editorconfig says.",
        "global_level = -10",
        "",
        .. Rules.All
            .Where(rule => rule.Id.StartsWith(CodeRules, StringComparison.Ordinal) && isReportedByCompiler(rule))
            .Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {Severity(rule.LevelIn(mode))}"),
        "",
    ]);

    private static string Severity(Level level) => level switch
    {
        Level.Error => "error",
        Level.Warning => "warning",
        Level.Message => "suggestion",
        _ => "none",
    };
}
