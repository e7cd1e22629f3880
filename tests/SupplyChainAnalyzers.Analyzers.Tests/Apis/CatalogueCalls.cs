using System.Text;
using SupplyChainAnalyzers.Testing.Catalogue;

namespace SupplyChainAnalyzers.Analyzers.Tests.Apis;

/// <summary>Writes one method an entry that uses the entry's member, with every argument of the right type.</summary>
internal static class CatalogueCalls
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.Collections.ObjectModel", "System.IO", "System.Net.Http", "System.Net.Security",
        "System.Text.Json", "System.Text.Json.Serialization", "System.Threading", "System.Threading.Tasks",
    ];

    public static string Write(IReadOnlyList<CatalogueEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var space in Usings.Concat(entries.Select(static entry => entry.Namespace)).Concat(CatalogueStubs.SurroundingNamespaces(entries)).Where(static space => space.Length > 0).Distinct())
            text.Append("using ").Append(space).Append(";\n");

        foreach (var outer in entries.Where(static entry => entry.Type.Contains('.', StringComparison.Ordinal)).Select(static entry => $"{entry.Namespace}.{entry.Type.Split('.')[0]}").Distinct())
            text.Append("using static ").Append(outer).Append(";\n");

        // Each in its own namespace part: names are looked up as beside the declaration.
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var call = $"class Call{i} {{ {Generic(entry)} => {Expression(entry)}; }}";
            text.Append(entry.Namespace.Length == 0 || entry.Package == "BCL" ? call : $"namespace {entry.Namespace} {{ {call} }}").Append('\n');
        }

        return text.ToString();
    }

    // Its type parameters, and those of the type it extends, become those of the calling method.
    private static string Generic(CatalogueEntry entry) => "void M" + TypeParameters(entry) + "()";

    private static string TypeParameters(CatalogueEntry entry) => entry.Member.IndexOf('<') is var open and > 0 ? entry.Member[open..] : "";

    private static string Expression(CatalogueEntry entry)
    {
        var type = entry.Namespace.Length == 0 ? "global::" + entry.Type : $"global::{entry.Namespace}.{entry.Type}";
        var arguments = entry.Parameters.Where(static parameter => !parameter.This).Select(Argument);
        var extended = entry.Parameters.FirstOrDefault(static parameter => parameter.This);
        var target = extended is not null ? $"default({Clean(extended.Type)})!" : entry.IsStatic ? type : $"default({type})!";
        return entry.Kind switch
        {
            "ctor" => $"new {type}({string.Join(", ", arguments)})",
            "property" => $"{target}.{entry.Member} = default!",
            _ => $"{target}.{entry.MemberName}{TypeParameters(entry)}({string.Join(", ", arguments)})",
        };
    }

    private static string Argument(CatalogueParameter parameter)
    {
        var name = parameter.Name.TrimStart('@');
        return parameter.Type.StartsWith("out ", StringComparison.Ordinal) ? $"@{name}: out _" : $"@{name}: default({Clean(parameter.Type)})!";
    }

    private static string Clean(string type) => type.Replace("Func<...>", "object", StringComparison.Ordinal).Replace("params ", "", StringComparison.Ordinal);
}
