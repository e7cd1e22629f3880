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
        if (isVerified || model is not null && RevisionAdvice.IsCommit(model.Reference))
            return;

        if (model is not null && BranchNames.Contains(model.Reference))
            Revision(Rules.FloatingRevision, word, model, context, notes);
        else if (model is not null)
            Revision(Rules.CommandWithoutPin, word, model, context, notes);
        else
            notes.Report(Rules.CommandWithoutPin, $"'{Printable.Of(Plain(address))}' is fetched and nothing says which bytes it must be; compare its digest after the download: sha256sum --check", word.Start, word.Length);
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
