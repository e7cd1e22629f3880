namespace SupplyChainAnalyzers.Analyzers.Apis;

/// <summary>What a value means to the member that takes it. Flags, because overloads reuse a name. The words are those of the table.</summary>
[Flags]
internal enum ParameterRoles
{
    /// <summary>Nothing a rule looks at.</summary>
    None = 0,

    /// <summary>A file or folder that is read.</summary>
    Path = 1 << 0,

    /// <summary>An address.</summary>
    Url = 1 << 1,

    /// <summary>A repository on a model hub; two of them are owner and name.</summary>
    Repo = 1 << 2,

    /// <summary>Branch, tag or commit.</summary>
    Revision = 1 << 3,

    /// <summary>Name of a hosted model.</summary>
    ModelName = 1 << 4,

    /// <summary>The model itself.</summary>
    Bytes = 1 << 5,

    /// <summary>The model itself.</summary>
    Stream = 1 << 6,

    /// <summary>A library or where to look for one.</summary>
    Library = 1 << 7,

    /// <summary>An expected digest.</summary>
    Hash = 1 << 8,

    /// <summary>Python source.</summary>
    PythonCode = 1 << 9,

    /// <summary>A program.</summary>
    Command = 1 << 10,

    /// <summary>What a program is told.</summary>
    CommandArgs = 1 << 11,

    /// <summary>A file or folder that is written.</summary>
    Output = 1 << 12,

    /// <summary>A file inside the folder that another parameter names.</summary>
    Member = 1 << 13,

    /// <summary>A file inside the repository.</summary>
    File = 1 << 14,

    /// <summary>The folder of <see cref="File"/> inside the repository.</summary>
    Folder = 1 << 15,

    /// <summary>A container in a cloud store.</summary>
    Bucket = 1 << 16,

    /// <summary>A key in a cloud store.</summary>
    Object = 1 << 17,

    /// <summary>Whether only what is on the machine already is used.</summary>
    Offline = 1 << 19,

    /// <summary>A list of Python packages.</summary>
    Requirements = 1 << 18,

    /// <summary>A digest that the member takes and does not look at.</summary>
    IgnoredHash = 1 << 20,

    /// <summary>Whether the file is loaded again when it changes.</summary>
    Watch = 1 << 21,

    /// <summary>A chat template in place of the model's own.</summary>
    Template = 1 << 22,
}
