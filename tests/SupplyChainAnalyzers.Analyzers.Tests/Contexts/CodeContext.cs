namespace SupplyChainAnalyzers.Analyzers.Tests.Contexts;

/// <summary>A place where code can stand, from the using directives to the end of the file.</summary>
/// <param name="Name">For the name of the test.</param>
/// <param name="Before">What stands before the using directives.</param>
/// <param name="Member">Where the statements go, <see cref="Hole"/>; null for top-level statements.</param>
internal sealed record CodeContext(string Name, string Before, string? Member)
{
    /// <summary>Stands for the statements.</summary>
    public const string Hole = "STATEMENTS";

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.IO;
        using System.IO.Compression;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Threading.Tasks;

        """;

    private const string Given = "static class Given { public static HttpClient Http => null!; public static string Unknown => Environment.MachineName; }\n";

    /// <summary>What stands behind the last type.</summary>
    public string After { get; init; } = "";

    /// <summary>Whether a compiler has errors to report about it.</summary>
    public bool IsBroken { get; init; }

    public bool IsProgram => Member is null;

    /// <summary>The whole of a file; <paramref name="type"/> is the name of its class.</summary>
    public string Text(RuleExample example, string statements, string type = "C") => (Member is null
        ? $"{Before}{Usings}{example.Usings}\n{statements}\n{Given}"
        : $"{Before}{Usings}{example.Usings}\npublic class {type}\n{{\n    {Member.Replace(Hole, $"\n        {statements}\n    ", StringComparison.Ordinal)}\n    {Given}}}\n{After}")
        .Replace("\r\n", "\n", StringComparison.Ordinal);

    public override string ToString() => Name;
}
