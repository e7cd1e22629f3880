using OpenAI.Chat;

namespace EveryRule;

/// <summary>A hosted model that models.lock does not list.</summary>
internal static class SCA1055
{
    public static object Run(string key) => new ChatClient("gpt-4.1-2025-04-14", key);
}
