using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Policies;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.CodeFixes.SCA1xxx;

/// <summary>SCA1006: adds the source to the policy, which its owner then reviews.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UntrustedSourceFixer)), Shared]
public sealed class UntrustedSourceFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rules.UntrustedSource.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => PolicyFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (PolicyEntry.Of(context.Document.Project, diagnostic) is not var (document, entry))
                continue;

            var changed = await PolicyFixAllProvider.AddAsync(solution, document.Id, entry, context.CancellationToken).ConfigureAwait(false);
            if (changed == solution)
                continue;

            context.RegisterCodeFix(
                // The same for every source, or Fix All would add only one.
                CodeAction.Create($"Add {entry} to the policy", _ => Task.FromResult(changed), equivalenceKey: diagnostic.Id + ".AddToPolicy"),
                diagnostic);
        }
    }
}
