namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>What a check cannot do without.</summary>
[Flags]
internal enum CheckNeeds
{
    /// <summary>Nothing but the model.</summary>
    None = 0,

    /// <summary>Inputs of the user's.</summary>
    Probe = 1,

    /// <summary>An earlier version that is trusted.</summary>
    Reference = 2,

    /// <summary>Recorded outputs.</summary>
    Golden = 4,

    /// <summary>The model this one was converted from.</summary>
    Original = 8,

    /// <summary>Inputs that may carry a trigger.</summary>
    Suspects = 16,

    /// <summary>Data the model was trained on.</summary>
    Training = 32,
}
