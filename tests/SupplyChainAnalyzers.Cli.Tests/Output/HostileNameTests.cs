using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Cli.Tests.Output;

/// <summary>Names an attacker would choose, through everything the command line prints.</summary>
public sealed class HostileNameTests
{
    public static TheoryData<string> Names =>
    [
        // What no file of Linux can be called is left to the tests of Printable.
        .. ((IEnumerable<object[]>)HostileNames.Each).Select(static row => (string)row[0]).Where(static name => name.IndexOfAny(['\0', '/']) < 0 && !name.Any(char.IsSurrogate)),
    ];

    [Theory, MemberData(nameof(Names))]
    public void Text_is_inert(string name)
    {
        if (OperatingSystem.IsWindows())
            return; // such a file cannot be made there

        using var folder = new CliFolder("models/good.gguf");
        folder.Run("lock").Ended(0);
        Directory.CreateDirectory(folder.Full("models"));
        folder.Model("models/" + name);
        AssertInert(folder.Run("lock"));
        AssertInert(folder.Run("lock", "--check"));
        AssertInert(folder.Run("verify"));
        AssertInert(folder.Run("lock", name));
        AssertInert(folder.Run("verify", name));
        AssertInert(folder.Run(name));
        AssertInert(folder.Run("verify", "--mode", name));
        AssertInert(folder.Run("scan", "models", "--include-clean"));
        AssertInert(folder.Run("scan", "models", "--format", "json"));
        AssertInert(folder.Run("scan", "no/" + name));
    }

    [Theory, MemberData(nameof(Names))]
    public void Json_is_inert_and_loses_nothing(string name)
    {
        if (OperatingSystem.IsWindows())
            return; // such a file cannot be made there

        using var folder = new CliFolder("models/good.gguf");
        folder.Run("lock").Ended(0);
        folder.Model("models/" + name);
        var result = folder.Run("verify", "--format", "json").Ended(1);
        AssertInert(result);
        var findings = JsonReader.Parse(result.Out, JsonLimits.Default).Root!.Find("findings")!.Items;
        Assert.Contains(findings, finding => finding.Find("subject")!.StringValue == "models/" + name);
    }

    private static void AssertInert(CliResult result)
    {
        foreach (var line in (result.Out + result.Error).TrimEnd('\n').Split('\n'))
            HostileNames.AssertInert(line);
    }
}
