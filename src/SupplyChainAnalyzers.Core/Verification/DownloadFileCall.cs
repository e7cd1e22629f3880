using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>One use of MSBuild's <c>DownloadFile</c> task, or an item that feeds one.</summary>
/// <param name="Url">What is downloaded, properties resolved.</param>
/// <param name="File">Absolute path of the project, .props or .targets file.</param>
/// <param name="Region">Where the URL stands in <paramref name="File"/>.</param>
/// <param name="Destination">Absolute path the download is written to; null when not known.</param>
/// <param name="HasHash">Whether the build checks the download against a digest (<c>VerifyFileHash</c>).</param>
public sealed record DownloadFileCall(string Url, string File, TextRegion Region, string? Destination = null, bool HasHash = false);
