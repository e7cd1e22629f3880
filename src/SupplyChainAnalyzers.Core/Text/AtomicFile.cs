namespace SupplyChainAnalyzers.Core.Text;

/// <summary>
/// Replaces a file so that anyone who looks, at any moment and after any crash, sees the old content or the new one,
/// whole: the bytes go to a new file in the same folder, to the disk, and under the name in one step.
/// </summary>
public static class AtomicFile
{
    private const string Extension = ".tmp";

    // A GUID in digits.
    private const int TokenLength = 32;

    /// <summary>
    /// Writes <paramref name="bytes"/> to <paramref name="path"/>, an absolute path in a folder that exists. Keeps the
    /// Unix mode of the file that was there. A symbolic link is replaced, not followed: a link in a repository must not
    /// choose what file of the user is written.
    /// </summary>
    /// <exception cref="IOException">The folder, the disk or a reader of the old file refuses; the old file is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Write(string path, byte[] bytes)
    {
        var temporary = TemporaryPath(path);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                // Before the content, which may be for fewer eyes than a new file is.
                UnixMode.Copy(path, temporary);
                stream.Write(bytes, 0, bytes.Length);
                stream.Flush(flushToDisk: true);
            }

            FileRename.Over(temporary, path);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>
    /// Whether a file name is one of ours that a killed process left behind (<c>.models.lock.…32 hex digits….tmp</c>):
    /// never a model, safe to delete.
    /// </summary>
    public static bool IsTemporary(string fileName)
    {
        var token = fileName.Length - Extension.Length - TokenLength;
        return token > 2 && fileName[0] == '.' && fileName[token - 1] == '.'
            && fileName.EndsWith(Extension, StringComparison.Ordinal)
            && Hashing.Hex.Is(fileName.Substring(token, TokenLength), TokenLength);
    }

    private static string TemporaryPath(string path)
        => Path.Combine(Path.GetDirectoryName(path) ?? "", "." + Path.GetFileName(path) + "." + Guid.NewGuid().ToString("N") + Extension);

    /// <summary>Makes a new, empty file beside <paramref name="path"/> that this user alone can read and write; the caller fills and renames it.</summary>
    /// <exception cref="IOException">The folder refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    internal static string CreatePrivate(string path)
    {
        var temporary = TemporaryPath(path);
        new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None).Dispose();
        try
        {
            UnixMode.MakePrivate(temporary);
            return temporary;
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    internal static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What made the write fail is the news; a left-over is recognised by its name.
        }
    }
}
