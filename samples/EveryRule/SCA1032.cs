using System;
using System.IO;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;

namespace EveryRule;

/// <summary>A file that is hashed, and then opened again.</summary>
internal static class SCA1032
{
    public static object? Run(string path, string expected)
    {
        if (Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))) != expected)
            return null;

        return new InferenceSession(path);
    }
}
