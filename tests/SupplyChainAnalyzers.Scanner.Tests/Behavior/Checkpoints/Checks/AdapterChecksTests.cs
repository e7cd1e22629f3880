using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Checkpoints.Checks;

public sealed class AdapterChecksTests
{
    private const string Config = """{"base_model_name_or_path":"acme/tiny","r":4,"lora_alpha":8,"target_modules":["q_proj","v_proj"],"modules_to_save":null}""";
    private const string Module = "base_model.model.model.layers.3.self_attn.q_proj.lora_B.weight";

    private static readonly Companions Declared = WeightFiles.Texts((Companions.AdapterConfig, Config));

    [Fact]
    public void Adapter_that_fits_its_declaration_and_its_base_is_no_finding()
    {
        var (adapter, model) = (WeightFiles.SafeTensors(WeightFiles.Adapter()), WeightFiles.SafeTensors(WeightFiles.Model()));

        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("declared-shapes", adapter, model, Declared).Outcome);
        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("target-modules", adapter, beside: Declared).Outcome);
        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("adapter-spectra", adapter, beside: Declared).Outcome);
    }

    [Fact]
    public void Rank_that_is_not_the_declared_one_is_found()
    {
        var result = WeightFiles.Run("declared-shapes", WeightFiles.SafeTensors(WeightFiles.Adapter()), beside: WeightFiles.Texts((Companions.AdapterConfig, Config.Replace("\"r\":4", "\"r\":16", StringComparison.Ordinal))));

        Assert.Equal((CheckOutcome.Suspicious, Rules.DeclarationWrong), (result.Outcome, result.Rule));
        Assert.Contains("has rank 4, declared is 16", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Rank_pattern_counts_for_its_modules()
    {
        var config = Config.Replace("\"r\":4", "\"r\":16,\"rank_pattern\":{\"q_proj\":4,\"self_attn.v_proj\":4}", StringComparison.Ordinal);
        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("declared-shapes", WeightFiles.SafeTensors(WeightFiles.Adapter()), beside: WeightFiles.Texts((Companions.AdapterConfig, config))).Outcome);
    }

    [Fact]
    public void Adapter_of_another_base_is_found()
    {
        var other = WeightFiles.Model().Select(static tensor => tensor.Name.Contains("q_proj", StringComparison.Ordinal) ? WeightFiles.Matrix(tensor.Name, 32, 32, "other") : tensor);
        var result = WeightFiles.Run("declared-shapes", WeightFiles.SafeTensors(WeightFiles.Adapter()), WeightFiles.SafeTensors(other), Declared);

        Assert.Contains("changes 24x24 where the reference has 32x32", result.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("base_model.model.lm_head.lora_A.weight", "base_model.model.lm_head.lora_B.weight", "lm_head")]
    [InlineData("base_model.model.model.embed_tokens.weight", "x", "embed_tokens")]
    public void Module_that_is_not_declared_is_found(string one, string other, string shown)
    {
        var adapter = WeightFiles.Adapter();
        adapter.Add(WeightFiles.Matrix(one, 4, WeightFiles.Width, "extra"));
        if (other != "x")
            adapter.Add(WeightFiles.Matrix(other, WeightFiles.Width, 4, "extra"));
        var result = WeightFiles.Run("target-modules", WeightFiles.SafeTensors(adapter), beside: Declared);

        Assert.Equal((CheckOutcome.Suspicious, Rules.ModulesNotDeclared), (result.Outcome, result.Rule));
        Assert.Contains(shown, result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensor_that_is_to_be_saved_is_declared()
    {
        var adapter = WeightFiles.Adapter();
        adapter.Add(WeightFiles.Matrix("base_model.model.lm_head.modules_to_save.default.weight", 4, WeightFiles.Width, "extra"));
        var beside = WeightFiles.Texts((Companions.AdapterConfig, Config.Replace("null", "[\"lm_head\"]", StringComparison.Ordinal)));

        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("target-modules", WeightFiles.SafeTensors(adapter), beside: beside).Outcome);
    }

    [Fact]
    public void Without_a_configuration_it_is_not_known_what_is_declared() =>
        Assert.Equal(CheckOutcome.Skipped, WeightFiles.Run("target-modules", WeightFiles.SafeTensors(WeightFiles.Adapter())).Outcome);

    [Fact]
    public void Module_that_is_changed_far_more_than_others_stands_out()
    {
        var result = WeightFiles.Run("adapter-spectra", WeightFiles.SafeTensors(WeightFiles.Adapter().With(Module, static (_, value) => value * 12)), beside: Declared);

        Assert.Equal((CheckOutcome.Suspicious, Rules.ModuleStandsOut), (result.Outcome, result.Rule));
        Assert.Contains("layers.3.self_attn.q_proj", result.Words, StringComparison.Ordinal);
        Assert.True(result.Score >= 1);
    }

    [Fact]
    public void Spectrum_is_that_of_the_product()
    {
        // B · A = 3 · u vᵀ, with a second direction a tenth as long.
        float[] a = [1, 0, 0, 0, .1f, 0], b = [3, 0, 0, 1, 0, 0, 0, 0];
        var adapter = WeightFiles.Read(WeightFiles.SafeTensors([("m.lora_A.weight", [2, 3], a), ("m.lora_B.weight", [4, 2], b)]));
        var spectrum = LoraSpectrum.Of(Assert.Single(LoraModule.Of(adapter, [])), scale: 2)!;

        Assert.Equal(6, spectrum.Sigma, 1e-5);
        Assert.Equal(2 * Math.Sqrt(9.01), spectrum.Frobenius, 1e-5);
        Assert.Equal(9 / 9.01, spectrum.Energy, 1e-6);
        Assert.InRange(spectrum.Entropy, 0, .02);
    }

    [Fact]
    public void Infinite_numbers_have_no_spectrum()
    {
        var adapter = WeightFiles.SafeTensors(WeightFiles.Adapter().With(Module, static (_, _) => float.PositiveInfinity));
        Assert.Equal(CheckOutcome.NoFinding, WeightFiles.Run("adapter-spectra", adapter, beside: Declared).Outcome);
    }
}
