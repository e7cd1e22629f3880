namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>joblib's note that an array lies raw behind it (joblib/numpy_pickle.py).</summary>
internal sealed class PyWrapper : PyValue
{
    public PyArray? Array { get; set; }
}
