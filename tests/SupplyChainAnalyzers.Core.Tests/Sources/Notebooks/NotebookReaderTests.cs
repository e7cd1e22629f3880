using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Notebooks;

public sealed class NotebookReaderTests
{
    private const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";

    [Theory]
    [InlineData("import torch\ntorch.load('x')", "SCA1024", "torch.load")]
    [InlineData("f(trust_remote_code=True)", "SCA1023", "True")]
    [InlineData("from transformers import AutoModel\nAutoModel.from_pretrained(\"acme/bert\", revision=\"main\")", "SCA1024", "\"main\\\"")]
    [InlineData("!hf download acme/bert", "SCA1060", "acme/bert")]
    [InlineData("x = 1\n  !ollama pull llama3.2", "SCA1060", "llama3.2")]
    [InlineData("!!ollama pull llama3.2", "SCA1060", "llama3.2")]
    [InlineData("out = !ollama pull llama3.2\nprint(out)", "SCA1060", "llama3.2")]
    [InlineData("%system ollama pull llama3.2", "SCA1060", "llama3.2")]
    [InlineData("!hf download \\\n  acme/bert", "SCA1060", "acme/bert")]
    [InlineData("\n%%bash\nset -e\nollama pull llama3.2\n", "SCA1060", "llama3.2")]
    [InlineData("%%time\nimport torch\ntorch.load('x')", "SCA1024", "torch.load")]
    [InlineData("import torch\n%time torch.load('x')", "SCA1024", "torch.load")]
    [InlineData("%matplotlib inline\n# it's\nimport torch\n\ntorch.load('x')", "SCA1024", "torch.load")]
    [InlineData("!echo it's (broken\nimport torch\ntorch.load('x')", "SCA1024", "torch.load")]
    [InlineData("%pip install transformrs", "SCA1080", "transformrs")]
    [InlineData("!pip install -q 'transformrs>=4' torch", "SCA1080", "transformrs")]
    [InlineData("!{sys.executable} x\n!uv pip install transformrs", "SCA1080", "transformrs")]
    public void What_a_cell_does_is_reported_where_it_stands_in_the_file(string cell, string rule, string expected)
    {
        var text = Notebook(cell);
        var finding = Assert.Single(Read(text).Findings);

        Assert.Equal((rule, expected), (finding.Rule.Id, text.Substring(finding.Start, finding.Length)));
    }

    [Theory]
    [InlineData("s = '''\n!ollama pull llama3.2\n'''")]
    [InlineData("x = (1\n!= 2)")]
    [InlineData("x = (a\n% b)")]
    [InlineData("# !ollama pull llama3.2")]
    [InlineData("%%html\n!ollama pull llama3.2\nimport torch; torch.load('x')")]
    [InlineData("%%writefile load.py\nimport torch\ntorch.load('x')")]
    [InlineData("%timeit")]
    [InlineData("!ollama pull {model}")]
    [InlineData("!hf download acme/{name}")]
    [InlineData("%pip install -r transformrs")]
    [InlineData("!pip install ./transformrs {package}")]
    public void What_is_no_program_or_not_known_is_left_alone(string cell) => Assert.Empty(Read(Notebook(cell)).Findings);

    [Fact]
    public void Cells_are_one_program()
    {
        var text = Notebook("import torch as t", "x = 'model.pt'", "t.load(x)");

        Assert.Equal("t.load", Place(text, Assert.Single(Read(text).Findings)));
    }

    [Fact]
    public void Cell_that_is_broken_off_ends_with_itself()
    {
        var text = Notebook("f(1, [", "s = '''", "import torch\ntorch.load('x')");

        Assert.Equal("torch.load", Place(text, Assert.Single(Read(text).Findings)));
    }

    [Fact]
    public void Clone_that_is_checked_out_in_another_line_is_pinned() => Assert.Empty(Read(Notebook(
        $"!git clone https://huggingface.co/acme/bert\n!git -C bert checkout {Commit}")).Findings);

    [Fact]
    public void Line_and_column_are_those_of_the_file()
    {
        const string Text = "{ \"cells\": [ { \"cell_type\": \"code\", \"source\": [\n  \"import torch\\n\",\n  \"torch.load('\\u00e9')\"\n] } ] }";

        var region = Assert.Single(Read(Text).FindingsIn("/a.ipynb")).Region;

        Assert.Equal((3, 4, 14), (region.Line, region.Column, region.EndColumn));
    }

    [Theory]
    [InlineData("""{ "cells": [ { "cell_type": "code", "source": "import torch; torch.load('x')" } ] }""")]
    [InlineData("\uFEFF" + """{ "cells": [ { "cell_type": "code", "source": "import torch; torch.load('x')" } ] }""")]
    [InlineData("""{ "nbformat": 3, "worksheets": [ { "cells": [ { "cell_type": "code", "language": "python", "input": [ "import torch\n", "torch.load('x')" ] } ] } ] }""")]
    [InlineData("""{ "metadata": { "kernelspec": { "language": "Python" } }, "cells": [ { "cell_type": "code", "source": "import torch; torch.load('x')" } ] }""")]
    public void Older_and_other_ways_to_write_it_are_read(string text) => Assert.Single(Read(text).Findings);

    [Theory]
    [InlineData("""{ "cells": [ { "cell_type": "markdown", "source": "import torch; torch.load('x')" } ] }""")]
    [InlineData("""{ "cells": [ { "cell_type": "code", "source": "", "outputs": [ { "text": "import torch; torch.load('x')" } ] } ] }""")]
    [InlineData("""{ "metadata": { "kernelspec": { "language": "C#" } }, "cells": [ { "cell_type": "code", "source": "import torch; torch.load('x')" } ] }""")]
    [InlineData("""{ "metadata": { "language_info": { "name": "R" } }, "cells": [ { "cell_type": "code", "source": "import torch; torch.load('x')" } ] }""")]
    [InlineData("""{ "cells": {}, "worksheets": [ 1, {}, { "cells": [ "x", { "cell_type": "code" }, { "cell_type": "code", "source": 3 } ] } ] }""")]
    public void What_is_no_Python_code_is_not_read(string text)
    {
        var reading = Read(text);

        Assert.Empty(reading.Findings);
        Assert.False(reading.IsIncomplete);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"cells\": [")]
    public void Text_that_is_no_notebook_is_said_not_to_be_read(string text) => Assert.True(Read(text).IsIncomplete);

    private static string Place(string text, SourceFinding finding) => text.Substring(finding.Start, finding.Length);

    private static SourceReading Read(string text) => SourceReaders.Find("Train.ipynb")!.Read(text, SourceContext.None);

    private static string Notebook(params string[] cells) => new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select(static cell => new JsonObject
        {
            ["cell_type"] = "code",
            ["source"] = new JsonArray([.. cell.Split('\n').Select(static (line, i) => (JsonNode)line).SelectMany(static line => new[] { line, "\n" })]),
        })]),
    }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
