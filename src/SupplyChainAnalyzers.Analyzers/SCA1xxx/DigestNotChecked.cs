using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1034: a download that takes a digest is given none, one too short to mean anything, or one it never looks at.</summary>
internal sealed class DigestNotChecked() : ModelRule(Rules.DigestNotChecked, "{0}; {1}")
{
    public override bool IsAbout(ApiMember member) =>
        member.Class == ApiClass.Download && (member.Roles & (ParameterRoles.Hash | ParameterRoles.IgnoredHash)) != 0;

    public override void Analyze(SinkUse use)
    {
        if (use.With(ParameterRoles.Url).Any(static argument => argument.Values.Any(value => IsNoModel(argument, value))))
            return;

        foreach (var argument in use.With(ParameterRoles.IgnoredHash))
        {
            if (argument is { IsOmitted: false, IsNothing: false, Syntax: { } ignored })
                use.Report(this, ignored.GetLocation(), null, null, "The digest given here is never compared with the file", "verify the file after the download");
        }

        foreach (var argument in use.With(ParameterRoles.Hash))
        {
            if (DigestFault.Of(use, argument) is { } fault)
                Report(use, argument, fault);
        }
    }

    // From this machine, or for people to look at: a font, a picture.
    private static bool IsNoModel(SinkArgument argument, StringValue value) =>
        Loopback.IsAddress(value.Text) || (argument.AddressOf(value) is { } address && ModelFileNames.IsDocument(address.Path));

    private void Report(SinkUse use, SinkArgument argument, string fault)
    {
        var sha256 = use.ValueOf(ParameterRoles.Url) is { } address ? use.Project.Lock.Files.FindSha256(address) : null;
        var written = sha256 is null || !Hex.Is(sha256, DigestFault.Sha256Digits) ? null : $"\"{sha256}\"";
        var edits = written is null ? null
            : argument.IsOmitted ? TextEdits.AddArgument(use.Syntax, $"{argument.Parameter!.Name}: {written}")
            : TextEdits.Replace(argument.Syntax!.Span, written);
        var place = argument.Syntax?.GetLocation() ?? use.Name.GetLocation();
        use.Report(this, place, null, edits, fault, sha256 is null ? "give the SHA-256 of the file you tested" : "give the SHA-256 that models.lock has for it");
    }
}
