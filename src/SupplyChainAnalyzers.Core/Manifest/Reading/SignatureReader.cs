using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>Which signature a model carries.</summary>
internal static class SignatureReader
{
    public static SignatureFact? Read(ShapedObject model, DocumentErrors errors)
    {
        if (model.Object("signature", LockShapes.Signature) is not { } signature)
            return null;

        var type = signature.Text("type", out var region);
        if (type is not null && !LockValues.IsWord(type))
            errors.Add(Rules.LockValue, $"'type' is '{Printable.Of(type)}'; it must be a word such as oms", region);

        return new SignatureFact
        {
            Type = type ?? "",
            Bundle = LockValues.Path(signature, "bundle", errors) ?? "",
            Signer = signature.Text("signer"),
            Region = signature.Region,
        };
    }
}
