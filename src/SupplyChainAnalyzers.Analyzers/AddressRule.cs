using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers;

/// <summary>A rule about addresses that models are fetched from, given to a call or written as data. Of these rules one speaks about an address.</summary>
internal abstract class AddressRule(Rule rule, string messageFormat) : ModelRule(rule, messageFormat)
{
    /// <summary>Whether it speaks whatever other rules say about the same address: it is about another part of it.</summary>
    protected virtual bool StandsApart => false;

    /// <summary>Whether it is about other bytes coming from the same address: then a digest that the call compares answers it.</summary>
    protected virtual bool IsAnsweredByDigest => false;

    /// <inheritdoc/>
    public sealed override bool JudgesWritten => true;

    /// <inheritdoc/>
    public override bool IsAbout(ApiMember member) => member.Class is ApiClass.Download or ApiClass.Load && (member.Roles & ParameterRoles.Url) != 0;

    /// <inheritdoc/>
    public override void Analyze(SinkUse use)
    {
        if (IsAnsweredByDigest && use.ComparesDigest)
            return;

        foreach (var argument in use.With(ParameterRoles.Url))
        {
            foreach (var value in argument.Values)
            {
                if (argument.Syntax is { } syntax && argument.AddressOf(value) is { } address && Judge(use, address) is { } fault && (StandsApart || argument.Claim(value)))
                    Report(use, argument, syntax, value, fault);
            }
        }
    }

    /// <summary>What is wrong with <paramref name="address"/>; null when this rule finds nothing.</summary>
    protected abstract AddressFault? Judge(SinkUse use, WebAddress address);

    private void Report(SinkUse use, SinkArgument argument, SyntaxNode syntax, StringValue value, AddressFault fault)
    {
        var (piece, offset) = value.PieceOf(fault.Start, fault.Length);
        var isOwn = piece.Literal is { } literal && argument.Holds(literal);
        if (!isOwn && (piece.Literal is null ? use.Project.Written.IsConstantOfWrittenAddress(argument.Value, use.Cancellation) : IsJudgedWhereItStands(use, piece.Literal)))
            return;

        var written = LiteralText.Find(piece, offset, fault.Length);
        isOwn &= written is not null;
        // A literal that others may read is changed only when it names all that the change depends on.
        var canChange = isOwn || (written is not null && value.PieceOf(fault.ContextStart, fault.ContextEnd - fault.ContextStart).Piece.Literal is not null);
        use.Report(
            this,
            isOwn ? written! : syntax.GetLocation(),
            isOwn || written is null ? null : [written],
            canChange ? fault.Properties : null,
            fault.Arguments);
    }

    private bool IsJudgedWhereItStands(SinkUse use, SyntaxNode literal) =>
        use.Project.Written.Find(literal, use.Model, static _ => { }, use.Cancellation) is { } written
        && written.Arguments[0].Values.Any(value => written.Arguments[0].AddressOf(value) is { } address && Judge(written, address) is not null);
}
