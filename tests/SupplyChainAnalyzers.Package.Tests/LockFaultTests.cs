using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>A lock that cannot be believed fails the build with file, line and column, and nothing it says is used.</summary>
[Collection(PackedOnce.Name)]
public class LockFaultTests(PackedPackage package)
{
    private const string Digest = "\"sha256\": \"0000000000000000000000000000000000000000000000000000000000000000\", \"size\": 1, \"format\": \"gguf\"";

    // Each in a project of its own, with a lock of its own: one build shows all. `^` is the place of the error.
    private static readonly (string Code, string Lock)[] Faults =
    [
        ("SCA2002", "{\n  \"lockVersion\": 1,\n  \"models\": {^oops}\n}\n"),
        ("SCA2003", "{\n  \"lockVersion\": ^2,\n  \"models\": {}\n}\n"),
        ("SCA2004", "{\n  \"lockVersion\": 1,\n  \"models\": {},\n  ^\"models\": {}\n}\n"),
        ("SCA2005", "{\n  \"lockVersion\": 1,\n  ^\"modles\": {},\n  \"models\": {}\n}\n"),
        ("SCA2006", "{\n  \"lockVersion\": 1,\n  \"models\": ^[]\n}\n"),
        ("SCA2007", Model("m", "m", "{ \"sha256\": ^\"123\", \"size\": 1, \"format\": \"gguf\" }")),
        ("SCA2008", Model("m", "^../outside", "{ " + Digest + " }")),
        ("SCA2010", "{ \"lockVersion\": 1, \"models\": { \"m\": { \"path\": " + new string('[', 40) + new string(']', 40) + " } } }"),
        ("SCA2011", "{\n  \"lockVersion\": 1,\n^<<<<<<< HEAD\n  \"models\": {}\n=======\n  \"models\": {}\n>>>>>>> branch\n}\n"),
        ("SCA2012", "{\n  \"lockVersion\": 1,\n  \"models\": {\n    \"m\": {\n      \"path\": \"m\",\n      \"source\": { \"type\": \"huggingface\", \"repo\": \"a/b\", \"revision\": ^\"main\" },\n      \"files\": { \"a.gguf\": { " + Digest + " } }\n    }\n  }\n}\n"),
        ("SCA2013", "{\n  \"lockVersion\": 1,\n  \"models\": {\n    \"m\": {\n      \"path\": \"m\",\n      \"files\": { \"a.gguf\": { " + Digest + " } },\n      \"treeHash\": ^\"sha256:" + new string('0', 64) + "\"\n    }\n  }\n}\n"),
        ("SCA2009", "{\n  \"lockVersion\": 1,\n  \"models\": {\n    \"m\": {\n      \"path\": \"m\",\n      \"files\": {\n        \"A.gguf\": { " + Digest + " },\n        ^\"a.gguf\": { " + Digest + " }\n      }\n    }\n  }\n}\n"),
    ];

    [Fact]
    public void Each_class_of_malformed_lock_has_its_own_code_at_its_own_place()
    {
        var solution = new TestSolution(package);
        foreach (var (code, text) in Faults)
        {
            solution.Project(code);
            solution.Write($"{code}/models.lock", text.Replace("^", ""));
        }

        // A folder where the lock should be, and one that is named but not there.
        solution.Project("SCA2001", properties: "<SupplyChainLock>nowhere/models.lock</SupplyChainLock>");
        solution.Solution();

        var build = solution.Build("build", "All.sln").Fails();

        Assert.All(Faults, fault =>
        {
            var error = Assert.Single(build.Errors, error => error.Code == fault.Code);
            Assert.Equal(solution.PathOf($"{fault.Code}/models.lock"), error.File);
            if (fault.Lock.IndexOf('^', StringComparison.Ordinal) is >= 0 and var at)
                Assert.Equal(Place(fault.Lock[..at]), (error.Line, error.Column));
        });
        Assert.Equal(solution.PathOf("SCA2001/nowhere/models.lock"), Assert.Single(build.Errors, static error => error.Code == "SCA2001").File);
        Assert.Equal(Faults.Length + 1, build.Errors.Count());
        Assert.Empty(build.Warnings);
        Assert.Contains("models lock", Assert.Single(build.Errors, static error => error.Code == "SCA2011").Message, StringComparison.Ordinal);
    }

    private static (int Line, int Column) Place(string before) =>
        (before.Count(static c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));

    private static string Model(string name, string path, string file)
    {
        // A mark inside of a value stands for the start of the value.
        var value = path.StartsWith('^') ? "^\"" + path[1..] + "\"" : "\"" + path + "\"";
        return "{\n  \"lockVersion\": 1,\n  \"models\": {\n    \"" + name + "\": {\n      \"path\": " + value + ",\n      \"files\": { \"a.gguf\": " + file + " }\n    }\n  }\n}\n";
    }
}
