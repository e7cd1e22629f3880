#nullable enable
namespace OpenAI.Chat
{
    public class ChatClient { public ChatClient(string model, string apiKey) { } }
}
