namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>A call in Python source.</summary>
/// <param name="Function">Full name of what is called, through imports; <c>?</c> stands for what is not known of it.</param>
/// <param name="Start">Characters before the name.</param>
/// <param name="End">Characters up to the end of the name.</param>
/// <param name="Arguments">As they are written.</param>
/// <param name="IsOpen">Whether there may be more: <c>*list</c> or <c>**dictionary</c>.</param>
/// <param name="Close">Characters before the closing bracket.</param>
internal sealed record PythonCall(string Function, int Start, int End, IReadOnlyList<PythonArgument> Arguments, bool IsOpen, int Close)
{
    /// <summary>The last part of the name.</summary>
    public string Member => Function.Substring(Function.LastIndexOf('.') + 1);

    /// <summary>The argument for a parameter by one of its names, or else by its place; null when it is not given.</summary>
    public PythonArgument? Find(int place, params string[] names)
    {
        var at = 0;
        PythonArgument? placed = null;
        foreach (var argument in Arguments)
        {
            if (argument.Name is null)
            {
                if (at++ == place)
                    placed = argument;
            }
            else if (Array.IndexOf(names, argument.Name) >= 0)
            {
                return argument;
            }
        }

        return placed;
    }
}
