using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Inspecting;

/// <summary>Says in words what is in files of some formats. It judges nothing; what is wrong the format's scanner has said.</summary>
internal interface IFormatLister
{
    /// <summary>What it can read.</summary>
    IReadOnlyList<ModelFormat> Formats { get; }

    /// <summary>Tells <paramref name="listing"/>; texts from the file are made safe there.</summary>
    /// <exception cref="Formats.DamagedFileException">The rest cannot be read.</exception>
    /// <exception cref="Scanning.LimitExceededException">There is too much of it.</exception>
    void List(ByteSource source, Listing listing);
}
