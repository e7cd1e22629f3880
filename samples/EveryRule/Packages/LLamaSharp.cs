#nullable enable
namespace LLama
{
    public sealed class LLamaTemplate { public LLamaTemplate(string? customTemplate) { } }
}
