using SupplyChainAnalyzers.Build;
using SupplyChainAnalyzers.Build.Targets;

// `dotnet run --project build -- <target>`: everything that is done to this repository, in one place.
Target[] targets =
[
    new("build", "compile everything, Release", BuildTarget.Run),
    new("test", "run all tests; further arguments go to dotnet test", TestTarget.Run),
    new("pack", "write both packages to artifacts/packages", PackTarget.Run),
    new("publish", "pack, and leave a runnable artifacts/models/models", PublishTarget.Run),
    new("demo", "show the main job on a sample: squiggle, failing build, fix, passing build", DemoTarget.Run),
    new("bench", "measure, as ratios against a named peer or limit of the same run", BenchTarget.Run),
    new("docs", "bring the rules' pages up to date with the catalogue", DocsTarget.Run),
];

var target = targets.FirstOrDefault(candidate => args is [var name, ..] && name == candidate.Name);
if (target is null)
{
    Console.WriteLine("usage: dotnet run --project build -- <target>\n");
    foreach (var each in targets)
        Console.WriteLine($"  {each.Name,-8} {each.Summary}");

    return args is [] or ["--help" or "-h" or "help"] ? 0 : 2;
}

try
{
    target.Run(args[1..]);
    return 0;
}
catch (StepFailedException failure)
{
    Console.Error.WriteLine($"{target.Name} failed: {failure.Message}");
    return 1;
}
