using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources.Shell;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>Addresses of models that a script fetches.</summary>
internal static class AddressJudge
{
    /// <param name="word">What may be an address.</param>
    /// <param name="isVerified">Whether a digest is compared with what arrives: then it may come from anywhere.</param>
    /// <param name="context">What is known around.</param>
    /// <param name="notes">Where to write.</param>
    public static void Judge(ShellWord word, bool isVerified, SourceContext context, SourceNotes notes)
    {
        // A part that is not known may be the commit, or a query that makes it another address.
        if (!word.IsComplete || WebAddress.Parse(word.Text) is not { IsModel: true } address || Loopback.IsAddress(word.Text))
            return;

        var model = address.Model;
        notes.Use(SourceFactKind.Url, word.Text, model?.Reference, null, word.Start, word.Length);
        if (isVerified)
            return;

        if (!address.IsHttps)
            Http(word, address, notes);
        else if (model is { Kind: AddressKind.GitHubLatest } || KnownHosts.IsRedirector(address.Host))
            notes.Report(Rules.RedirectedAddress, $"'{Printable.Of(Plain(address))}' leads to whatever somebody puts there; fetch the address it leads to today, and compare the digest after the download: sha256sum --check", word.Start, word.Length);
        else if (model is null)
            notes.Report(Rules.CommandWithoutPin, $"'{Printable.Of(Plain(address))}' is fetched and nothing says which bytes it must be; compare its digest after the download: sha256sum --check", word.Start, word.Length);
        else if (!RevisionAdvice.IsCommit(model.Reference))
            Revision(RevisionAdvice.RuleFor(model.Reference), word, model, context, notes);
    }

    private static void Http(ShellWord word, WebAddress address, SourceNotes notes)
    {
        var isKnown = KnownHosts.ServesHttps(address.Host) && !address.HasPort;
        var start = word.Value.Offset(0);
        var length = word.Value.End(address.SchemeLength) - start;
        var isWritten = length == address.SchemeLength;
        notes.Report(
            Rules.PlainHttp,
            $"A model is fetched from '{Printable.Of(address.Host)}' over http, and everybody on the way can replace it; {(isKnown ? "write https" : "write https if the host serves it, or move the model to one that does")}",
            isWritten ? start : word.Start,
            isWritten ? length : word.Length,
            isKnown && isWritten ? new SourceEdit(start, length, "https") : null);
    }

    private static void Revision(Rule rule, ShellWord word, ModelAddress model, SourceContext context, SourceNotes notes)
    {
        var repo = model.Repo ?? "the repository";
        var pin = model is { Kind: AddressKind.HuggingFace, Repo: { } name } ? context.Pins.Find(name, model.File, BranchNames.Plain(model.Reference)) : null;
        var start = word.Value.Offset(model.Start);
        var length = word.Value.End(model.Start + model.Length) - start;
        // A part that a variable brings is not written here.
        var isWritten = length == model.Length;
        notes.Report(
            rule,
            $"{RevisionAdvice.Fault(repo, model.Reference)}; {RevisionAdvice.Step(pin, context.Pins)}",
            isWritten ? start : word.Start,
            isWritten ? length : word.Length,
            pin is null || !isWritten ? null : new SourceEdit(start, length, pin.Commit));
    }

    // The query can hold a token: it is never shown.
    private static string Plain(WebAddress address) => address.Text.Substring(0, address.PathEnd);
}
