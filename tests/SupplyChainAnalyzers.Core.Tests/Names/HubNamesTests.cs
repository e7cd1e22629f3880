using SupplyChainAnalyzers.Core.Names;

namespace SupplyChainAnalyzers.Core.Tests.Names;

public sealed class HubNamesTests
{
    public static TheoryData<string> Known => [.. WellKnownNames.HubModels.Names];

    [Theory]
    [MemberData(nameof(Known))]
    public void Known_name_is_silent_in_any_case(string name)
    {
        Assert.Null(HubNames.Find(name));
        Assert.Null(HubNames.Find(name.ToUpperInvariant()));
    }

    [Fact]
    public void Known_owner_is_silent_whatever_the_name() =>
        Assert.All(WellKnownNames.HubOwners.Names, static owner => Assert.Null(HubNames.Find(owner + "/bert-base-uncased-official")));

    [Theory]
    [InlineData("EleuterAI/gpt-j-6B", "EleutherAI/gpt-j-6B", LookAlikeKind.Owner)]
    [InlineData("someone/Mistral-7B-v0.2", "mistralai/Mistral-7B-v0.1", LookAlikeKind.OtherVersion)]
    [InlineData("bert-base-uncased-v2", "google-bert/bert-base-uncased", LookAlikeKind.Affix)]
    [InlineData("m1crosoft/phi-2", "microsoft/phi-2", LookAlikeKind.SameLook)]
    [InlineData("micros\u043Eft/phi-2", "microsoft/phi-2", LookAlikeKind.SameLook)]
    [InlineData("Q\u0461en/anything", "Qwen/anything", LookAlikeKind.SameLook)]
    [InlineData("rnicrosoft/phi-2", "microsoft/phi-2", LookAlikeKind.SameLook)]
    [InlineData("metallama/Llama-2-7b-hf", "meta-llama/Llama-2-7b-hf", LookAlikeKind.SameLook)]
    [InlineData("meta_llama/Llama-2-7b-hf", "meta-llama/Llama-2-7b-hf", LookAlikeKind.SameLook)]
    [InlineData("deepseek-al/DeepSeek-R1", "deepseek-ai/DeepSeek-R1", LookAlikeKind.SameLook)]
    [InlineData("deepseek-ia/DeepSeek-R1", "deepseek-ai/DeepSeek-R1", LookAlikeKind.Owner)]
    [InlineData("someone/whisper-large-v3-turbo", "openai/whisper-large-v3-turbo", LookAlikeKind.OtherOwner)]
    [InlineData("someone/whisper_large_v3_turbo", "openai/whisper-large-v3-turbo", LookAlikeKind.OtherOwner)]
    [InlineData("someone/bert-base-uncased", "google-bert/bert-base-uncased", LookAlikeKind.OtherOwner)]
    [InlineData("someone/allMiniLML6v2", "sentence-transformers/all-MiniLM-L6-v2", LookAlikeKind.SameLook)]
    [InlineData("someone/whisper-large-v3-official", "openai/whisper-large-v3", LookAlikeKind.Affix)]
    [InlineData("someone/stable-difusion-xl-base-1.0", "stabilityai/stable-diffusion-xl-base-1.0", LookAlikeKind.Misspelling)]
    [InlineData("bert-base-uncasde", "google-bert/bert-base-uncased", LookAlikeKind.Misspelling)]
    public void Look_alike_is_found(string name, string known, LookAlikeKind kind) => Assert.Equal(new LookAlike(known, kind), HubNames.Find(name), LookAlikes.Same);

    // Honest work on top of a well-known model says so in its name, and has its own owner.
    [Theory]
    [InlineData("acme/fraud-finbert")]
    [InlineData("acme/bert-base-uncased-finetuned-squad")]
    [InlineData("acme/whisper-small-de")]
    [InlineData("acme/whisper-large-v3-onnx")]
    [InlineData("acme/Llama-3.1-8B-Instruct-GGUF")]
    [InlineData("acme/Llama-3.1-8B-Instruct-awq-int4")]
    [InlineData("acme/opus-mt-fr-de")]
    [InlineData("acme/opus-mt-en-es")]
    [InlineData("acme/bert-base-nq")]
    [InlineData("acme/resnet-50")]
    [InlineData("acme/finbert")]
    [InlineData("acme/gpt2")]
    [InlineData("acme/bert-base-german-cased")]
    [InlineData("acme/distilbert-imdb")]
    [InlineData("acme/qwen2.5-coder-sql")]
    [InlineData("acme/stable-diffusion-anime")]
    [InlineData("acme/t5-small-summaries")]
    [InlineData("acme/mistral-7b-legal")]
    [InlineData("acme/phi-3-medical")]
    [InlineData("acme/yolo-helmets")]
    [InlineData("acme/sentence-bert-finnish")]
    [InlineData("user/repo")]
    [InlineData("my-org/my-model")]
    [InlineData("owner/name")]
    [InlineData("models/resnet")]
    [InlineData("my-model")]
    [InlineData("distilbert-base-uncased")]
    [InlineData("guillaumekln/faster-whisper-large-v2")]
    public void Honest_name_is_silent(string name) => Assert.Null(HubNames.Find(name));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/bert-base-uncased-v2")]
    [InlineData("someone/")]
    [InlineData("a/b/bert-base-uncased-v2")]
    [InlineData("\uD800/\uDC00")]
    [InlineData("\u200B\u200B/\u200B")]
    public void What_is_no_repository_is_silent(string name) => Assert.Null(HubNames.Find(name));

    [Fact]
    public void Long_name_costs_nothing() => Assert.Null(HubNames.Find("someone/" + new string('a', 1_000_000)));

    [Fact]
    public void Known_name_allocates_nothing()
    {
        HubNames.Find("someone/whisper-small-x");
        Assert.Null(HubNames.Find("openai/unknown-model"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(HubNames.Find("openai/whisper-small") is null && HubNames.Find("openai/unknown-model") is null);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Nearly_every_mutant_is_found()
    {
        var mutants = NameMutants.OfHub(WellKnownNames.HubModels.Names).ToList();
        var missed = mutants.Where(static mutant => HubNames.Find(mutant) is null).ToList();

        Assert.True(mutants.Count > 5_000, $"only {mutants.Count} mutants");
        Assert.True(missed.Count <= mutants.Count / 100, $"{missed.Count} of {mutants.Count}: {string.Join(", ", missed.Take(60))}");
    }
}
