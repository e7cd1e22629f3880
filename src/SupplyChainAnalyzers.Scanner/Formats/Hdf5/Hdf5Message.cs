namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>One message of an object header, where it stands.</summary>
internal readonly record struct Hdf5Message(Hdf5Volume Volume, Hdf5MessageType Type, bool IsShared, long Place, int Size)
{
    private const int MaxShares = 4;

    public Hdf5Cursor Open() => Volume.At(Place, Size, $"a message of an object header ({Type})");

    /// <summary>The message itself, also when only a pointer to another object's message stands here (IV.A.2, shared messages).</summary>
    /// <exception cref="DamagedFileException">It leads nowhere, or into the shared message heap, which no Python library writes by itself.</exception>
    public Hdf5Message Resolve()
    {
        var message = this;
        for (var i = 0; message.IsShared; i++)
        {
            if (i == MaxShares)
                throw message.Open().Damaged("refers to another one that refers on");

            message = Shared(message.Open(), Type);
        }

        return message;
    }

    /// <summary>What a shared message at <paramref name="cursor"/> points to: version, kind, then the address of an object header.</summary>
    public static Hdf5Message Shared(Hdf5Cursor cursor, Hdf5MessageType type)
    {
        var version = cursor.U8();
        var kind = cursor.U8();
        if (version == 1)
            cursor.Skip(6);
        if (version is 0 or > 3 || (version == 3 && kind != 2))
            throw cursor.Damaged("lies in the file's heap of shared messages, which is not opened here");

        var header = Hdf5Header.Read(cursor.Volume, cursor.Required());
        var found = header.Messages.FirstOrDefault(message => message.Type == type);
        return found.Volume is null ? throw cursor.Damaged("refers to an object that has none") : found;
    }
}
