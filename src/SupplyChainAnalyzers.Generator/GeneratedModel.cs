namespace SupplyChainAnalyzers.Generator;

/// <summary>One model to write accessors for, by value: what does not change the output is not in it.</summary>
/// <param name="Member">C# identifier.</param>
/// <param name="Name">Its name in the lock.</param>
/// <param name="Source">Kind and place, as text; null when the lock does not say.</param>
/// <param name="Revision">Commit or digest; null when the lock does not say.</param>
/// <param name="IsSingleFile">Whether the member is the file itself.</param>
/// <param name="IsWhole">Whether every file of the model can be verified.</param>
/// <param name="Files">Its files.</param>
internal sealed record GeneratedModel(string Member, string Name, string? Source, string? Revision, bool IsSingleFile, bool IsWhole, EquatableArray<GeneratedFile> Files);
