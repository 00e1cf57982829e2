using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Kube.CodeFixes;

/// <summary>KCR006 and KCR007: tells the JSON context of a kind about the kind, and to write camel case.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RegisterInJsonContextFix : DiagnosticFix
{
    private const string Namespace = "global::System.Text.Json.Serialization";

    /// <inheritdoc/>
    protected override ImmutableArray<string> Ids { get; } = ImmutableArray.Create("KCR006", "KCR007");

    private protected override async Task<Mend?> FindAsync(FixContext context)
    {
        var model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (context.Node<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } kind
            || ContextOf(kind) is not { } json)
        {
            return null;
        }

        var solution = context.Document.Project.Solution;
        var name = kind.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return context.Diagnostic.Id == "KCR006"
            ? AttributeEdits.AddTo(json, $"Add {kind.Name} to {json.Name}", $"{Namespace}.JsonSerializable(typeof({name}))", solution)
            : PolicyOf(json, context.CancellationToken) is { } policy && solution.GetDocument(policy.SyntaxTree) is { } document
            ? new($"Write camel case in {json.Name}", cancellationToken => WithCamelCaseAsync(document, policy, cancellationToken))
            : null;
    }

    private static async Task<Solution> WithCamelCaseAsync(Document document, ExpressionSyntax policy, CancellationToken cancellationToken)
    {
        var root = await policy.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var camelCase = SyntaxFactory.ParseExpression($"{Namespace}.JsonKnownNamingPolicy.CamelCase").WithAdditionalAnnotations(Simplifier.Annotation);
        return document.WithSyntaxRoot(root.ReplaceNode(policy, camelCase)).Project.Solution;
    }

    /// <summary>The naming policy that the context asks for.</summary>
    private static ExpressionSyntax? PolicyOf(INamedTypeSymbol json, CancellationToken cancellationToken) =>
        json.GetAttributes().Where(a => a.AttributeClass?.Name == "JsonSourceGenerationOptionsAttribute")
            .Select(a => a.ApplicationSyntaxReference?.GetSyntax(cancellationToken)).OfType<AttributeSyntax>()
            .SelectMany(a => (IEnumerable<AttributeArgumentSyntax>?)a.ArgumentList?.Arguments ?? [])
            .FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "PropertyNamingPolicy")?.Expression;

    private static INamedTypeSymbol? ContextOf(INamedTypeSymbol kind) =>
        kind.GetAttributes().Where(a => a.AttributeClass?.Name == "CustomResourceAttribute")
            .SelectMany(a => a.NamedArguments).FirstOrDefault(a => a.Key == "JsonContext").Value.Value as INamedTypeSymbol;
}
