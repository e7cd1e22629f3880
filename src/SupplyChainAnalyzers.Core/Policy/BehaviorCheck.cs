namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>A behavioural check that a policy can demand. Written with hyphens.</summary>
public enum BehaviorCheck
{
    /// <summary>Recorded inputs still give the recorded outputs.</summary>
    Golden,

    /// <summary>A search for inputs that flip every answer.</summary>
    TriggerSearch,

    /// <summary>Groups in the activations that poisoned data leave.</summary>
    ActivationClustering,

    /// <summary>Statistics of the weights.</summary>
    Weights,
}
