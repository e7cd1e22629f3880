using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>A temporary folder with model files and the models.lock that declares them.</summary>
internal sealed class LockedTree : IDisposable
{
    private readonly SortedDictionary<string, LockedModel> _models = new(StringComparer.Ordinal);

    public LockedTree()
    {
        Root = Directory.CreateTempSubdirectory("sca-verify-").FullName;
        CacheDirectory = Root + "-cache";
    }

    public string Root { get; }

    public string CacheDirectory { get; }

    public string LockPath => Path.Combine(Root, "models.lock");

    public string PolicyPath => Path.Combine(Root, "models.policy.json");

    public LockedModel this[string model] => _models[model];

    /// <summary>Absolute path of a file under the root.</summary>
    public string At(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Declares a file and writes it. The model's folder is <c>models/NAME</c> unless said.</summary>
    public LockedTree Declare(string model, string file, byte[] content, string format = "gguf", string? path = null, string extra = "")
    {
        Add(model, file, content, format, path, extra);
        WriteLock();
        return this;
    }

    /// <summary>As <see cref="Declare"/>, but the lock is left to <see cref="WriteLock"/>: for many files.</summary>
    public void Add(string model, string file, byte[] content, string format = "gguf", string? path = null, string extra = "")
    {
        if (!_models.TryGetValue(model, out var entry))
            _models.Add(model, entry = new LockedModel(path ?? "models/" + model, extra));

        entry.Files[file] = new LockedFile(Hex.Of(SHA256.HashData(content)), content.Length, format);
        Write(entry.Path == "." ? file : entry.Path + "/" + file, content);
    }

    public string Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), content);
        return At(path);
    }

    public string Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes the lock anew, after its entries were changed by hand.</summary>
    public void WriteLock() => File.WriteAllText(LockPath, LockText());

    /// <summary>Without a look inside: that has tests of its own, and needs a scanner.</summary>
    public VerificationRequest Request => new() { LockPath = LockPath, InspectContent = false };

    public VerificationResult Verify(Func<VerificationRequest, VerificationRequest>? with = null) =>
        ModelVerifier.Verify(with is null ? Request : with(Request));

    /// <summary>Verifies and expects one finding: this rule, an error, at this text of the lock.</summary>
    public Finding OneError(Rule rule, TextRegion region, Func<VerificationRequest, VerificationRequest>? with = null)
    {
        var finding = One(rule, region, with);
        Assert.Equal(Level.Error, finding.Level);
        return finding.Finding;
    }

    public DecidedFinding One(Rule rule, TextRegion region, Func<VerificationRequest, VerificationRequest>? with = null)
    {
        var finding = Assert.Single(Verify(with).Findings);
        Assert.Equal(rule.Id, finding.Finding.Rule.Id);
        Assert.Equal(LockPath, finding.Finding.File);
        Assert.Equal(region, finding.Finding.Region);
        return finding;
    }

    public TextRegion ModelKey(string model) => Place($"\"{model}\": {{", model.Length + 2);

    public TextRegion PathOf(string model) => Place($"\"path\": \"{_models[model].Path}\"", _models[model].Path.Length + 2, 8, After(model));

    public TextRegion FileKey(string model, string file) => Place($"\"{file}\": {{", file.Length + 2, 0, After(model));

    public TextRegion ShaOf(string model, string file) => Member(model, file, "sha256", 66);

    public TextRegion SizeOf(string model, string file) =>
        Member(model, file, "size", _models[model].Files[file].Size.ToString(CultureInfo.InvariantCulture).Length);

    public TextRegion FormatOf(string model, string file) => Member(model, file, "format", _models[model].Files[file].Format.Length + 2);

    public void Dispose()
    {
        foreach (var folder in new[] { Root, CacheDirectory })
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private TextRegion Member(string model, string file, string name, int length)
    {
        var line = LockText().IndexOf($"\"{file}\": {{", After(model), StringComparison.Ordinal);
        return Place($"\"{name}\": ", length, name.Length + 4, line);
    }

    private int After(string model) => LockText().IndexOf($"\"{model}\": {{", StringComparison.Ordinal);

    private TextRegion Place(string text, int length, int skip = 0, int after = 0)
    {
        var all = LockText();
        var at = all.IndexOf(text, after, StringComparison.Ordinal) + skip;
        var line = all.AsSpan(0, at).Count('\n') + 1;
        var column = at - all.LastIndexOf('\n', at - 1);
        return new TextRegion(line, column, line, column + length);
    }

    private string LockText()
    {
        var text = new StringBuilder("{\n  \"lockVersion\": 1,\n  \"models\": {\n");
        text.AppendJoin(",\n", _models.Select(model =>
            $"    \"{model.Key}\": {{\n      \"path\": \"{model.Value.Path}\",{model.Value.Extra}\n      \"files\": {{\n"
            + string.Join(",\n", model.Value.Files.Select(file => $"        \"{file.Key}\": {{ {file.Value.Text()} }}"))
            + "\n      }\n    }"));
        return text.Append("\n  }\n}\n").ToString();
    }
}
