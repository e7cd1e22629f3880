using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>The generated accessor of one file, compiled and loaded; what it throws arrives as it was thrown.</summary>
/// <param name="model">One file, or several for a folder.</param>
/// <param name="isSmall">Takes megabytes for what the code takes gigabytes for, so that a test can have files beyond each limit.</param>
/// <param name="isNetStandard">The code that a library for netstandard2.0 gets.</param>
internal sealed class GeneratedAccessor(string model, bool isSmall = false, bool isNetStandard = false)
{
    private const string Source = """
        #pragma warning disable CS1591 // a test needs no documentation
        public static class Facade
        {
            public static byte[] Read(string root) => File(root).ReadVerified();
            public static System.IO.Stream Open(string root) => File(root).OpenVerified();
            public static System.IDisposable OpenPath(string root, string parent) => File(root).OpenVerifiedPath(parent);
            public static string PathOf(object path) => ((App.VerifiedModelPath)path).Path;
            public static void VerifyAgain(object path) => ((App.VerifiedModelPath)path).VerifyAgain();
            public static string FullPath(string root) { App.ModelFiles.Root = root; return App.ModelFiles.All[0].FullPath; }
            private static App.VerifiedModelFile File(string root) => App.ModelFiles.All[0].In(root);
        }
        """;

    private const string FolderSource = """
        public static class Folders
        {
            public static System.IDisposable Open(string root, string parent) => App.ModelFiles.M.OpenVerifiedFolder(parent, root);
            public static string PathOf(object folder) => ((App.VerifiedModelFolder)folder).Path;
            public static void VerifyAgain(object folder) => ((App.VerifiedModelFolder)folder).VerifyAgain();
        }
        """;

    private static readonly ConcurrentDictionary<(string, bool, bool), Assembly> Loaded = new();

    private readonly Assembly _assembly = Loaded.GetOrAdd((model, isSmall, isNetStandard), static key => Load(key.Item1, key.Item2, key.Item3));

    public byte[] Read(string root) => (byte[])Call("Facade", nameof(Read), root)!;

    public Stream Open(string root) => (Stream)Call("Facade", nameof(Open), root)!;

    public IDisposable OpenPath(string root, string parent) => (IDisposable)Call("Facade", nameof(OpenPath), root, parent)!;

    public string PathOf(IDisposable path) => (string)Call("Facade", nameof(PathOf), path)!;

    public void VerifyAgain(IDisposable path) => Call("Facade", nameof(VerifyAgain), path);

    public string FullPath(string root) => (string)Call("Facade", nameof(FullPath), root)!;

    public IDisposable OpenFolder(string root, string parent) => (IDisposable)Call("Folders", "Open", root, parent)!;

    public string PathOfFolder(IDisposable folder) => (string)Call("Folders", "PathOf", folder)!;

    public void VerifyFolderAgain(IDisposable folder) => Call("Folders", "VerifyAgain", folder);

    /// <summary>The one exception there is.</summary>
    public static Exception Refused(Action action)
    {
        var exception = Assert.ThrowsAny<Exception>(action);
        Assert.Equal("App.ModelVerificationException", exception.GetType().FullName);
        return exception;
    }

    private object? Call(string type, string method, params object[] arguments) =>
        _assembly.GetType(type)!.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static Assembly Load(string model, bool isSmall, bool isNetStandard)
    {
        var isFolder = model.Split("\"sha256\"").Length > 2;
        var run = new GeneratorProject { Lock = TestLock.Of(model), Source = Source + (isFolder ? FolderSource : ""), IsNetStandard = isNetStandard }.Run();
        Assert.Empty(run.Diagnostics);
        return (isSmall ? run with { Compilation = Shrink(run.Compilation) } : run).Load();
    }

    // 64 MB and 2 GB become 1 and 3 MB; the code is otherwise the one that ships.
    private static CSharpCompilation Shrink(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single(static tree => tree.FilePath.EndsWith("VerifiedModelFile.g.cs", StringComparison.Ordinal));
        var constants = tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Where(static variable => variable.Identifier.Text is "LargestInMemory" or "LargestCopy").Select(static variable => variable.Initializer!.Value).ToList();
        Assert.Equal(["64L << 20", "int.MaxValue"], constants.Select(static value => value.ToString()));
        var root = tree.GetRoot().ReplaceNodes(constants, (value, _) => SyntaxFactory.ParseExpression(value == constants[0] ? "1L << 20" : "3L << 20"));
        return compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(root, tree.Options));
    }
}
