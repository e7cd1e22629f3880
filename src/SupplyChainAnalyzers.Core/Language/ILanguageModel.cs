namespace SupplyChainAnalyzers.Core.Language;

/// <summary>A model that goes on where a text ends, wherever it runs: in the scanner, or on a server that somebody asked for.</summary>
public interface ILanguageModel
{
    /// <summary>What it says, the likeliest token each time: the same for the same prompt.</summary>
    /// <param name="prompt">As the model gets it, with its template around it.</param>
    string Reply(string prompt);
}
