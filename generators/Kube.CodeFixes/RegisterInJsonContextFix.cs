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

    private protected override Task<Mend?> FindAsync(FixContext context)
    {
        if (context.Node<TypeDeclarationSyntax>() is not { } declaration
            || context.Model.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } kind
            || ContextOf(kind) is not { } json)
        {
            return Task.FromResult<Mend?>(null);
        }

        var name = kind.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var (title, edit) = context.Diagnostic.Id == "KCR006"
            ? ($"Add {kind.Name} to {json.Name}", AttributeEdits.AddTo(
                json, $"{Namespace}.JsonSerializable(typeof({name}))", context.Document.Project.Solution, context.CancellationToken))
            : ($"Write camel case in {json.Name}", CamelCase(json, context));
        return Task.FromResult(edit is null ? null : new Mend(title, [edit]));
    }

    private static Edit? CamelCase(INamedTypeSymbol json, FixContext context)
    {
        var camelCase = SyntaxFactory.ParseExpression($"{Namespace}.JsonKnownNamingPolicy.CamelCase").WithAdditionalAnnotations(Simplifier.Annotation);
        return PolicyOf(json, context.CancellationToken) is { } policy && context.Document.Project.Solution.GetDocument(policy.SyntaxTree) is { } document
            ? Edit.Of(document, policy, _ => camelCase)
            : null;
    }

    /// <summary>The naming policy that the context asks for.</summary>
    private static ExpressionSyntax? PolicyOf(INamedTypeSymbol json, CancellationToken cancellationToken) =>
        json.GetAttributes().Where(a => a.AttributeClass?.Name == "JsonSourceGenerationOptionsAttribute")
            .Select(a => a.ApplicationSyntaxReference?.GetSyntax(cancellationToken)).OfType<AttributeSyntax>()
            .Select(a => a.NamedArgument("PropertyNamingPolicy")).FirstOrDefault()?.Expression;

    private static INamedTypeSymbol? ContextOf(INamedTypeSymbol kind) =>
        kind.GetAttributes().Where(a => a.AttributeClass?.Name == "CustomResourceAttribute")
            .SelectMany(a => a.NamedArguments).FirstOrDefault(a => a.Key == "JsonContext").Value.Value as INamedTypeSymbol;
}
