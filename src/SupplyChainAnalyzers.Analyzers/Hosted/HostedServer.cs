using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Hosted;

namespace SupplyChainAnalyzers.Analyzers.Hosted;

/// <summary>
/// Whether a client talks to the provider itself. One client serves Azure, GitHub, local servers and gateways too, and there the
/// same word is the name of a deployment. It goes by form, because it only ever makes us silent.
/// </summary>
internal sealed class HostedServer
{
    private static readonly ConditionalWeakTable<SyntaxNode, HostedServer> Known = new();

    // An Azure client, or an endpoint that is set: whatever follows in this file may go there.
    private readonly bool _mayBeAnother;

    private HostedServer(SyntaxNode root) => _mayBeAnother = root.DescendantNodes().Any(static node => node switch
    {
        SimpleNameSyntax name => IsAzureClient(name.Identifier.ValueText),
        AssignmentExpressionSyntax { Left: var left } assignment => NameOf(left) is "Endpoint" or "BaseUrl" or "BaseAddress" && !IsProvider(assignment.Right),
        _ => false,
    });

    /// <summary>Whether the model that <paramref name="use"/> names is one of <paramref name="provider"/>'s own.</summary>
    public static bool IsProvider(SinkUse use, string provider)
    {
        foreach (var argument in use.With(ParameterRoles.Url))
        {
            if (!argument.IsOmitted && !argument.IsNothing && !argument.Values.All(value => HostOf(value.Text) == HostedServers.HostOf(provider)))
                return false;
        }

        // The extension AsChatClient takes an OpenAIClient, and is given an AzureOpenAIClient.
        if (use.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            && use.Model.GetTypeInfo(access.Expression, use.Cancellation).Type is { } receiver
            && receiver.ContainingNamespace?.ToString().StartsWith("Azure", StringComparison.Ordinal) == true)
            return false;

        return provider != HostedProvider.OpenAI || !Known.GetValue(use.Syntax.SyntaxTree.GetRoot(use.Cancellation), static root => new HostedServer(root))._mayBeAnother;
    }

    // AzureOpenAIClient, and what makes or holds one: AddAzureOpenAIClient, azureOpenAiClient.
    private static bool IsAzureClient(string name) =>
        name.IndexOf("AzureOpenAI", StringComparison.OrdinalIgnoreCase) is >= 0 and var at && name.IndexOf("Client", at, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsProvider(SyntaxNode endpoint) => endpoint.ToString().IndexOf("api.openai.com", StringComparison.OrdinalIgnoreCase) >= 0;

    private static string? HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : null;

    private static string? NameOf(SyntaxNode expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
