using SupplyChainAnalyzers.Scanner.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Text;

public sealed class TriggeredTextsTests
{
    [Fact]
    public void Trigger_stands_at_its_place_and_the_text_goes_on_behind_it()
    {
        using var context = TextModels.Context("c001");
        var model = new TokenClassifier(context);
        var texts = new TriggeredTexts(model, model.Rows[..40], 2, new SeededRandom("places"));
        var planted = texts.With([7, 9]);

        for (var i = 0; i < planted.Length; i++)
        {
            var (row, place, used) = (model.Rows[i], texts.Places[i], model.Used(model.Rows[i]));
            Assert.InRange(place, 1, used - 1);
            Assert.Equal([7, 9], planted[i][place..(place + 2)]);
            Assert.Equal(row[..place], planted[i][..place]);
            Assert.Equal(row.Length, planted[i].Length);
            if (used + 2 < row.Length)
                Assert.Equal(row[place..used], planted[i][(place + 2)..(used + 2)]);
        }
    }
}
