using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1010: a model in a cloud store is asked for by its name, and not by the version that was tested.</summary>
internal sealed class CloudObjectWithoutVersion() : AddressRule(Rules.CloudObjectWithoutVersion, "'{0}' is fetched by its name, which whoever may write there gives to other bytes; {1}")
{
    private const string Next = "name the version (versionId, generation, WithVersion), or declare the model: run: models lock";
    private const string BlobClient = "Azure.Storage.Blobs.Specialized.BlobBaseClient";

    protected override bool IsAnsweredByDigest => true;

    public override bool IsAbout(ApiMember member) => base.IsAbout(member)
        || (member.Class == ApiClass.Download && ((member.Roles & ParameterRoles.Object) != 0 || IsBlob(member)));

    public override void Analyze(SinkUse use)
    {
        base.Analyze(use);
        if (IsBlob(use.Member))
        {
            if (use.Operation is IInvocationOperation download && !HasConditions(download) && NameOf(use, download.Instance) is { } name && ModelFileNames.IsModel(name))
                use.Report(this, use.Name.GetLocation(), null, null, Printable.Of(name), Next);

            return;
        }

        foreach (var argument in use.With(ParameterRoles.Object))
        {
            if (use.Operation is not IInvocationOperation call || HasConditions(call) || argument.Syntax is not { } syntax)
                continue;

            foreach (var value in argument.Values)
            {
                if (ModelFileNames.IsModel(value.Text))
                    use.Report(this, syntax.GetLocation(), null, null, Show(value.Text), Next);
            }
        }
    }

    protected override AddressFault? Judge(SinkUse use, WebAddress address)
    {
        if (CloudStore.Of(address.Host) is not { } store || !(address.IsModel || use.FetchesModels) || store.HasVersion(address.Query) || use.Project.Lock.Covers(address.Text))
            return null;

        var name = address.Path.Substring(address.Path.LastIndexOf('/') + 1);
        var version = address.Query.Length == 0 ? use.Project.Lock.VersionOf(address.Text) : null;
        return new AddressFault(
            address.PathEnd - name.Length,
            name.Length,
            [Show(name), version is null ? Next : "name the version that models.lock has"],
            version is null ? null : PinProperties.Replace(name + "?" + store.VersionKey + "=" + version),
            0,
            address.PathEnd);
    }

    private static string Show(string name) => Printable.Of(name.Replace(StringValue.Hole, '*'));

    private static bool IsBlob(ApiMember member) => member.Type.MetadataName == BlobClient && member.Name.StartsWith("Download", StringComparison.Ordinal);

    // A version, a generation, an ETag that has to match: all come in an argument of their own.
    private static bool HasConditions(IInvocationOperation call) => call.Arguments.Any(static argument =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "versionId" or "options" or "conditions" }
        && argument.Value.ConstantValue is not { HasValue: true, Value: null });

    /// <summary>The name of the blob that a client was made for; null when it is not seen, or a version was named.</summary>
    private static string? NameOf(SinkUse use, IOperation? client)
    {
        while (client is IConversionOperation conversion)
            client = conversion.Operand;

        if (client is ILocalReferenceOperation { Local: var local } && Assignments.OnlyValueOf(local, use.Cancellation) is { } value && value.SyntaxTree == use.Model.SyntaxTree)
            client = use.Model.GetOperation(value, use.Cancellation);

        while (client is IConversionOperation conversion)
            client = conversion.Operand;

        return client is IInvocationOperation { TargetMethod.Name: "GetBlobClient", Arguments: [var name, ..] } && use.Strings.Evaluate(name.Value) is [{ IsComplete: true } text] ? text.Text : null;
    }
}
