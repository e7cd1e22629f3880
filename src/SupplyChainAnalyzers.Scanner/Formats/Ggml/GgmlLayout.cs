namespace SupplyChainAnalyzers.Scanner.Formats.Ggml;

/// <summary>
/// How a program lays out its GGML file behind the magic (ggml examples and llama.cpp before August 2023, whisper.cpp): the
/// format itself says nothing but the magic, so layouts are tried until one accounts for the whole file.
/// </summary>
/// <param name="Parameters">Numbers of 4 bytes, the size of the vocabulary first.</param>
/// <param name="HasFilters">Whether sound filters follow: two sizes and their product of floats.</param>
/// <param name="CountsAgain">Whether the vocabulary repeats its size.</param>
/// <param name="HasScores">Whether each token has a score.</param>
/// <param name="HasVocabulary">Whether there is a vocabulary.</param>
/// <param name="Alignment">Of tensors' data.</param>
internal sealed record GgmlLayout(int Parameters, bool HasFilters, bool CountsAgain, bool HasScores, bool HasVocabulary, int Alignment)
{
    private static readonly GgmlLayout[] Unversioned =
    [
        new(11, true, true, false, true, 1), // whisper.cpp
        new(7, false, false, false, true, 1), // llama.cpp, first weeks
        new(6, false, true, false, true, 1), // GPT-2
        new(7, false, true, false, true, 1), // GPT-J
        new(8, false, false, false, true, 1), // GPT-NeoX
        new(7, false, false, true, true, 1),
        new(5, false, false, false, true, 1), // MPT, Replit
        new(6, false, false, false, true, 1),
    ];

    /// <summary>Those of a magic.</summary>
    public static GgmlLayout[] Of(string magic) => magic switch
    {
        "lmgg" => Unversioned,
        "fmgg" => [new(7, false, false, true, true, 1)],
        "tjgg" => [new(7, false, false, true, true, 32)],
        "algg" => [new(2, false, false, false, false, 32)],
        _ => [],
    };
}
