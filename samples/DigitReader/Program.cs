using DigitReader;

// The model that ships with the application; `--update` takes the publisher's newest instead.
byte[] model = args.Contains("--update")
    ? await ModelDownload.LatestAsync()
    : await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "models", "digits", "model.onnx"));

// From here on: new InferenceSession(model).
Console.WriteLine($"digit model: {model.Length} bytes");
