using System.Globalization;
using System.Security.Cryptography;

namespace SupplyChainAnalyzers.Package.Tests.Harness;

/// <summary>Writes a models.lock of files as they are now, by hand: the product's own writer is not asked.</summary>
internal sealed class TestLock(TestSolution solution, string path = "models.lock")
{
    private readonly List<string> _models = [];

    private string[] Lines => File.ReadAllLines(solution.PathOf(path));

    /// <summary>Declares files of <paramref name="folder"/> (relative to the lock) as they lie there.</summary>
    public TestLock Model(string name, string folder, string presence, params (string File, string Format)[] files)
    {
        var entries = files.Select(file =>
        {
            var bytes = File.ReadAllBytes(solution.PathOf(Path.Combine(Path.GetDirectoryName(path)!, folder, file.File)));
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return string.Create(CultureInfo.InvariantCulture, $$"""        "{{file.File}}": { "sha256": "{{sha256}}", "size": {{bytes.Length}}, "format": "{{file.Format}}" }""");
        });
        _models.Add($$"""
                "{{name}}": {
                  "path": "{{folder}}",
                  "files": {
            {{string.Join(",\n", entries)}}
                  },
                  "presence": "{{presence}}"
                }
            """);
        return this;
    }

    public TestLock Model(string name, string folder, params (string File, string Format)[] files) => Model(name, folder, "checkout", files);

    public TestLock Write()
    {
        solution.Write(path, $$"""
            {
              "lockVersion": 1,
              "models": {
            {{string.Join(",\n", _models)}}
              }
            }

            """);
        return this;
    }

    /// <summary>A model's key, as a diagnostic shows it: <c>models.lock(4,5,4,12)</c>.</summary>
    public string At(string model) => Place(Line(0, $"    \"{model}\": {{"), $"\"{model}\"");

    /// <summary>The value of a model's path.</summary>
    public string AtPath(string model)
    {
        var line = Line(Line(0, $"    \"{model}\": {{"), "      \"path\": ");
        return Place(line, Lines[line].Split(": ")[1].TrimEnd(','));
    }

    /// <summary>A file's key.</summary>
    public string At(string model, string file) => Place(Line(model, file), $"\"{file}\"");

    /// <summary>The value of a member of a file: sha256, size or format.</summary>
    public string At(string model, string file, string member)
    {
        var line = Line(model, file);
        var text = Lines[line];
        var start = text.IndexOf($"\"{member}\": ", StringComparison.Ordinal) + member.Length + 4;
        return Place(line, text[start..text.IndexOfAny([',', ' ', '}'], start)], start);
    }

    private int Line(string model, string file) => Line(Line(0, $"    \"{model}\": {{"), $"        \"{file}\": {{");

    private int Line(int from, string start)
    {
        var line = Array.FindIndex(Lines, from, text => text.StartsWith(start, StringComparison.Ordinal));
        return line >= 0 ? line : throw new InvalidOperationException($"{path} has no line that starts with {start}");
    }

    private string Place(int line, string text, int start = 0)
    {
        var column = Lines[line].IndexOf(text, start, StringComparison.Ordinal) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"models.lock({line + 1},{column},{line + 1},{column + text.Length})");
    }
}
