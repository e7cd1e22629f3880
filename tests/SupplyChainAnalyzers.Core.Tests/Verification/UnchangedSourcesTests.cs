using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>When the answer about scripts is given again without one being opened, and all that must end it.</summary>
public sealed class UnchangedSourcesTests : IDisposable
{
    private const string Load = "import torch\ntorch.load('a.pt')\n";
    private const string Model = "from transformers import AutoModel\nAutoModel.from_pretrained('acme/bert')\n";

    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Day = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly LockedTree _tree = new();

    public UnchangedSourcesTests()
    {
        _tree.Write("load.py", Load);
        _tree.Write("Train.ipynb", "{ \"cells\": [] }");
    }

    private VerificationRequest Request => _tree.Request with { CacheDirectory = _tree.CacheDirectory, TodayUtc = Day };

    public void Dispose() => _tree.Dispose();

    [CacheFact]
    public void What_was_found_is_said_again()
    {
        var first = Check();
        var again = Check();

        Assert.Equal(("SCA1024", false), (first.Text, first.IsRemembered));
        Assert.Equal(("SCA1024", true), (again.Text, again.IsRemembered));
    }

    [CacheFact]
    public void Quiet_answer_is_given_again()
    {
        _tree.Write("load.py", "import torch\n");
        Check();

        Assert.Equal(new SourcesAnswer("", IsRemembered: true), Check());
    }

    [CacheFact]
    public void Nothing_is_remembered_of_what_changed_a_moment_ago()
    {
        Check(HashCache.Now);

        Assert.False(Check(HashCache.Now).IsRemembered);
    }

    [CacheFact]
    public void Same_size_overwrite_with_its_old_time_ends_it()
    {
        File.SetLastWriteTimeUtc(_tree.At("load.py"), LongAgo);
        Check();
        _tree.Write("load.py", Load.Replace("load", "save", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(_tree.At("load.py"), LongAgo);

        Assert.Equal(new SourcesAnswer("", IsRemembered: false), Check());
    }

    [CacheFact]
    public void Lock_or_policy_that_appears_ends_it()
    {
        Check();
        _tree.WriteLock();
        Assert.False(Check().IsRemembered);
        Assert.True(Check().IsRemembered);

        _tree.Write("models.policy.json", """{ "policyVersion": 1 }""");
        Assert.False(Check().IsRemembered);
        Assert.True(Check().IsRemembered);
    }

    [CacheFact]
    public void Folder_that_appears_beside_a_name_on_the_hub_ends_it()
    {
        _tree.Write("load.py", Model);
        Assert.DoesNotContain("SCA1011", Check().Text, StringComparison.Ordinal);
        Assert.True(Check().IsRemembered);
        Directory.CreateDirectory(_tree.At("acme/bert"));

        Assert.Contains("SCA1011", Check().Text, StringComparison.Ordinal);
    }

    [CacheFact]
    public void Other_questions_have_other_answers()
    {
        Check();

        Assert.False(Check(Request with { Mode = "strict" }).IsRemembered);
        Assert.False(Check(Request with { TodayUtc = Day.AddDays(1) }).IsRemembered);
        Assert.False(Check(Request with { CacheDirectory = null }).IsRemembered);
        Assert.False(ProjectSources.Check(Request, _tree.At("."), [_tree.At("load.py")], Write, InAnHour, CancellationToken.None).IsRemembered);
        Assert.False(ProjectSources.Check(Request, _tree.At("other"), Paths, Write, InAnHour, CancellationToken.None).IsRemembered);
    }

    [CacheFact]
    public void Policy_that_cannot_be_read_is_never_remembered()
    {
        _tree.Write("models.policy.json", "{ broken");
        Check();

        Assert.False(Check().IsRemembered);
    }

    private string[] Paths => [_tree.At("load.py"), _tree.At("Train.ipynb")];

    private SourcesAnswer Check() => Check(Request);

    private SourcesAnswer Check(Func<long> clock) => ProjectSources.Check(Request, _tree.At("."), Paths, Write, clock, CancellationToken.None);

    private SourcesAnswer Check(VerificationRequest request) => ProjectSources.Check(request, _tree.At("."), Paths, Write, InAnHour, CancellationToken.None);

    private static string Write(VerificationResult result) => string.Join(' ', result.Findings.Select(static decided => decided.Finding.Rule.Id));

    // As if the files had lain there for an hour: what changed a moment ago is not remembered.
    private static long InAnHour() => HashCache.Now() + 3_600_000_000_000;
}
