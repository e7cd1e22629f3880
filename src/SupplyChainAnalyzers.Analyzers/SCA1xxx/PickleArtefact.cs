using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1020: a file in pickle format is downloaded or loaded, where formats exist that hold numbers only.</summary>
internal sealed class PickleArtefact() : AddressRule(
    Rules.PickleArtefact, "{0} is in pickle format, which can hold code for whatever opens it; use a safetensors file{1}")
{
    public override bool IsAbout(ApiMember member) =>
        (member.Class == ApiClass.Download && (member.Roles & (ParameterRoles.Url | ParameterRoles.File)) != 0)
        || (member.Class == ApiClass.Load && (PickleNames.IsOnlyPickle(member) || PickleNames.HasSafeAlternative(member)));

    // What the file is says nothing about how its address is pinned.
    protected override bool StandsApart => true;

    public override void Analyze(SinkUse use)
    {
        if (use.Member.Class == ApiClass.Load && PickleNames.IsOnlyPickle(use.Member))
        {
            JudgeLoader(use);
            return;
        }

        var isDownload = use.Member.Class == ApiClass.Download;
        if (isDownload)
            base.Analyze(use);

        foreach (var argument in use.With(isDownload ? ParameterRoles.File : ParameterRoles.Path | ParameterRoles.Member))
        {
            if (argument.Syntax is null)
                continue;

            foreach (var value in argument.Values)
            {
                if (ConstantPath.NameOf(value) is { } name && (isDownload ? IsPickle(use, name) : PickleNames.IsPickleOf(use.Member, name)))
                    use.Report(this, argument.PlaceOf(value), null, null, $"'{Printable.Of(name)}'", "");
            }
        }
    }

    protected override AddressFault? Judge(SinkUse use, WebAddress address)
    {
        var name = address.Path.Substring(address.Path.LastIndexOf('/') + 1);
        if (name.Length == 0 || name.IndexOf(StringValue.Hole) >= 0 || name.IndexOf(StringValue.AppFolder) >= 0 || Loopback.IsAddress(address.Text) || !IsPickle(use, name))
            return null;

        var start = address.PathEnd - name.Length;
        return new AddressFault(start, name.Length, [$"'{Printable.Of(name)}'", ""], null, start, address.PathEnd);
    }

    private void JudgeLoader(SinkUse use)
    {
        var path = use.With(ParameterRoles.Path).FirstOrDefault();
        var value = path?.Values is [{ IsComplete: true } only] ? only : null;
        var sibling = value is null ? null : use.Project.Lock.Files.FindSafeTensorsBeside(value.Text);
        var name = value is null ? null : ConstantPath.NameOf(value);
        use.Report(
            this, use.Name.GetLocation(), null, sibling is null ? null : SafeTensorsEdit.For(use, path!, sibling),
            name is null ? "The file" : $"'{Printable.Of(name)}'", sibling is null ? "" : $", such as '{Printable.Of(sibling)}' of models.lock");
    }

    private bool IsPickle(SinkUse use, string name) =>
        PickleNames.IsPickle(name) || use.Options.Matches(Rule.Id, "pickle_extensions", PickleNames.ExtensionOf(name));
}
