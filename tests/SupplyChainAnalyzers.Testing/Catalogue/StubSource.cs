using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace SupplyChainAnalyzers.Testing.Catalogue;

/// <summary>Writes C# declarations for entries of the catalogue: the shapes a call binds to, without behaviour.</summary>
internal static class StubSource
{
    /// <summary>One declaration a line, so that a compiler error names the entry.</summary>
    public static string Write(IEnumerable<CatalogueEntry> entries, IDictionary<int, CatalogueEntry> entryByLine)
    {
        var text = new StringBuilder("#nullable enable annotations\n");
        var line = 1;
        foreach (var type in entries.GroupBy(static entry => (entry.Namespace, entry.Type)))
        {
            var open = Open(type.Key.Namespace, type.Key.Type, [.. type]);
            text.Append(open).Append('\n');
            line++;
            foreach (var entry in type.DistinctBy(Signature))
            {
                text.Append(Member(entry, IsInterface(entry))).Append('\n');
                entryByLine[line++] = entry;
            }

            text.Append('}', open.Count(static c => c == '{')).Append('\n');
            line++;
        }

        return text.ToString();
    }

    private static string Open(string space, string type, List<CatalogueEntry> members)
    {
        var names = type.Split('.');
        var text = new StringBuilder(space.Length == 0 ? "" : $"namespace {space} {{ ");
        for (var i = 0; i < names.Length; i++)
        {
            // Nested static classes (torch.jit, Cv2.Dnn) are called through their outer type only.
            var isStatic = members.Exists(static entry => entry.Parameters.Any(static parameter => parameter.This)) || (i < names.Length - 1 && char.IsLower(names[i][0]) && names[i] != "tensorflow");
            var kind = i == names.Length - 1 && IsInterface(members[0]) ? "interface" : "class";
            text.Append("public ").Append(isStatic ? "static " : "").Append("partial ").Append(kind).Append(' ').Append(names[i]).Append(" { ");
        }

        return text.ToString();
    }

    private static string Member(CatalogueEntry entry, bool isInterface)
    {
        var name = entry.Type.Split('.')[^1];
        var access = isInterface ? "" : entry.IsStatic ? "public static " : "public ";
        return entry.Kind switch
        {
            "ctor" => $"public {name}({Parameters(entry)}) {{ }}",
            "property" => $"{access}{TypeText(entry.Parameters.Count == 0 ? "object" : entry.Parameters[0].Type)} {entry.Member} {{ get; set; }}",
            _ => $"{access}{Returns(entry)} {entry.Member}({Parameters(entry)}){(isInterface ? ";" : " => throw null!;")}",
        };
    }

    private static string Returns(CatalogueEntry entry) =>
        entry.Returns is { } known ? TypeText(known) : entry.MemberName.EndsWith("Async", StringComparison.Ordinal) ? "Task<object>" : "object";

    private static string Parameters(CatalogueEntry entry) => string.Join(", ", entry.Parameters.Select(static parameter =>
        $"{(parameter.This ? "this " : "")}{TypeText(parameter.Type)} {Escape(parameter.Name)}{(parameter.Default is null ? "" : " = " + DefaultText(parameter.Default))}"));

    // What a default names may be private to the library; that there is one is what call sites depend on.
    private static string DefaultText(string text) =>
        text is "null" or "true" or "false" || text[0] == '"' || double.TryParse(text.TrimEnd('f'), out _) ? text : "default";

    private static string TypeText(string type) => type.Replace("Func<...>", "object", StringComparison.Ordinal);

    private static string Signature(CatalogueEntry entry) =>
        $"{entry.Member}({string.Join(',', entry.Parameters.Select(static parameter => parameter.Type.TrimEnd('?')))})";

    private static string Escape(string name) =>
        name[0] == '@' || SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static bool IsInterface(CatalogueEntry entry)
    {
        var name = entry.Type.Split('.')[^1];
        return name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) && char.IsLower(name[^1]) && entry is { IsStatic: false, Kind: not "ctor" } && name != "Imdb";
    }
}
