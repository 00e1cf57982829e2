using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Kube.CodeFixes;

/// <summary>
/// KCR180 and KCR181: allows a change that is meant. The reason is left to whoever makes it: until there is one, KCR183 asks for it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AllowChangeFix : DiagnosticFix
{
    /// <summary>The generator puts the path here.</summary>
    private const string Path = nameof(Path);

    /// <summary>The generator puts the full name of the class of the version here.</summary>
    private const string Kind = nameof(Kind);

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR180", "KCR181");

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        if (context.Property(Path) is not { } path || context.Property(Kind) is not { } kind)
        {
            return Task.FromResult<Mend?>(null);
        }

        var attribute = $"global::Kube.AllowBreakingChange({SymbolDisplay.FormatLiteral(path, quote: true)}, Justification = \"\")";
        var edit = AttributeEdits.AddTo(
            context.Model.Compilation.GetTypeByMetadataName(kind), attribute, context.Document.Project.Solution, context.CancellationToken);
        return Task.FromResult(edit is null ? null : new Mend($"Allow the change of {path}", [edit]));
    }
}
