namespace SupplyChainAnalyzers.Core.Tests.Locking.Grouping;

/// <summary>Which files become which models, seen through the lock.</summary>
public sealed class ModelGroupingTests
{
    [Fact]
    public void A_lone_file_is_a_model_named_after_it() =>
        AssertLock(["models/resnet50.onnx"], "resnet50 = models: resnet50.onnx");

    [Fact]
    public void Files_of_one_folder_with_names_of_their_own_are_models_of_their_own() =>
        AssertLock(["models/a.onnx", "models/b.gguf"], "a = models: a.onnx", "b = models: b.gguf");

    [Fact]
    public void A_file_of_a_generic_name_is_named_after_its_folder() =>
        AssertLock(["resnet/model.onnx", "yolo/model.onnx", "model.onnx"], "model = .: model.onnx", "resnet = resnet: model.onnx", "yolo = yolo: model.onnx");

    [Fact]
    public void Shards_and_external_data_belong_to_their_model() =>
        AssertLock(
            ["m/big-00001-of-00002.gguf", "m/big-00002-of-00002.gguf", "m/net.onnx", "m/net.onnx_data"],
            "big = m: big-00001-of-00002.gguf, big-00002-of-00002.gguf", "net = m: net.onnx, net.onnx_data");

    [Fact]
    public void External_data_is_raw()
    {
        using var tree = new LockTree("m/net.onnx", "m/net.onnx_data");
        Assert.Equal("raw", tree.Lock().Models["net"].Files["net.onnx_data"].Format);
    }

    [Fact]
    public void A_hub_folder_is_one_model_with_all_that_a_loader_may_open() =>
        AssertLock(
            ["models/bert/config.json", "models/bert/tokenizer.json", "models/bert/vocab.txt", "models/bert/model.safetensors", "models/bert/onnx/model.onnx", "models/bert/modeling_custom.py", "models/bert/README.md"],
            "bert = models/bert: config.json, model.safetensors, modeling_custom.py, onnx/model.onnx, tokenizer.json, vocab.txt");

    [Fact]
    public void One_companion_beside_generic_weights_is_enough() =>
        AssertLock(["lora/adapter_config.json", "lora/adapter_model.safetensors"], "lora = lora: adapter_config.json, adapter_model.safetensors");

    [Fact]
    public void Diffusion_pipelines_are_one_model() =>
        AssertLock(
            ["sd/model_index.json", "sd/scheduler_config.json", "sd/unet/config.json", "sd/unet/diffusion_pytorch_model.safetensors", "sd/vae/config.json", "sd/vae/diffusion_pytorch_model.safetensors"],
            "sd = sd: model_index.json, scheduler_config.json, unet/config.json, unet/diffusion_pytorch_model.safetensors, vae/config.json, vae/diffusion_pytorch_model.safetensors");

    [Fact]
    public void A_project_with_a_config_and_a_model_is_not_a_model() =>
        AssertLock(["App/App.csproj", "App/config.json", "App/resnet.onnx", "App/Program.cs"], "resnet = App: resnet.onnx");

    [Fact]
    public void In_a_project_folder_a_hub_model_has_only_what_is_named_like_its_files() =>
        AssertLock(
            ["App/App.csproj", "App/config.json", "App/tokenizer.json", "App/model.onnx", "App/Program.cs", "App/appsettings.json"],
            "App = App: config.json, model.onnx, tokenizer.json");

    [Fact]
    public void The_locks_own_folder_is_never_taken_whole() =>
        AssertLock(
            ["config.json", "tokenizer.json", "model.safetensors", "notes.txt", "sub/other.onnx"],
            "model = .: config.json, model.safetensors, tokenizer.json", "other = sub: other.onnx");

    [Fact]
    public void A_pickle_under_a_foreign_name_is_found_by_content()
    {
        using var tree = new LockTree().Write("data/cache.bin", LockTree.Content("x.pkl", 0));
        Assert.Equal("pickle", tree.Lock().Models["cache"].Files["cache.bin"].Format);
    }

    [Fact]
    public void Texts_and_pictures_are_no_models() => AssertLock(["a.txt", "b.json", "c.md", "d.dat"]);

    [Fact]
    public void Names_that_collide_take_their_format_then_their_folder_then_a_number() =>
        AssertLock(
            ["a/net.gguf", "a/net.onnx", "b/net.onnx", "c/b/net.onnx", "d/b/net.onnx"],
            "b-net = b: net.onnx", "net = a: net.gguf", "net-2 = c/b: net.onnx", "net-3 = d/b: net.onnx", "net-onnx = a: net.onnx");

    [Theory]
    [InlineData("größe 1.onnx", "gr-e-1")]
    [InlineData("--x.onnx", "x")]
    [InlineData("日本.onnx", "model")]
    [InlineData("a..onnx", "a")]
    public void Names_are_made_valid(string file, string name)
    {
        using var tree = new LockTree(file);
        Assert.Equal(name, tree.Lock().Models.Keys.Single());
    }

    private static void AssertLock(string[] files, params string[] models)
    {
        using var tree = new LockTree(files);
        Assert.Equal(models, LockTree.Shape(tree.Lock()));
    }
}
