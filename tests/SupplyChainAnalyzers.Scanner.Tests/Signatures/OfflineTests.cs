using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Certificates;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>
/// No signature opens a connection. A certificate that says where its issuer can be downloaded is the bait; the issuer is missing in the bundle, and
/// the address is a listener of this test.
/// </summary>
public sealed class OfflineTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TestAuthority _root = new("CN=root", DateTimeOffset.UtcNow);
    private readonly TestAuthority _intermediate;
    private readonly SignedTree _tree = new();

    public OfflineTests()
    {
        _listener.Start();
        _intermediate = _root.Issue($"CN=intermediate {Guid.NewGuid():N}");
        var address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/issuer.cer";
        var (certificate, key) = _intermediate.Leaf("CN=leaf", issuerAddress: address);
        _tree.Model.Certificates = [certificate];
        _tree.Model.SigningKey = key;
        _tree.Sign().Write("root.pem", Encoding.ASCII.GetBytes(_root.Certificate.ExportCertificatePem()))
            .Policy("""{ "trusted": { "acme": { "for": ["pkg:huggingface/acme/*"], "method": "certificate", "roots": ["root.pem"] } } }""");
    }

    private X509Certificate2 Leaf => _tree.Model.Certificates![0];

    public void Dispose()
    {
        Forget();
        _listener.Dispose();
        _root.Dispose();
        _intermediate.Dispose();
        _tree.Dispose();
    }

    [Fact]
    public void Bait_works_where_downloads_are_allowed()
    {
        if (!OperatingSystem.IsLinux())
            return; // other systems keep what they have fetched where a test cannot take it away again

        var serving = new Thread(Serve) { IsBackground = true };
        serving.Start();
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(_root.Certificate);
        chain.ChainPolicy.UrlRetrievalTimeout = TimeSpan.FromMinutes(1); // a busy machine takes more than the usual ones
        Assert.True(chain.Build(Leaf), string.Join('\n', chain.ChainStatus.Select(static status => status.StatusInformation)));
    }

    [Fact]
    public void Our_chains_download_nothing()
    {
        Assert.Null(CertificateChain.Build(Leaf, [_root.Certificate], [], DateTimeOffset.UtcNow));
        Assert.False(_listener.Pending());
    }

    [Fact]
    public void Scanner_verifies_without_a_network()
    {
        Assert.Equal(["SCA5003 error"], _tree.Rules());
        Assert.False(_listener.Pending());
    }

    [Fact]
    public void Scanner_says_that_the_network_is_closed_to_it()
    {
        if (!Sandbox.ProbeRuns.CanRun)
            return;

        _tree.WriteLock();
        var question = new Core.Scanning.Signatures.SignatureQuestion { Bundle = _tree.At("m/model.sig"), Model = _tree.At("m") };
        var result = Core.Scanning.ScannerClient.VerifySignature(question, _tree.Options);
        Assert.True(result.Answered);
        Assert.DoesNotContain(Core.Scanning.Protocol.Isolation.Network, result.MissingIsolation);
    }

    // .NET keeps an issuer that it has downloaded in the user's store, where it would answer for the next one of that name.
    private void Forget()
    {
        if (!OperatingSystem.IsLinux())
            return;

        using var store = new X509Store(StoreName.CertificateAuthority, StoreLocation.CurrentUser, OpenFlags.ReadWrite);
        store.Remove(_intermediate.Certificate);
    }

    private void Serve()
    {
        try
        {
            Answer();
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException)
        {
            // The test has ended before anybody asked; it says so itself.
        }
    }

    private void Answer()
    {
        using var client = _listener.AcceptTcpClient();
        using var stream = client.GetStream();
        var request = new byte[4096];
        _ = stream.Read(request);
        var issuer = _intermediate.Certificate.RawData;
        stream.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/pkix-cert\r\nContent-Length: {issuer.Length}\r\nConnection: close\r\n\r\n"));
        stream.Write(issuer);
    }
}
