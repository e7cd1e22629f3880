using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hosted;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Sources.Ollama;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources.Settings;

/// <summary>Judges single values of settings, with what stands around them.</summary>
internal sealed class SettingsJudge(string text, SourceContext context, SourceNotes notes)
{
    private readonly LineStarts _lines = new(text);

    /// <param name="name">The member's name.</param>
    /// <param name="plain">The same as <see cref="SettingsWords.Plain"/> has it.</param>
    /// <param name="node">Its value, a string.</param>
    /// <param name="section">What it stands in.</param>
    public void Judge(string name, string plain, JsonNode node, SettingsSection section)
    {
        var value = node.StringValue!;
        var start = _lines.StartOf(node.Region.Line) + node.Region.Column;
        // A text with escapes is longer where it is written: it is reported as a whole, and not changed.
        var isPlain = node.Region.Line == node.Region.EndLine && node.Region.EndColumn - node.Region.Column - 2 == value.Length;
        var length = isPlain ? value.Length : Math.Max(0, node.Region.EndColumn - node.Region.Column - 2);
        // "OpenAI:Model" as one member.
        var colon = name.LastIndexOf(':');
        if (colon >= 0)
            (section, plain) = (section.Enter(name.Substring(0, colon), node), SettingsWords.Plain(name.Substring(colon + 1)));

        if (WebAddress.Parse(value) is { } address)
            Address(address, plain, section, start, length, isPlain);
        else if (SettingsWords.IsModel(plain) && value.Length > 0)
            Model(value, section, start, length, isPlain);
    }

    private void Model(string model, SettingsSection section, int start, int length, bool isPlain)
    {
        switch (section.Provider)
        {
            case null or SettingsWords.Azure:
                return;
            case "huggingface":
                notes.Use(SourceFactKind.HubModel, model, null, null, start, length);
                return;
            case "ollama":
                Ollama(model, start, length, isPlain);
                return;
        }

        if (section.IsProvidersServer && section.Provider != "bedrock" && HostedAliases.Find(model, section.Provider) is { } alias)
            notes.Report(
                Rules.FloatingHostedModel,
                $"'{Printable.Of(model)}' is whatever the provider makes of it; name the dated model {(alias.Dated is null ? "that was tested" : $"'{alias.Dated}'")}",
                start,
                length,
                alias.Dated is null || !isPlain ? null : new SourceEdit(start, length, alias.Dated));
        else if (context.HostedModels.Count > 0 && !context.HostedModels.Contains(model))
            notes.Report(Rules.HostedNotDeclared, $"'{Printable.Of(model)}' is not among the hosted models of models.lock; declare it there, or use one that is", start, length);
    }

    private void Ollama(string model, int start, int length, bool isPlain)
    {
        if (OllamaName.Parse(model) is not { } name)
            return;

        notes.Use(SourceFactKind.OllamaModel, name.Model, name.Tag, name.Digest, start, length);
        if (!name.IsFloating || context.Ollama.Has(name.Model, OllamaName.DefaultTag))
            return;

        var tag = context.Ollama.TagOf(name.Model);
        notes.Report(
            Rules.OllamaWithoutTag,
            $"'{Printable.Of(model)}' is pulled as whatever is newest; name the tag {(tag is null ? "that was tested" : $"that models.lock has for it, '{Printable.Of(tag)}'")}",
            start,
            length,
            tag is null || !isPlain ? null : new SourceEdit(start, length, name.Model + ":" + tag));
    }

    private void Address(WebAddress address, string plain, SettingsSection section, int start, int length, bool isPlain)
    {
        if (Loopback.IsAddress(address.Text))
            return;

        if (SettingsWords.IsEndpoint(plain) && section.Provider is not null)
        {
            if (context.Endpoints is { } endpoints && !EndpointPolicy.Allows(endpoints, address.Text))
                notes.Report(Rules.EndpointNotAllowed, $"'{Printable.Of(address.Host)}' is not among the endpoints of models.policy.json; add it there after a review, or call one that is", start, length);

            return;
        }

        if (!SettingsWords.IsArtefact(plain) || (!address.IsModel && !KnownHosts.IsRedirector(address.Host)))
            return;

        notes.Use(SourceFactKind.Url, address.Text, address.Model?.Reference, null, start, length);
        if (!address.IsHttps)
            notes.Report(Rules.PlainHttp, $"'{Printable.Of(address.Host)}' is asked over plain http, and anybody on the way can answer; use https", start, length,
                isPlain && KnownHosts.ServesHttps(address.Host) ? new SourceEdit(start, address.SchemeLength, "https") : null);
        else if (KnownHosts.IsRedirector(address.Host) || address.Model?.Kind == AddressKind.GitHubLatest)
            notes.Report(Rules.RedirectedAddress, $"'{Printable.Of(address.Host + address.Path)}' leads to whatever is there today; name the final address", start, length);
        else if (address.Model is { } model && BranchNames.Contains(model.Reference))
            Branch(model, start, length, isPlain);
    }

    private void Branch(ModelAddress model, int start, int length, bool isPlain)
    {
        var pin = model is { Kind: AddressKind.HuggingFace, Repo: { } repo } ? context.Pins.Find(repo, model.File, BranchNames.Plain(model.Reference)) : null;
        notes.Report(
            Rules.FloatingRevision,
            $"{RevisionAdvice.Fault(model.Repo ?? "the repository", model.Reference)}; {RevisionAdvice.Step(pin, context.Pins)}",
            isPlain ? start + model.Start : start,
            isPlain ? model.Length : length,
            pin is null || !isPlain ? null : new SourceEdit(start + model.Start, model.Length, pin.Commit));
    }
}
