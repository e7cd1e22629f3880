using SupplyChainAnalyzers.Benchmarks;

if (args is ["verify-child", var lockPath])
    return ColdVerifyBenchmark.Child(lockPath);
if (args is ["signature-child", var what, var signedPath])
    return SignatureChild.Run(what, signedPath);

if (args is ["scan-child", var modelPath])
    return ScannerSpeedBenchmark.Child(modelPath);

if (args is ["pickle-child", var picklePath])
    return PickleBenchmark.Child(picklePath);

if (args is ["gradient-child", var zoo, var madeHere])
    return GradientBenchmark.Child(zoo, madeHere);

if (args is ["analyzers-child"])
    return AnalyzerCostBenchmark.Child(new Report(Console.Out));

if (args is ["analyze-sources", .. var folders])
    return SourceAnalysis.Run(folders);

if (args is ["behavior-zoo", .. var zooArguments])
    return ZooBenchmark.Run(zooArguments);

if (args is ["behavior-language", .. var languageArguments])
    return LanguageBenchmark.Run(languageArguments);

if (args is ["behavior-architectures", .. var architectureArguments])
    return ArchitectureBenchmark.Run(architectureArguments);

Benchmark[] benchmarks =
[
    new("cold-verify", "reading and hashing everything, against openssl", ColdVerifyBenchmark.Run),
    new("lock-reading", "the strict JSON reader, against System.Text.Json", LockReadingBenchmark.Run),
    new("analyzers", "what the analyzer costs a compilation, beside those of others", AnalyzerCostBenchmark.Run),
    new("unchanged-build", "what a build pays when nothing changed, from the binary log", UnchangedBuildBenchmark.Run),
    new("reader-fuzz", "five million damaged locks and policies", ReaderFuzzBenchmark.Run),
    new("analyzer-fuzz", "a million damaged source files through every analyzer; goes on where it was", AnalyzerFuzzBenchmark.Run),
    new("pickle", "rate and memory of going through large pickles, against picklescan", PickleBenchmark.Run),
    new("scan-speed", "the scanner on large, dense and many files, against openssl and picklescan", ScannerSpeedBenchmark.Run),
    new("signatures", "what a signature costs beside hashing the model once", SignatureBenchmark.Run),
    new("signature-fuzz", "two million damaged bundles of every form; goes on where it was", SignatureFuzzBenchmark.Run),
    new("gradient", "gradients of ONNX models, against torch", GradientBenchmark.Run),
    new("scanner-fuzz", "ten million hostile files of each main format, one of each other; goes on where it was", ScannerFuzzBenchmark.Run),
];

var report = new Report(Console.Out);
Benchmark[] chosen = [.. benchmarks.Where(benchmark => args is [] || args.Contains(benchmark.Name))];
if (chosen.Length == 0)
{
    Console.WriteLine("usage: dotnet run --project build -- bench [name …]\n");
    foreach (var benchmark in benchmarks)
        Console.WriteLine($"  {benchmark.Name,-16} {benchmark.Summary}");

    Console.WriteLine($"  {"behavior-zoo …",-16} how well models with backdoors are told from clean ones, against Neural Cleanse and MM-BD");
    Console.WriteLine($"  {"behavior-language …",-16} how often sleeping language models give their phrase away, and honest ones seem to");
    Console.WriteLine($"  {"behavior-architectures …",-16} whether published architectures without a backdoor are taken for what they are, and how long that takes");
    Console.WriteLine($"  {"analyze-sources …",-16} what the analyzer finds in folders of C# sources");
    return 2;
}

foreach (var benchmark in chosen)
    benchmark.Run(report);

return 0;
