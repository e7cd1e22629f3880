using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SupplyChainAnalyzers.CodeFixes.Declarations;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Analyzers.Tests.Declarations;

public class RemoveEntryFixTests
{
    private const string Sha = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly DeclarationProject Project = new()
    {
        Source = """class C { string s = "used-b"; }""",
        Lock = Of("unused-a", "used-b", "unused-c", "unused-d"),
        Policy = $$"""
            {
              "policyVersion": 1,
              "exemptions": {
                "SCA3010@sha256:{{Sha}}": { "reason": "r", "author": "a", "reviewer": "b", "expires": "2026-05-31" }
              },
              "mode": "strict"
            }
            """,
    };

    [Fact]
    public async Task Entries_are_removed_one_by_one_until_none_is_left()
    {
        var solution = Project.Create();
        for (var i = 0; await FirstAsync(solution) is { } action; i++)
        {
            Assert.True(i < 10);
            solution = await ApplyAsync(action);
        }

        await AssertFixedAsync(solution);
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task Fix_all_removes_them_together(FixAllScope scope)
    {
        var solution = Project.Create();
        foreach (var id in new[] { "SCA1090", "SCA5111" })
            solution = await FixAllAsync(solution, scope, id);

        await AssertFixedAsync(solution);
        Assert.Equal(solution, await FixAllAsync(solution, scope, "SCA1090"));
    }

    private static async Task AssertFixedAsync(Solution solution)
    {
        Assert.Empty(await Project.DiagnosticsAsync(solution));
        Assert.Equal("used-b", Assert.Single(ModelsLockReader.Read(await TextAsync(solution, "models.lock"), "/models.lock").Value!.Models.Keys));
        Assert.Equal(Of("used-b"), await TextAsync(solution, "models.lock"));
        Assert.Equal("""
            {
              "policyVersion": 1,
              "exemptions": {},
              "mode": "strict"
            }
            """, await TextAsync(solution, "models.policy.json"));
    }

    private static string Of(params string[] names) =>
        "{\n  \"lockVersion\": 1,\n  \"models\": {\n" + string.Join(",\n", names.Select(static name => $$"""    "{{name}}": { "path": "m/{{name}}", "files": { "{{name}}.bin": { "sha256": "{{Sha}}", "size": 1, "format": "onnx" } } }""")) + "\n  }\n}\n";

    private static async Task<CodeAction?> FirstAsync(Solution solution)
    {
        foreach (var diagnostic in await Project.DiagnosticsAsync(solution))
        {
            CodeAction? first = null;
            var document = Document(solution, diagnostic.Location.GetLineSpan().Path);
            await new RemoveEntryFixer().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => first ??= action, CancellationToken.None));
            if (first is not null)
                return first;
        }

        return null;
    }

    private static async Task<Solution> FixAllAsync(Solution solution, FixAllScope scope, string id)
    {
        var fixer = new RemoveEntryFixer();
        var context = new FixAllContext(solution.Projects.Single(), fixer, scope, id + ".Remove", [id], new Diagnostics(id), CancellationToken.None);
        var action = await fixer.GetFixAllProvider()!.GetFixAsync(context);
        return action is null ? solution : await ApplyAsync(action);
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>()).ChangedSolution;

    private static TextDocument Document(Solution solution, string path) => solution.Projects.Single().AdditionalDocuments.Single(document => document.FilePath == path);

    private static async Task<string> TextAsync(Solution solution, string name) => (await Document(solution, DeclarationProject.Folder + name).GetTextAsync()).ToString();

    private sealed class Diagnostics(string id) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await Project.DiagnosticsAsync(project.Solution)).Where(diagnostic => diagnostic.Id == id);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => GetAllDiagnosticsAsync(project, cancellationToken);
    }
}
