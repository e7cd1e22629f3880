using SupplyChainAnalyzers.Analyzers.Apis;

namespace SupplyChainAnalyzers.Analyzers.Written;

/// <summary>Assemblies of frameworks, user interfaces, loggers and test libraries: what they are given is no list of models.</summary>
internal static class FrameworkAssembly
{
    private static readonly string[] Roots =
    [
        "System", "mscorlib", "netstandard", "Microsoft", "Windows", "WindowsBase", "PresentationFramework", "PresentationCore", "Avalonia", "Uno", "MudBlazor",
        "Serilog", "NLog", "log4net", "Spectre", "xunit", "nunit", "Moq", "NSubstitute", "FluentAssertions", "Shouldly", "Newtonsoft", "YamlDotNet", "CommandLine",
    ];

    public static bool Is(string assembly) => Array.Exists(Roots, root => AssemblyRoot.Covers(root, assembly));
}
