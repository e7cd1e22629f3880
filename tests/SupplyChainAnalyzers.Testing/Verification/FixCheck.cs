using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace SupplyChainAnalyzers.Testing.Verification;

/// <summary>
/// Applies a code fix one by one and by Fix All, and demands the same result from both, the expected text, a document that
/// compiles, and that nothing is left to fix: a fix applied twice changes nothing.
/// </summary>
internal sealed class FixCheck(RuleTest test, DiagnosticAnalyzer analyzer, CodeFixProvider fixer)
{
    private const int MaxFixes = 100;

    public async Task RunAsync()
    {
        var original = TestSolution.Create(test);
        var single = await FixOneByOneAsync(original);
        await AssertTextAsync(single, "fixed one by one");
        foreach (var scope in Scopes())
            await AssertTextAsync(await FixAllAsync(original, scope), $"Fix All in {scope}");

        await DiagnosticCheck.RunAsync(single, test, analyzer, isFixed: true);
        Assert.Null(await FirstActionAsync(single));
    }

    // A narrower scope reaches all that is to be fixed only if there is nothing outside.
    private IEnumerable<FixAllScope> Scopes()
    {
        var supported = (fixer.GetFixAllProvider() ?? throw new InvalidOperationException("there is no Fix All")).GetSupportedFixAllScopes();
        if (test is { SecondSource: null, OtherProjectSource: null })
            Assert.Contains(FixAllScope.Document, supported);

        return supported.Where(scope => scope switch
        {
            FixAllScope.Document => test is { SecondSource: null, OtherProjectSource: null },
            FixAllScope.Project => test.OtherProjectSource is null,
            FixAllScope.Solution => true,
            _ => false,
        });
    }

    private async Task<Solution> FixOneByOneAsync(Solution solution)
    {
        for (var i = 0; i < MaxFixes; i++)
        {
            if (await FirstActionAsync(solution) is not { Action: { } action })
                return solution;

            solution = await ApplyAsync(action);
        }

        throw new InvalidOperationException($"{MaxFixes} fixes and no end");
    }

    /// <summary>The first fix on offer, in the order of files and places.</summary>
    private async Task<(Document Document, CodeAction Action)?> FirstActionAsync(Solution solution)
    {
        foreach (var project in solution.Projects)
        {
            foreach (var diagnostic in await FixableAsync(project))
            {
                var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
                CodeAction? first = null;
                await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => first ??= action, CancellationToken.None));
                if (first is not null)
                    return (document, first);
            }
        }

        return null;
    }

    private async Task<Solution> FixAllAsync(Solution solution, FixAllScope scope)
    {
        if (await FirstActionAsync(solution) is not var (document, first))
            return solution;

        var context = new FixAllContext(document, fixer, scope, first.EquivalenceKey!, fixer.FixableDiagnosticIds, new Diagnostics(this), CancellationToken.None);
        var action = await fixer.GetFixAllProvider()!.GetFixAsync(context);
        return action is null ? solution : await ApplyAsync(action);
    }

    private async Task<IReadOnlyList<Diagnostic>> FixableAsync(Project project) =>
        [.. (await TestSolution.DiagnosticsOfAsync(project, analyzer))
            .Where(diagnostic => fixer.FixableDiagnosticIds.Contains(diagnostic.Id))
            .OrderBy(static diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan)];

    private static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
    }

    private async Task AssertTextAsync(Solution solution, string how)
    {
        foreach (var file in test.Files())
        {
            var document = solution.Projects.SelectMany(static project => project.Documents).Single(document => document.FilePath == file.Path);
            var text = (await document.GetTextAsync()).ToString();
            var wanted = Markup.Parse(file.Fixed).Text;
            if (text != wanted)
                Assert.Fail($"{how}, {file.Path} is\n{text}\nand should be\n{wanted}");
        }

        foreach (var document in solution.Projects.SelectMany(static project => project.AdditionalDocuments).Where(static document => document.FilePath == RuleTest.PolicyPath))
            Assert.Equal(test.PolicyFixed ?? test.Policy, (await document.GetTextAsync()).ToString());
    }

    private sealed class Diagnostics(FixCheck check) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await check.FixableAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await check.FixableAsync(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
