namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>What accessors hand out, and what they refuse.</summary>
public sealed class AccessorTests : IDisposable
{
    private const string FilePath = "models/m/model.onnx";

    // Small, read into memory; larger, a stream that verifies; largest, never copied.
    private static readonly byte[] Small = Bytes(1000, 1);
    private static readonly byte[] Large = Bytes((2 << 20) + 12345, 2);
    private static readonly byte[] Huge = Bytes((4 << 20) + 1, 3);

    private readonly TemporaryFolder _root = new();
    private readonly TemporaryFolder _parent = new();

    public static TheoryData<int, bool> Sizes => new() { { 0, false }, { 1, false }, { 2, false }, { 0, true }, { 1, true }, { 2, true } };

    public void Dispose()
    {
        _root.Dispose();
        _parent.Dispose();
    }

    [Theory, MemberData(nameof(Sizes))]
    public void A_declared_file_is_handed_out_as_a_stream_that_seeks(int size, bool isNetStandard)
    {
        var (accessor, bytes) = Create(size, isNetStandard);
        _root.Write(FilePath, bytes);

        using var stream = accessor.Open(_root.Path);

        Assert.Equal(bytes, ReadAll(stream));
        Assert.Equal((true, false, (long)bytes.Length), (stream.CanSeek, stream.CanWrite, stream.Length));
        stream.Seek(-500, SeekOrigin.End);
        Assert.Equal(bytes[^500..], ReadAll(stream));
        stream.Position = 7;
        Assert.Equal(bytes[7..], ReadAll(stream));
        stream.Position = bytes.Length + 1;
        Assert.Equal(0, stream.Read(new byte[1]));
    }

    [LinuxTheory, MemberData(nameof(Sizes))]
    public void A_declared_file_is_handed_out_as_a_path(int size, bool isNetStandard)
    {
        var (accessor, bytes) = Create(size, isNetStandard);
        var source = _root.Write(FilePath, bytes);

        using (var path = accessor.OpenPath(_root.Path, _parent.Path))
        {
            Assert.Equal(bytes, File.ReadAllBytes(accessor.PathOf(path)));
            Assert.NotEqual(source, accessor.PathOf(path));
            if (size < 2)
            {
                Assert.Equal("model.onnx", Path.GetFileName(accessor.PathOf(path)));
                Assert.Equal("drwx------", ModeOf(Path.GetDirectoryName(accessor.PathOf(path))!));
            }
            else
            {
                Assert.StartsWith("/proc/self/fd/", accessor.PathOf(path), StringComparison.Ordinal);
                Assert.Empty(Directory.GetFileSystemEntries(_parent.Path));
            }

            accessor.VerifyAgain(path);
        }

        Assert.Empty(Directory.GetFileSystemEntries(_parent.Path));
    }

