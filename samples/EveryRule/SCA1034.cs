using TorchSharp;

namespace EveryRule;

/// <summary>A download that takes a digest and is given none.</summary>
internal static class SCA1034
{
    public static void Run() => torch.hub.download_url_to_file("https://models.acme.example/ner.dat", "ner.dat");
}
