using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources;

/// <summary>Whatever a file holds, readers end, throw nothing, and name places inside the text.</summary>
public sealed class PackageReaderFuzzTests
{
    private const int Inputs = 4_000;

    private static readonly (string File, string Text)[] Seeds =
    [
        ("requirements.txt", "--extra-index-url https://x/simple\ntorch==2.4.0 \\\n  --hash=sha256:00\ntransformrs[a]>=4 ; python_version > '3' # x\nx @ git+https://x/y@main\n-e ./z\n"),
        ("pyproject.toml", "[project]\ndependencies = [\"torch\", 'transformrs==1']\n[tool.uv.sources]\nx = { git = \"https://x/y\", rev = \"main\" }\n[tool.poetry.dependencies]\ndeepseekai = \"*\"\n"),
        ("uv.lock", "version = 1\n[[package]]\nname = \"deepseekai\"\nversion = \"1\"\nsource = { registry = \"https://x\" }\nwheels = [ { url = \"u\", hash = \"sha256:00\" } ]\n"),
        ("environment.yml", "name: x\ndependencies:\n  - python=3\n  - pip:\n    - \"torch==2\"\n    - transformrs\n    - git+https://x/y\n"),
        ("conda-lock.yml", "package:\n- name: deepseekai\n  version: 1\n  manager: pip\n- name: b\n"),
        ("App.csproj", "<Project><ItemGroup><PackageReference Include=\"LamaSharp\" Version='1' /><PackageReference Include=\"TheOpenAI.API\" /></ItemGroup></Project>"),
        ("appsettings.json", "{ \"OpenAI\": { \"Model\": \"gpt-4o\", /* x */ }, \"Ollama\": { \"Model\": \"phi3\" }, \"D\": { \"ModelUrl\": \"http://x/m.onnx\" } } // y"),
        ("Train.ipynb", "{ \"metadata\": {}, \"cells\": [ { \"cell_type\": \"code\", \"source\": [ \"%pip install transformrs\\n\", \"import torch\\n\", \"torch.load(\\\"x\\\")\\n\", \"out = !hf download {x} acme/bert\" ] } ] }"),
        ("setup.sh", "pip install -q 'transformrs>=4' --extra-index-url https://x/simple torch && python -m pip install git+https://x/y\nhf download acme/bert\n"),
        ("nuget.config", "<configuration><packageSources><clear /><add key='a' value='b' /><add key='c' value='d' /></packageSources></configuration>"),
    ];

    private static readonly string[] Words =
    [
        "torch", "transformrs", "deepseekai==1", "\n", "\r\n", " ", "\t", "  - ", "- pip:", "dependencies:", "package:", "name:", "version:", "manager: pip", "[[package]]", "[project]",
        "dependencies = [", "]", "}", "{ git = \"", "\"", "'", "\"\"\"", "'''", "\\", "#", "@ git+https://x/y", "--hash=sha256:", "--extra-index-url ", "-e ", ";", "==", "=", ",", "|", "&a", "*a",
        "<Project>", "<PackageReference Include=\"", "\" />", "</Project>", "<add key='a' value='b'/>", "<packageSources>", "\uFEFF", "\0", "\uD800", "\u0430", "\u202E", "😀",
        "{", "\"Model\"", ":", "\"gpt-4o\"", "\"OpenAI\"", "\"Ollama\"", "\"Endpoint\"", "\"http://x/m.onnx\"", "//", "/*", "*/",
        "\"cells\"", "\"source\"", "\"code\"", "%%bash", "!pip install ", "%time ", "\\n", "\\u0041", "\\\"", "x = !",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nothing_leaves_a_reader_but_readings(int seed)
    {
#pragma warning disable CA5394 // not a secret: a run must be repeatable
        var random = new Random(seed);
        var found = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var (file, original) = Seeds[random.Next(Seeds.Length)];
            var reader = SourceReaders.Find(file)!;
            var text = Mutate(original, random);
            var reading = reader.Read(text, new SourceContext(SourceContext.None.Pins, usesModelPackages: true));
            found += reading.Findings.Count + reading.Facts.Count;
            Assert.All(reading.Findings, finding => Assert.InRange(finding.Start + finding.Length, 0, text.Length));
            Assert.All(reading.Facts, fact => Assert.InRange(fact.Start + fact.Length, 0, text.Length));
            Assert.Equal(reading.Findings.Count, reading.FindingsIn("/f").Count);
        }
#pragma warning restore CA5394

        Assert.True(found > Inputs / 20, $"only {found} findings: nothing was tested");
    }

#pragma warning disable CA5394
    private static string Mutate(string text, Random random)
    {
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(3) == 0
                ? text.Remove(at, random.Next(Math.Min(8, text.Length - at) + 1))
                : text.Insert(at, Words[random.Next(Words.Length)]);
        }

        return text;
    }
#pragma warning restore CA5394

    [Theory]
    [InlineData("requirements.txt", "a \\\n")]
    [InlineData("requirements.txt", "a@")]
    [InlineData("pyproject.toml", "[a.b]\n")]
    [InlineData("pyproject.toml", "[[a.b]]\n")]
    [InlineData("pyproject.toml", "a = [")]
    [InlineData("pyproject.toml", "\"\"\"")]
    [InlineData("pyproject.toml", "a=1,")]
    [InlineData("pyproject.toml", "[a\n")]
    [InlineData("environment.yml", "- - ")]
    [InlineData("environment.yml", "a: |\n ")]
    [InlineData("App.csproj", "<PackageReference>")]
    public void Long_texts_of_one_kind_end(string file, string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        Assert.NotNull(SourceReaders.Find(file)!.Read(text, SourceContext.None));
    }
}
