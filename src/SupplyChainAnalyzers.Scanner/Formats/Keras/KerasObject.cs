using System.Text.Json;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>
/// One serialized object of a configuration: what <c>deserialize_keras_object</c> looks at. Keras 3 writes module, class_name, config and
/// registered_name; Keras 2 class_name and config, and for custom classes <c>Package&gt;Name</c> as class_name.
/// </summary>
/// <param name="ClassName">Name of the class, "function" for functions.</param>
/// <param name="Module">Empty when there is none.</param>
/// <param name="RegisteredName">Empty when there is none.</param>
/// <param name="Config">Arguments; for functions the name. Undefined when there are none.</param>
internal readonly record struct KerasObject(string ClassName, string Module, string RegisteredName, JsonElement Config)
{
    /// <summary>Null when the object is only a dictionary.</summary>
    public static KerasObject? Read(JsonElement element)
    {
        string? className = null;
        var (module, registered, config) = ("", "", default(JsonElement));
        foreach (var member in element.EnumerateObject())
        {
            switch (KerasJson.Name(member))
            {
                case "class_name" when member.Value.ValueKind == JsonValueKind.String:
                    className = KerasJson.Text(member.Value);
                    break;
                case "module" when member.Value.ValueKind == JsonValueKind.String:
                    module = KerasJson.Text(member.Value);
                    break;
                case "registered_name" when member.Value.ValueKind == JsonValueKind.String:
                    registered = KerasJson.Text(member.Value);
                    break;
                case "config":
                    config = member.Value;
                    break;
            }
        }

        return className is null ? null : new KerasObject(className, module, registered, config);
    }

    /// <summary>Whether it stands for a function and not for an instance of a class.</summary>
    public bool IsFunction => ClassName == "function" || RegisteredName == "function";

    /// <summary>What is looked up in the module.</summary>
    public string Name => IsFunction && Config.ValueKind == JsonValueKind.String ? KerasJson.Text(Config)
        : IsFunction && Argument("name") is { ValueKind: JsonValueKind.String } name ? KerasJson.Text(name)
        : ClassName;

    /// <summary>What the user called it; the class when it has no name.</summary>
    public string Label => Argument("name") is { ValueKind: JsonValueKind.String } name ? KerasJson.Text(name) : ClassName;

    /// <summary>An argument of its constructor.</summary>
    public JsonElement? Argument(string name) => Config.ValueKind == JsonValueKind.Object && Config.TryGetProperty(name, out var value) ? value : null;
}
