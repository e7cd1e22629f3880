using OpenAI.Chat;

namespace EveryRule;

/// <summary>A name behind which the provider puts another model when it likes.</summary>
internal static class SCA1050
{
    public static object Run(string key) => new ChatClient("gpt-4o", key);
}
