using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.CodeFixes;

/// <summary>
/// KCR111, KCR120, KCR121, KCR126, KCR130, KCR134, KCR161 and KCR184: takes away an attribute that means nothing where it stands.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveAttributeFix : DiagnosticFix
{
    /// <summary>The generator puts the name of the attribute here, where the id does not tell it.</summary>
    private const string AttributeProperty = "Attribute";

    /// <summary>The attribute that an id is about; null when the squiggle is under it.</summary>
    private static readonly Dictionary<string, string?> s_names = new(StringComparer.Ordinal)
    {
        ["KCR111"] = "Atomic",
        ["KCR120"] = "Atomic",
        ["KCR121"] = AttributeProperty,
        ["KCR126"] = "Selectable",
        ["KCR130"] = "Format",
        ["KCR134"] = "Nullable",
        ["KCR161"] = null,
        ["KCR184"] = null,
    };

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.CreateRange(s_names.Keys);

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        var name = s_names[context.Diagnostic.Id] is AttributeProperty ? context.Property(AttributeProperty) ?? "" : s_names[context.Diagnostic.Id];
        var attribute = name is null ? context.Node<AttributeSyntax>() : context.Node<MemberDeclarationSyntax>()?.Attribute(name);
        return Task.FromResult(attribute is null
            ? null
            : new Mend($"Remove [{attribute.ShortName()}]", [Edit.Removing(context.Document, attribute)]));
    }
}
