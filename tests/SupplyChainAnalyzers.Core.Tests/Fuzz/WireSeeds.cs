using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Scanning.Sources;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

/// <summary>Texts of the protocol as both ends write them, each with everything in it that it can hold.</summary>
internal static class WireSeeds
{
    private static readonly string Nonce = new('0', Wire.NonceLength);
    private static readonly string Digest = new('a', 64);

    private static readonly BehaviorReport Report = new()
    {
        Verdict = BehaviorVerdict.Suspicious,
        Score = 1.25,
        TargetClass = 3,
        Tier = BehaviorTier.Standard,
        Engine = "onnxruntime 1.29.0",
        Inputs = [new BehaviorInput("probe", Digest), new BehaviorInput("tokenizer.json", Digest)],
        Golden = "{}",
        Checks =
        [
            new CheckResult("neural-cleanse", CheckOutcome.Suspicious, "can be turned") { Score = 1.25, TargetClass = 3, Rule = Rules.SmallPatchFound, Values = [new Measurement("anomalyIndex", 4.5)], Classes = [new ClassResult(3, [new Measurement("norm", 2)])] },
            new CheckResult("comparison", CheckOutcome.NoFinding, "is much the same") { Items = [new ItemResult("layer.0", [new Measurement("energy", .125)])] },
        ],
        Suite = [new SuiteResult("noise", "noise", 10, 2, 0) { Towards = 3, FlipsTowards = 2, Classes = [new SuiteClass(1, 5, 2)] }],
    };

    public static IReadOnlyList<string> Events { get; } = [.. new ScanEvent[]
    {
        new ScanEvent.Hello(Nonce, Wire.Version, "1.2.3", Isolation.All),
        new ScanEvent.Result(Nonce, 0, Digest, 5, ModelFormats.Onnx, [new ReportedFinding(Rules.CodeFormat, Severity.Low, "found", "a/b", 7, "os.system")]),
        new ScanEvent.Source(Nonce, 1, new SourceReport([new SourceReportFinding(Rules.UnsafePythonLoad, "is unsafe", new TextRegion(2, 1, 2, 11))], Digest, UsesModelPackages: true, IsIncomplete: false)),
        new ScanEvent.Source(Nonce, 2, new SourceReport([], null, UsesModelPackages: false, IsIncomplete: true)),
        new ScanEvent.Picture(Nonce, 0, new BehaviorPicture("mask-3", "the mask", 2, 1, 3, [1, 2, 3, 4, 5, 6])),
        new ScanEvent.Behavior(Nonce, 0, BehaviorReportText.Write(Report)),
        new ScanEvent.Tensor(Nonce, 0, "w", "F32", "2,3", Digest),
        new ScanEvent.Converted(Nonce, 0, Digest, 5, ModelFormats.Onnx, Digest, 6),
        new ScanEvent.Unconverted(Nonce, 0, Digest, 5, ModelFormats.Onnx, "it holds objects"),
        new ScanEvent.Listed(Nonce, 0, new ListingLine("tensors", "w 2x3", "a")),
        new ScanEvent.Done(Nonce, 3),
    }.Select(static one => Encoding.UTF8.GetString(ScanEventWriter.ToLine(one)).TrimEnd('\n'))];

    public static IReadOnlyList<string> Reports { get; } = [BehaviorReportText.Write(Report)];

    public static IReadOnlyList<string> Requests { get; } =
        [Encoding.UTF8.GetString(new ScanRequest(Nonce, Jobs.Behavior, 1 << 30, ["/a/m.onnx"], "/a/out", TensorsOnly: true, "/a", "{}", ["/a/x.npy"]).ToLine()).TrimEnd('\n')];

    public static IReadOnlyList<string> SourceQuestions { get; } =
        [SourceQuestionText.Write(new SourceQuestion { LockPath = "/a/models.lock", Endpoints = ["https://a.example", "https://*"], Folders = ["a/b", "c/d"], UsesModelPackages = true }), SourceQuestionText.Write(new SourceQuestion())];

    public static IReadOnlyList<string> BehaviorQuestions { get; } =
    [
        BehaviorQuestionText.Write(new BehaviorQuestion { Model = "/a/m.onnx", Probe = "/a/x.npy", Labels = "/a/y.npy", Prompts = "/a/p.txt", Tier = BehaviorTier.Deep, Pictures = true, Checks = ["weights", "golden"], Beside = ["/a/tokenizer.json"], Parameters = [new Measurement("weights.channelZ", 6.5)] }),
    ];

    public static IReadOnlyList<string> SignatureQuestions { get; } =
    [
        SignatureQuestionText.Write(new SignatureQuestion
        {
            Bundle = "/a/model.sig", Model = "/a", IgnoreUnsignedFiles = true, IgnoredPaths = ["x"], Known = [new KnownFile("m.onnx", 5, Digest)],
            Signers = [new ExpectedSigner { Method = SigningMethod.Sigstore, Identity = "a@example", Issuer = "https://issuer.example", Keys = [[1, 2]], TrustedRoot = [3] }],
            Attestation = new AttestationDemand { Files = ["m.onnx"], Builders = ["b*"] },
        }),
    ];
}
