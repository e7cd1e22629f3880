using System.Text.Json;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>Whatever a lock holds, what is generated from it compiles without a warning; whatever it is not, nothing is thrown.</summary>
public class RandomLockTests
{
    private const int Locks = 40;
    private const int Cuts = 300;

    private static readonly string[] Parts =
    [
        "model", "Model", "a", "A", "_", "-", ".", "0", "9b", "class", "Equals", "root", "all", "Root", "ToString", "VerifiedModelFile", "System", "name", "\u00e4", "\u4e2d", "\u0301", "\ud83d\ude00",
        "{?}", "{namespace}", "$", "'", "&", "<b>", "#", ";", "%41", " ", "\u2028", "\u00ad", "/", "/x/",
    ];

    [Fact]
    public void Any_valid_lock_gives_code_that_compiles()
    {
        var random = new Random(7);
        var valid = 0;
        for (var i = 0; i < Locks; i++)
        {
            var text = RandomLock(random);
            var isValid = ModelsLockReader.Read(text, GeneratorProject.LockPath).Value is not null;
            var run = new GeneratorProject { Lock = text, IsNetStandard = i % 2 == 0 }.Run();

            Assert.Equal(isValid, run.Files.Any());
            Assert.Empty(run.Compilation.GetDiagnostics());
            valid += isValid ? 1 : 0;
        }

        Assert.True(valid > Locks / 4, $"{valid} valid locks");
    }

    [Fact]
    public void A_damaged_lock_never_throws()
    {
        var random = new Random(8);
        for (var i = 0; i < Cuts; i++)
        {
            var text = TestLock.Ner;
            text = text[..random.Next(text.Length)] + (char)random.Next(1, 0x10000) + text[random.Next(text.Length)..];
            var run = new GeneratorProject { Lock = text }.Run();

            Assert.Null(run.Result.Exception);
        }
    }

    private static string RandomLock(Random random)
    {
        var models = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Text(random, 14)).Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(
            static name => name,
            name => new
            {
                path = "models/" + name,
                files = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Text(random, Parts.Length)).Distinct(StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(static file => file, static _ => new { sha256 = new string('a', 64), size = 1, format = "onnx" }),
            });
        return JsonSerializer.Serialize(new { lockVersion = 1, models });
    }

    // Never empty, and mostly something that a name or path may be.
    private static string Text(Random random, int parts) =>
        "m" + string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Parts[random.Next(random.Next(6) == 0 ? Parts.Length : parts)])) + "n";
}
