using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Strings;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>What calls of System.IO do with the file they are given.</summary>
internal static class FileCalls
{
    /// <summary>The path of a file that is opened or read; null for other calls.</summary>
    public static IOperation? ReadPath(IOperation call) => call switch
    {
        IInvocationOperation { TargetMethod: { Name: "OpenRead" or "ReadAllBytes" or "ReadAllBytesAsync" or "Open" } method } invocation when IsFile(method) => Argument(invocation, 0),
        IObjectCreationOperation { Type: { } type } creation when type.Is("FileStream", "IO", "System") && !IsWriting(creation.Arguments) => First(creation),
        _ => null,
    };

    /// <summary>The path of a file that is written; null for other calls.</summary>
    public static IOperation? WrittenPath(IOperation call) => call switch
    {
        IInvocationOperation { TargetMethod: { Name: "WriteAllBytes" or "WriteAllBytesAsync" or "Create" or "OpenWrite" } method } invocation when IsFile(method) => Argument(invocation, 0),
        IInvocationOperation { TargetMethod: { Name: "Move" or "Copy" } method } invocation when IsFile(method) => Argument(invocation, 1),
        IInvocationOperation { TargetMethod: { Name: "Open" } method } invocation when IsFile(method) && IsWriting(invocation.Arguments) => Argument(invocation, 0),
        IObjectCreationOperation { Type: { } type } creation when type.Is("FileStream", "IO", "System") && IsWriting(creation.Arguments) => First(creation),
        _ => null,
    };

    private static bool IsFile(IMethodSymbol method) => method.ContainingType.Is("File", "IO", "System");

    // FileMode.Create, CreateNew, OpenOrCreate; FileAccess.Write, ReadWrite.
    private static bool IsWriting(IEnumerable<IArgumentOperation> arguments) => arguments.Any(static argument =>
        argument.Value is IFieldReferenceOperation { Field: { Name: var name, ContainingType: { TypeKind: TypeKind.Enum } type } }
        && ((type.Name == "FileMode" && name.IndexOf("Create", StringComparison.Ordinal) >= 0) || (type.Name == "FileAccess" && name.EndsWith("Write", StringComparison.Ordinal))));

    private static IOperation? First(IObjectCreationOperation creation) =>
        creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value;

    private static IOperation? Argument(IInvocationOperation call, int ordinal) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;
}
