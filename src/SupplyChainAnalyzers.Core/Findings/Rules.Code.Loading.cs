namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>102x–107x: how source code loads, downloads and verifies models.</summary>
public static partial class Rules
{
    /// <summary>load_py, .pt, .pth, .ckpt, .pkl: there is a format that holds numbers only.</summary>
    public static readonly Rule PickleArtefact = new("SCA1020", "Model file is in pickle format", Level.Message, Severity.Medium, strict: Level.Warning, taxa: Taxa.Code);

    /// <summary>BinaryFormatter underneath: the file names the types whose code runs.</summary>
    public static readonly Rule CodeExecutingLoader = new("SCA1021", "Loader runs .NET code that the model file names", Level.Warning, Severity.High, strict: Level.Error, taxa: Taxa.Code);

    /// <summary>An error in strict mode where others can write, a message for a file beside the program.</summary>
    public static readonly Rule NativeLibraryPath = new("SCA1022", "Native library is loaded from a path that nothing pins", Level.Message, Severity.Medium, strict: Level.Warning, taxa: Taxa.Code);

    /// <summary>The build verified it; the running program does not.</summary>
    public static readonly Rule DeclaredModelNotVerified = new("SCA1031", "Declared model is loaded without verification", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>What was hashed and what is opened can be two files.</summary>
    public static readonly Rule VerifiedThenReopened = new("SCA1032", "Model is verified and then opened again by its path", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>In the same method, or through a field of the same type.</summary>
    public static readonly Rule DownloadNotVerified = new("SCA1033", "Downloaded model is loaded without a look at its digest", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>Omitted, too short, or never looked at.</summary>
    public static readonly Rule DigestNotChecked = new("SCA1034", "Download takes a digest and compares none", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>PredictionEnginePool: FromUri, and FromFile that watches.</summary>
    public static readonly Rule ModelReloaded = new("SCA1035", "Model is loaded again whenever it changes", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>No revision and no digest can be given.</summary>
    public static readonly Rule LibraryChosenDownload = new("SCA1036", "Library chooses what it downloads", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>A request, the command line, the console.</summary>
    public static readonly Rule UserChosenModel = new("SCA1040", "Path of a model comes from outside", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>The temporary folder, downloads, the desktop.</summary>
    public static readonly Rule SharedFolderModel = new("SCA1041", "Model is loaded from a folder that others write to", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>Entry by entry, without a look at where the name leads.</summary>
    public static readonly Rule ArchiveEscapesFolder = new("SCA1042", "Archive of a model is extracted without a path check", Level.Message, Severity.Low, strict: Level.Warning, taxa: Taxa.Path);

    /// <summary>A warning in strict mode inside #if DEBUG.</summary>
    public static readonly Rule CertificateNotChecked = new("SCA1061", "Certificates are not checked where a model is downloaded", Level.Warning, Severity.High, strict: Level.Error);

    /// <summary>LoRA weights change what a model answers as much as the model does.</summary>
    public static readonly Rule AdapterNotDeclared = new("SCA1070", "Loaded adapter is not declared in models.lock", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>With another vocabulary the same weights say something else.</summary>
    public static readonly Rule TokenizerNotDeclared = new("SCA1071", "Loaded tokenizer file is not declared in models.lock", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>What is sent to the model is not what it was made for.</summary>
    public static readonly Rule ChatTemplateOverridden = new("SCA1072", "Chat template of the model is replaced", Level.Message, Severity.Low, strict: Level.Warning);
}
