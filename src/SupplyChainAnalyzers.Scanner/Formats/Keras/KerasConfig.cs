using System.Text.Json;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>
/// Judges the configuration of a Keras model, whoever carries it: an attribute in HDF5, a member of a .keras archive, a JSON file, a node of
/// a SavedModel. Every object is looked at wherever it stands, and every text that holds JSON again.
/// </summary>
/// <remarks>
/// Keras turns such an object back into what it names: modules are imported, classes built, functions called by layers (CVE-2024-3660,
/// CVE-2025-1550, CVE-2025-8747, CVE-2025-9905, CVE-2025-9906). Whether a certain version refuses is not asked: the file is judged,
/// not the loader.
/// </remarks>
internal sealed class KerasConfig
{
    private const int MaxInnerTexts = 4;

    private readonly ScanContext _context;
    private readonly KerasObjectJudge _objects;
    private readonly KerasTextJudge _texts;

    private KerasConfig(ScanContext context)
    {
        _context = context;
        _objects = new KerasObjectJudge(context);
        _texts = new KerasTextJudge(context);
    }

    /// <summary>Whether a document looks like one: a class and its arguments.</summary>
    public static bool Fits(JsonElement root) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("class_name", out _) && root.TryGetProperty("config", out _);

    /// <summary>Judges a whole text; false when it is no JSON, which the caller reports in its own words.</summary>
    public static bool Judge(byte[] utf8, ScanContext context)
    {
        using var document = KerasJson.Parse(utf8);
        if (document is null)
            return false;

        Judge(document.RootElement, context);
        return true;
    }

    /// <summary>Judges a document that was read before.</summary>
    public static void Judge(JsonElement root, ScanContext context) => new KerasConfig(context).Visit(root, "", 0);

    private void Visit(JsonElement element, string key, int texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                if (KerasObject.Read(element) is { } found)
                    _objects.Judge(found);
                foreach (var member in element.EnumerateObject())
                    Visit(member.Value, KerasJson.Name(member), texts);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Visit(item, key, texts);
                break;
            case JsonValueKind.String:
                VisitText(KerasJson.Text(element), key, texts);
                break;
        }
    }

    private void VisitText(string text, string key, int texts)
    {
        if (text.TrimStart() is ['{' or '[', ..] inner && inner.Contains("class_name", StringComparison.Ordinal))
        {
            if (texts == MaxInnerTexts)
                throw new LimitExceededException("its configuration holds texts of JSON in texts of JSON");

            using var document = KerasJson.Parse(inner);
            if (document is null)
                _context.Unscannable("holds a configuration in a text that is no JSON; get the file anew");
            else
                Visit(document.RootElement, key, texts + 1);
            return;
        }

        _texts.Judge(text, key);
    }
}
