using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Kube.CodeFixes;

/// <summary>KCR005: writes a JSON context for a kind below it, and names it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CreateJsonContextFix : DiagnosticFix
{
    private const string Namespace = "global::System.Text.Json.Serialization";

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR005");

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        if (context.Node<TypeDeclarationSyntax>() is not { } kind
            || kind.Attribute("CustomResource") is not { } resource
            || resource.NamedArgument("JsonContext") is not null
            || context.Model.GetDeclaredSymbol(kind, context.CancellationToken) is not { } symbol)
        {
            return Task.FromResult<Mend?>(null);
        }

        var name = NameFor(symbol);
        Edit[] edits =
        [
            Edit.Of(context.Document, resource, r => r.WithArgument($"JsonContext = typeof({name})")),
            new(context.Document, kind.Span.End, name, editor => editor.InsertAfter(kind, Declaration(symbol, name, LineEndIn(context.Root)))),
        ];
        return Task.FromResult<Mend?>(new($"Create {name}", edits));
    }

    private static MemberDeclarationSyntax Declaration(INamedTypeSymbol kind, string name, string lineEnd)
    {
        var access = kind.DeclaredAccessibility == Accessibility.Public ? "public" : "internal";
        string[] lines =
        [
            "",
            $"/// <summary>Source-generated JSON of <see cref=\"{kind.Name}\"/>.</summary>",
            $"[{Namespace}.JsonSerializable(typeof({kind.Name}))]",
            $"{access} sealed partial class {name} : {Namespace}.JsonSerializerContext;",
            "",
        ];
        return SyntaxFactory.ParseMemberDeclaration(string.Join(lineEnd, lines))!.WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>A name that is free beside the kind.</summary>
    private static string NameFor(INamedTypeSymbol kind)
    {
        var name = kind.Name + "Json";
        while (kind.ContainingNamespace.GetMembers(name).Any())
        {
            name += "Context";
        }

        return name;
    }

    private static string LineEndIn(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end.ToString() : "\n";
}
