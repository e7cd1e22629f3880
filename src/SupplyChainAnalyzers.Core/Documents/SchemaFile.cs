namespace SupplyChainAnalyzers.Core.Documents;

/// <summary>A JSON schema as it is published.</summary>
/// <param name="FileName">The name under which it lies beside the document.</param>
/// <param name="Text">Its text, to be stored as UTF-8 without a byte order mark.</param>
public sealed record SchemaFile(string FileName, string Text);