    [Fact]
    public void No_array_is_made_of_a_file_that_is_too_large()
    {
        var (accessor, bytes) = Create(2);
        _root.Write(FilePath, bytes);

        Assert.Contains("OpenVerified", GeneratedAccessor.Refused(() => accessor.Read(_root.Path)).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Another_content_of_the_same_size_is_refused(int size, bool isNetStandard)
    {
        var (accessor, bytes) = Create(size, isNetStandard);
        _root.Write(FilePath, Flip(bytes, bytes.Length - 1));

        AssertRefused(accessor, "found SHA-256");
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Another_size_is_refused(int size, bool isNetStandard)
    {
        var (accessor, bytes) = Create(size, isNetStandard);
        _root.Write(FilePath, [.. bytes, 0]);
        AssertRefused(accessor, "bytes, declared");

        _root.Write(FilePath, bytes[1..]);
        AssertRefused(accessor, "bytes, declared");
    }

    [Fact]
    public void A_missing_file_says_what_where_and_what_next()
    {
        var (accessor, _) = Create(0);

        var exception = AssertRefused(accessor, "is not there");
        Assert.Contains(_root.PathOf(FilePath), exception.Message, StringComparison.Ordinal);
        Assert.Contains("CopyToOutputDirectory", exception.Message, StringComparison.Ordinal);
        Assert.Equal(_root.PathOf(FilePath), exception.GetType().GetProperty("FilePath")!.GetValue(exception));
        Assert.Equal("m", exception.GetType().GetProperty("Model")!.GetValue(exception));
    }

    [LinuxTheory, InlineData(0)]
    public void A_folder_a_pipe_and_a_device_are_refused(int size)
    {
        var (accessor, _) = Create(size);
        Directory.CreateDirectory(_root.PathOf(FilePath));
        AssertRefused(accessor, "");
        Directory.Delete(_root.PathOf(FilePath));

        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [_root.PathOf(FilePath)]))
            mkfifo.WaitForExit();
        AssertRefused(accessor, "declared");
        File.Delete(_root.PathOf(FilePath));

        File.CreateSymbolicLink(_root.PathOf(FilePath), "/dev/zero");
        AssertRefused(accessor, "declared");
    }

    [LinuxTheory, MemberData(nameof(Sizes))]
    public void A_link_counts_as_what_it_leads_to(int size, bool isNetStandard)
    {
        var (accessor, bytes) = Create(size, isNetStandard);
        Directory.CreateDirectory(_root.PathOf("models/m"));
        File.CreateSymbolicLink(_root.PathOf(FilePath), _root.Write("store/blob", bytes));
        using (var stream = accessor.Open(_root.Path))
            Assert.Equal(bytes, ReadAll(stream));

        _root.Write("store/blob", Flip(bytes, 0));
        AssertRefused(accessor, "found SHA-256");
    }

    [Fact]
    public void The_root_can_be_set_for_all() => Assert.Equal(_root.PathOf(FilePath), Create(0).Accessor.FullPath(_root.Path));

    [LinuxTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_holds_all_files_under_their_own_paths(bool isSmall)
    {
        var model = TestLock.Model("m", "models/m", ("config.json", Small), ("onnx/model.onnx", Large), ("onnx/model.onnx_data", Huge));
        var accessor = new GeneratedAccessor(model, isSmall);
        _root.Write("models/m/config.json", Small);
        _root.Write("models/m/onnx/model.onnx", Large);
        _root.Write("models/m/onnx/model.onnx_data", Huge);

        using (var folder = accessor.OpenFolder(_root.Path, _parent.Path))
        {
            Assert.Equal(Small, File.ReadAllBytes(Path.Combine(accessor.PathOfFolder(folder), "config.json")));
            Assert.Equal(Large, File.ReadAllBytes(Path.Combine(accessor.PathOfFolder(folder), "onnx", "model.onnx")));
            Assert.Equal(Huge, File.ReadAllBytes(Path.Combine(accessor.PathOfFolder(folder), "onnx", "model.onnx_data")));
            Assert.Equal(isSmall, new FileInfo(Path.Combine(accessor.PathOfFolder(folder), "onnx", "model.onnx_data")).LinkTarget is not null);
            accessor.VerifyFolderAgain(folder);
        }

        Assert.Empty(Directory.GetFileSystemEntries(_parent.Path));

        _root.Write("models/m/onnx/model.onnx", Flip(Large, 5));
        GeneratedAccessor.Refused(() => accessor.OpenFolder(_root.Path, _parent.Path));
        Assert.Empty(Directory.GetFileSystemEntries(_parent.Path));
    }

    private Exception AssertRefused(GeneratedAccessor accessor, string message)
    {
        GeneratedAccessor.Refused(() => accessor.OpenPath(_root.Path, _parent.Path));
        Assert.Empty(Directory.GetFileSystemEntries(_parent.Path));
        var exception = GeneratedAccessor.Refused(() => accessor.Open(_root.Path));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        return exception;
    }

    private static (GeneratedAccessor Accessor, byte[] Bytes) Create(int size, bool isNetStandard = false)
    {
        byte[] bytes = size == 0 ? Small : size == 1 ? Large : Huge;
        return (new GeneratedAccessor(TestLock.Model("m", "models/m", ("model.onnx", bytes)), isSmall: true, isNetStandard), bytes);
    }

    private static string ModeOf(string folder)
    {
        using var stat = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("stat", ["-c", "%A", folder]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd().Trim();
    }

    private static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Flip(byte[] bytes, int at)
    {
        byte[] changed = [.. bytes];
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
