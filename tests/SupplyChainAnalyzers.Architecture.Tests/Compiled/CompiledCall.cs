namespace SupplyChainAnalyzers.Architecture.Tests.Compiled;

/// <summary>One use of a method in compiled code: called, constructed, or taken as a delegate.</summary>
/// <param name="From">Full name of the outermost type the code stands in; lambdas and iterators belong to it.</param>
/// <param name="Type">Full name of the used method's type.</param>
/// <param name="Member">Its name.</param>
internal sealed record CompiledCall(string From, string Type, string Member)
{
    public string Target => Type + "::" + Member;

    public override string ToString() => $"{From} uses {Target}";
}
