using LLama;

namespace EveryRule;

/// <summary>A template in place of the model's own.</summary>
internal static class SCA1072
{
    public static object Run() => new LLamaTemplate("{% for message in messages %}{{ message.content }}{% endfor %}");
}
