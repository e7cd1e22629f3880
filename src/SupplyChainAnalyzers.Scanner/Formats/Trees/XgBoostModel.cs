using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Trees;

/// <summary>
/// What is judged of an XGBoost model, in JSON or UBJSON (xgboost doc/model.schema): texts, and trees whose children must be
/// nodes of the tree: the predictor follows them without a look.
/// </summary>
internal sealed class XgBoostModel(ScanContext context)
{
    private readonly Dictionary<string, (long Count, long Largest)> _lists = new(StringComparer.Ordinal);

    /// <summary>A list of numbers that belongs to the object read now.</summary>
    public void List(string name, long count, long largest)
    {
        if (name is "left_children" or "right_children" or "parents" or "split_indices" or "split_conditions" or "default_left")
            _lists[name] = (count, largest);
    }

    public void Text(string name, string text, long at) => MetadataText.Judge(name, text, context, at);

    /// <summary>An object ends: if it was a tree, it must hold together.</summary>
    public void EndObject(long at)
    {
        if (_lists.TryGetValue("left_children", out var left))
        {
            var fault = _lists.FirstOrDefault(pair => pair.Value.Count != left.Count || (pair.Key is "left_children" or "right_children" && pair.Value.Largest >= left.Count)).Key;
            if (fault is not null)
                context.Report(Rules.ModelLie, $"has a tree whose list '{Printable.Of(fault, 40)}' does not fit its {left.Count} nodes: predictors step out of the tree; do not use it", at, symbol: fault);
        }

        _lists.Clear();
    }
}
