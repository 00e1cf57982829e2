using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.CodeFixes;

/// <summary>KCR158, KCR160 and KCR162: bounds the lists, dictionaries and texts that an expensive rule is about, wherever they are declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddBoundsFix : DiagnosticFix
{
    /// <summary>The generator puts the properties here.</summary>
    private const string Unbounded = nameof(Unbounded);

    /// <summary>Behind a property: its items lack a bound.</summary>
    private const string ItemsSuffix = "[]";

    /// <summary>Room for most lists and names, and far below what makes rules expensive. The author knows better.</summary>
    private const string Length = "64";

    private static readonly string[] s_bounds = ["MaxLength", "Length", "StringLength"];

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR158", "KCR160", "KCR162");

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        var (edits, names) = (new List<Edit>(), new List<string>());
        foreach (var target in context.Property(Unbounded)?.Split(';') ?? [])
        {
            var isItems = target.EndsWith(ItemsSuffix, StringComparison.Ordinal);
            var name = isItems ? target.Substring(0, target.Length - ItemsSuffix.Length) : target;
            if (Find(context.Model.Compilation, name, context.CancellationToken) is { } property
                && context.Document.Project.Solution.GetDocument(property.SyntaxTree) is { } document
                && EditOf(document, property, isItems) is { } edit)
            {
                edits.Add(edit);
                names.Add(property.Identifier.ValueText + (isItems ? ItemsSuffix : ""));
            }
        }

        return Task.FromResult(edits.Count == 0 ? null : new Mend($"Bound {string.Join(", ", names)} at {Length}", edits));
    }

    private static PropertyDeclarationSyntax? Find(Compilation compilation, string target, CancellationToken cancellationToken)
    {
        var dot = target.LastIndexOf('.');
        var type = TypeOf(compilation, target.Substring(0, dot));
        return type?.GetMembers(target.Substring(dot + 1)).OfType<IPropertySymbol>()
            .SelectMany(p => p.DeclaringSyntaxReferences).Select(r => r.GetSyntax(cancellationToken)).OfType<PropertyDeclarationSyntax>().FirstOrDefault();
    }

    /// <summary>A type by its full name, in which containing types end with a dot; its type arguments do not matter here.</summary>
    private static INamedTypeSymbol? TypeOf(Compilation compilation, string name)
    {
        var arguments = name.IndexOf('<');
        INamespaceOrTypeSymbol? found = compilation.GlobalNamespace;
        foreach (var part in (arguments < 0 ? name : name.Substring(0, arguments)).Split('.'))
        {
            found = found?.GetMembers(part).OfType<INamespaceOrTypeSymbol>().FirstOrDefault();
        }

        return found as INamedTypeSymbol;
    }

    private static Edit? EditOf(Document document, PropertyDeclarationSyntax property, bool isItems)
    {
        const string Items = nameof(Items);
        const string MaxLength = $"global::System.ComponentModel.DataAnnotations.MaxLength({Length})";
        return !isItems
            ? property.AttributeLists.SelectMany(l => l.Attributes).Any(a => s_bounds.Contains(a.ShortName()))
                ? null
                : Edit.Of(document, property, p => p.WithAttribute(MaxLength), MaxLength)
            : property.Attribute(Items) is not { } items
            ? Edit.Of(document, property, p => p.WithAttribute($"global::Kube.Items(MaxLength = {Length})"), Items)
            : items.NamedArgument("MaxLength") is null
            ? Edit.Of(document, items, a => a.WithArgument($"MaxLength = {Length}"), Items)
            : null;
    }
}
