using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Cli.Tests;

/// <summary>On real models, where the shared data is there.</summary>
public sealed class ZooTests
{
    [ZooFact]
    public void All_of_them_are_locked_and_verify()
    {
        using var folder = new CliFolder();
        var lockPath = folder.Full("zoo/models.lock");
        Directory.CreateDirectory(folder.Full("zoo"));
        foreach (var model in Directory.GetFiles(ZooFactAttribute.Folder!, "m*.onnx"))
            File.Copy(model, folder.Full("zoo/" + Path.GetFileName(model)));

        folder.RunIn("zoo", "lock").Ended(0);
        var models = ModelsLockReader.Read(File.ReadAllText(lockPath), lockPath).Value!.Models;
        Assert.Equal(Directory.GetFiles(folder.Full("zoo"), "*.onnx").Select(Path.GetFileNameWithoutExtension).Order(), models.Keys);
        Assert.All(models.Values, static model => Assert.Equal("onnx", Assert.Single(model.Files.Values).Format));
        folder.RunIn("zoo", "verify", "--full").Ended(0);
    }
}
