using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.Generator;

/// <summary>Writes the class <c>ModelFiles</c>. C# 7.3 and nothing newer.</summary>
internal sealed class ModelFilesWriter(Dialect dialect)
{
    private readonly StringBuilder _text = new();

    public SourceText Write(Plan plan)
    {
        var type = "global::" + plan.Namespace + ".VerifiedModelFile";
        Line(0, dialect.Header + "namespace " + plan.Namespace);
        Line(0, "{");
        Line(1, "/// <summary>The files that models.lock declares. Each member is verified when it is opened.</summary>");
        Line(1, Dialect.Attribute);
        Line(1, "internal static class ModelFiles");
        Line(1, "{");
        Line(2, "private static string _root = global::System.AppContext.BaseDirectory;");
        Line(0, "");
        Line(2, "/// <summary>The folder that paths of members start from: the program's own, unless it is set.</summary>");
        Line(2, "public static string Root");
        Line(2, "{");
        Line(3, "get { return _root; }");
        Line(3, "set { _root = value ?? throw new global::System.ArgumentNullException(\"value\"); }");
        Line(2, "}");
        Line(0, "");
        Line(2, "/// <summary>Every file below, in the order of models.lock.</summary>");
        Line(2, "public static global::System.Collections.Generic.IReadOnlyList<" + type + "> All");
        Line(2, "{");
        Line(3, "get { return new " + type + "[] { " + string.Join(", ", plan.Models.SelectMany(Members)) + " }; }");
        Line(2, "}");
        foreach (var model in plan.Models)
            WriteModel(model, type, plan.Namespace);

        Line(1, "}");
        Line(0, "}");
        return SourceText.From(_text.ToString(), Encoding.UTF8);
    }

    private static IEnumerable<string> Members(GeneratedModel model) =>
        model.Files.Select(file => model.IsSingleFile ? model.Member : model.Member + "." + file.Member);

    private void WriteModel(GeneratedModel model, string type, string @namespace)
    {
        if (model.IsSingleFile)
        {
            WriteFile(2, model, model.Files[0], model.Member, type);
            return;
        }

        Line(0, "");
        Line(2, $"/// <summary>{Literal.Comment(model.Name)}: {Of(model)}{model.Files.Count.ToString(CultureInfo.InvariantCulture)} files.</summary>");
        Line(2, Dialect.Attribute);
        Line(2, "internal static class " + model.Member);
        Line(2, "{");
        Line(3, "/// <summary>Name of the model in models.lock.</summary>");
        Line(3, "public const string Name = " + Literal.Of(model.Name) + ";");
        Line(0, "");
        Line(3, "/// <summary>Where it comes from; null when models.lock does not say.</summary>");
        Line(3, $"public const string{dialect.Nullable} Source = {Literal.Of(model.Source)};");
        Line(0, "");
        Line(3, "/// <summary>The commit or digest it was taken from; null when models.lock does not say.</summary>");
        Line(3, $"public const string{dialect.Nullable} Revision = {Literal.Of(model.Revision)};");
        if (model.IsWhole)
            WriteFolder(model, type, @namespace);

        foreach (var file in model.Files)
            WriteFile(3, model, file, file.Member, type);

        Line(2, "}");
    }

    private void WriteFolder(GeneratedModel model, string type, string @namespace)
    {
        var folder = "global::" + @namespace + ".VerifiedModelFolder";
        Line(0, "");
        Line(3, "/// <summary>All files of the model, verified, in a private folder that is deleted when the result is disposed.</summary>");
        Line(3, "/// <param name=\"parent\">Where the folder is made; the system's folder for temporary files when null.</param>");
        Line(3, "/// <param name=\"root\">The root the files lie below; <see cref=\"ModelFiles.Root\"/> when null.</param>");
        Line(3, $"public static {folder} OpenVerifiedFolder(string{dialect.Nullable} parent = null, string{dialect.Nullable} root = null)");
        Line(3, "{");
        Line(4, $"return {folder}.Open(");
        Line(5, "parent,");
        Line(5, $"new {type}[] {{ {string.Join(", ", model.Files.Select(static file => file.Member))} }},");
        Line(5, $"new string[] {{ {string.Join(", ", model.Files.Select(static file => Literal.Of(file.Key)))} }},");
        Line(5, "root);");
        Line(3, "}");
    }

    private void WriteFile(int depth, GeneratedModel model, GeneratedFile file, string member, string type)
    {
        var size = file.Size.ToString(CultureInfo.InvariantCulture);
        Line(0, "");
        Line(depth, $"/// <summary>{Literal.Comment(file.Path)}: {Of(model)}{Literal.Comment(file.Format)}, {size} bytes.</summary>");
        Line(depth, $"public static {type} {member} {{ get; }} = new {type}(");
        Line(depth + 1, $"{Literal.Of(model.Name)}, {Literal.Of(file.Path)}, {Literal.Of(file.Sha256)}, {size}L, {Literal.Of(file.Format)}, {Literal.Of(model.Source)}, {Literal.Of(model.Revision)});");
    }

    private static string Of(GeneratedModel model) =>
        model.Source is null ? "" : Literal.Comment(model.Revision is null ? model.Source : model.Source + "@" + model.Revision) + ", ";

    private void Line(int depth, string text)
    {
        if (text.Length > 0)
            _text.Append(' ', depth * 4).Append(text);

        _text.Append('\n');
    }
}
