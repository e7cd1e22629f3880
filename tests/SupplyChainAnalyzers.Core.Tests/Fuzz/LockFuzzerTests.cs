using System.Text;
using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

public sealed class LockFuzzerTests
{
    private const int Inputs = 20_000;

    private static readonly Rule[] Reader =
    [
        Rules.LockUnreadable, Rules.LockSyntax, Rules.LockVersion, Rules.LockDuplicate, Rules.LockUnknownMember, Rules.LockValue, Rules.LockDigest,
        Rules.LockPath, Rules.LockPathCollision, Rules.LockLimit, Rules.LockConflict, Rules.LockRevision, Rules.LockTreeHash,
    ];

    [Fact]
    public void Nothing_but_coded_errors_leaves_the_reader()
    {
        var report = LockFuzzer.Run(Inputs, seed: 1);

        Assert.Empty(report.Failures);
        Assert.Equal(Inputs, report.Inputs);
        Assert.InRange(report.Accepted, Inputs / 20, Inputs); // else the mutations are too coarse to say anything
        Assert.Equal(Reader.Select(static rule => rule.Id), report.Rules.Keys);
    }

    [Fact]
    public void The_schema_accepts_whatever_the_reader_accepts()
    {
        var schema = new SchemaValidator(JsonReader.Parse(Schemas.Lock.Text, JsonLimits.Default).Root!);
        var mutator = new JsonMutator(seed: 2, LockSeeds.All);
        var seen = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var bytes = mutator.Next();
            if (ModelsLockReader.Read(bytes, "/models.lock").Value is null)
                continue;

            seen++;
            var failures = schema.Failures(JsonReader.Parse(bytes, JsonLimits.Default).Root!);
            Assert.True(failures.Count == 0, string.Join("; ", failures) + "\n" + Encoding.UTF8.GetString(bytes));
        }

        Assert.InRange(seen, Inputs / 20, Inputs);
    }
}
