namespace DigitReader;

internal static class ModelDownload
{
    private static readonly HttpClient Client = new();

    public static Task<byte[]> LatestAsync() =>
        Client.GetByteArrayAsync("https://huggingface.co/acme/digits/resolve/main/model.onnx");
}
