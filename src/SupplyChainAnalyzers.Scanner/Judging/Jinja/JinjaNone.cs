namespace SupplyChainAnalyzers.Scanner.Judging.Jinja;

/// <summary>Python's None.</summary>
internal sealed class JinjaNone
{
    public static readonly JinjaNone Value = new();

    public override string ToString() => "None";
}
