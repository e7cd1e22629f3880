using SupplyChainAnalyzers.Core.Names;

namespace SupplyChainAnalyzers.Core.Tests.Names;

public sealed class PackageNamesTests
{
    [Fact]
    public void Known_Python_name_is_silent_in_any_spelling_of_the_registry() =>
        Assert.All(WellKnownNames.PythonPackages.Names.Concat(WellKnownNames.PythonNeighbours.Names), static name =>
        {
            Assert.Null(PackageNames.FindPython(name));
            Assert.Null(PackageNames.FindPython(name.ToUpperInvariant().Replace('-', '_')));
            Assert.Null(PackageNames.FindPython(name.Replace('-', '.')));
        });

    [Fact]
    public void Known_NuGet_id_is_silent_in_any_case() => Assert.All(WellKnownNames.NuGetPackages.Names, static name =>
    {
        Assert.Null(PackageNames.FindNuGet(name));
        Assert.Null(PackageNames.FindNuGet(name.ToUpperInvariant()));
    });

    [Theory]
    [InlineData("transformrs", "transformers")]
    [InlineData("tranformers", "transformers")]
    [InlineData("tensorfllow", "tensorflow")]
    [InlineData("sentencetransformers", "sentence-transformers")]
    [InlineData("scikitlearn", "scikit-learn")]
    [InlineData("0llama", "ollama")]
    [InlineData("0penai", "openai")]
    [InlineData("lang\u0441hain", "langchain")]
    public void Look_alike_of_a_Python_package_is_found(string name, string known) => Assert.Equal(known, PackageNames.FindPython(name)?.Known);

    [Theory]
    [InlineData("LamaSharp", "LLamaSharp")]
    [InlineData("TorchSharpp", "TorchSharp")]
    [InlineData("Micr0soft.ML", "Microsoft.ML")]
    [InlineData("OllamaSharpe", "OllamaSharp")]
    [InlineData("LLamaSharp-Backend-Cpu", "LLamaSharp.Backend.Cpu")]
    public void Look_alike_of_a_NuGet_package_is_found(string id, string known) => Assert.Equal(known, PackageNames.FindNuGet(id)?.Known);

    [Theory]
    [InlineData("requests")]
    [InlineData("torch-fidelity")]
    [InlineData("transformers-interpret")]
    [InlineData("openai-agents")]
    [InlineData("acme-models")]
    [InlineData("pytest")]
    [InlineData("")]
    [InlineData("\uD800")]
    public void Other_Python_package_is_silent(string name) => Assert.Null(PackageNames.FindPython(name));

    [Theory]
    [InlineData("Microsoft.ML.Whatever")]
    [InlineData("Newtonsoft.Json")]
    [InlineData("Acme.Models")]
    [InlineData("LLamaSharp.Backend.Metal")]
    [InlineData("Whisper.net.Runtime.CoreML")]
    public void Other_NuGet_package_is_silent(string id) => Assert.Null(PackageNames.FindNuGet(id));

    [Fact]
    public void Nearly_every_mutant_is_found()
    {
        var mutants = NameMutants.OfPackages(WellKnownNames.PythonPackages.Names).ToList();
        var missed = mutants.Where(static mutant => PackageNames.FindPython(mutant) is null).ToList();

        Assert.True(mutants.Count > 1_000, $"only {mutants.Count} mutants");
        Assert.True(missed.Count <= mutants.Count / 100, $"{missed.Count} of {mutants.Count}: {string.Join(", ", missed.Take(60))}");
    }

    [Theory]
    [InlineData("Foo__Bar.baz", "foo-bar-baz")]
    [InlineData("A.-_b", "a-b")]
    public void Names_are_normalised_as_the_registry_does(string name, string normal) => Assert.Equal(normal, PackageNames.Normalize(name));
}
