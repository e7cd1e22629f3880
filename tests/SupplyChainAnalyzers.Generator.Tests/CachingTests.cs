using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>What the generator does again after an edit: nothing that it need not.</summary>
public class CachingTests
{
    private static readonly GeneratorProject Project = new() { Lock = TestLock.Ner, Source = "class A { }" };

    [Fact]
    public void An_edit_of_source_code_runs_no_step_again()
    {
        var (driver, compilation) = Start();

        var again = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class B { }", Project.ParseOptions))).GetRunResult().Results.Single();

        Assert.All(Reasons(again), static reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        Assert.All(OutputReasons(again), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void The_same_lock_read_anew_changes_nothing()
    {
        var (driver, compilation) = Start();

        var again = Replace(driver, Project.Lock!).RunGenerators(compilation).GetRunResult().Results.Single();

        Assert.Equal(IncrementalStepRunReason.Unchanged, Reason(again, ModelFilesGenerator.LockStep));
        Assert.All(OutputReasons(again), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_change_of_the_lock_that_accessors_do_not_show_writes_nothing()
    {
        var (driver, compilation) = Start();

        var again = Replace(driver, Project.Lock!.Replace("\"resolvedFrom\": \"main\"", "\"resolvedFrom\": \"v2\"", StringComparison.Ordinal) + "\n\n").RunGenerators(compilation).GetRunResult().Results.Single();

        Assert.Equal(IncrementalStepRunReason.Modified, Reason(again, ModelFilesGenerator.LockStep));
        Assert.Equal(IncrementalStepRunReason.Unchanged, Reason(again, ModelFilesGenerator.PlanStep));
        Assert.All(OutputReasons(again), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Another_hash_writes_the_accessors_and_not_the_types_behind_them()
    {
        var (driver, compilation) = Start();

        var again = Replace(driver, TestLock.Of(TestLock.Model("ner-v2", "models/ner", ("config.json", [9]), ("other.onnx", [1])))).RunGenerators(compilation).GetRunResult().Results.Single();

        Assert.Equal(IncrementalStepRunReason.Modified, Reason(again, ModelFilesGenerator.PlanStep));
        Assert.Equal(IncrementalStepRunReason.Cached, Reason(again, ModelFilesGenerator.SupportStep));
        Assert.Contains("OtherOnnx", again.GeneratedSources.Single(static source => source.HintName == "ModelFiles.g.cs").SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_another_additional_file_changes_nothing()
    {
        var (driver, compilation) = Start();

        var again = driver.AddAdditionalTexts([new TestText("/repo/notes.txt", SourceText.From("x"))]).RunGenerators(compilation).GetRunResult().Results.Single();

        Assert.All(OutputReasons(again), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Options_that_are_not_ours_change_nothing()
    {
        var (driver, compilation) = Start();

        var again = driver.WithUpdatedAnalyzerConfigOptions(Project.Options).RunGenerators(compilation).GetRunResult().Results.Single();

        Assert.Equal(IncrementalStepRunReason.Unchanged, Reason(again, ModelFilesGenerator.SettingsStep));
        Assert.All(OutputReasons(again), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Switching_it_off_takes_everything_away()
    {
        var (driver, compilation) = Start();

        var again = driver.WithUpdatedAnalyzerConfigOptions((Project with { Generate = "false" }).Options).RunGenerators(compilation).GetRunResult().Results.Single();

        Assert.Empty(again.GeneratedSources);
    }

    private static (GeneratorDriver Driver, CSharpCompilation Compilation) Start()
    {
        var compilation = Project.Compile();
        return (Project.Driver().RunGenerators(compilation), compilation);
    }

    private static GeneratorDriver Replace(GeneratorDriver driver, string text)
    {
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
        return driver.ReplaceAdditionalTexts([new TestText(GeneratorProject.LockPath, SourceText.From(text, System.Text.Encoding.UTF8))]);
    }

    private static IncrementalStepRunReason Reason(GeneratorRunResult result, string step) =>
        Assert.Single(Assert.Single(result.TrackedSteps[step]).Outputs).Reason;

    private static List<IncrementalStepRunReason> Reasons(GeneratorRunResult result)
    {
        var reasons = new[] { ModelFilesGenerator.LockStep, ModelFilesGenerator.SettingsStep, ModelFilesGenerator.PlanStep, ModelFilesGenerator.SupportStep }
            .Select(step => Reason(result, step)).ToList();
        Assert.Equal(4, reasons.Count);
        return reasons;
    }

    private static List<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result)
    {
        var reasons = result.TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(static step => step.Outputs).Select(static output => output.Reason).ToList();
        Assert.Equal(2, reasons.Count);
        return reasons;
    }
}
