using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators.Parsing;

/// <summary>Reads one class with <c>[CustomResource]</c>. Nothing that it returns holds on to a symbol.</summary>
internal static class ResourceParser
{
    public static ParsedResource Parse(GeneratorAttributeSyntaxContext syntax, CancellationToken cancellationToken)
    {
        var kind = (INamedTypeSymbol)syntax.TargetSymbol;
        var context = new ParseContext(kind.FullName(), cancellationToken) { Compilation = syntax.SemanticModel.Compilation };
        context.Locate(context.Root, ((TypeDeclarationSyntax)syntax.TargetNode).Identifier.GetLocation());

        var identity = IdentityParser.Parse(kind, syntax.Attributes[0], context);
        var json = JsonContextParser.Parse(kind, syntax.Attributes[0], context);
        if (!HasUsableShape(kind, (TypeDeclarationSyntax)syntax.TargetNode, context) || identity is null || json is null)
        {
            return context.Finish(null);
        }

        var types = new TypeParser(context);
        types.AddKind(kind);
        var columns = PrinterColumnParser.Parse(kind, context);
        return context.Finish(new()
        {
            Identity = identity,
            Class = ClassOf(kind),
            JsonTypeInfo = json,
            IsStorage = IsTrueByDefault(syntax.Attributes[0], "Storage"),
            IsServed = IsTrueByDefault(syntax.Attributes[0], "Served"),
            HasStatus = HasStatus(kind, types.Objects),
            PrinterColumns = columns,
            AllowedChanges = AllowedChangeParser.Parse(kind, context),
            Deprecation = DefinitionParser.Deprecation(kind),
            Definition = DefinitionParser.Parse(kind, context),
            Hub = HubParser.Parse(kind, context),
            IsComplete = !context.HasErrors,
            Types = types.Objects,
            Shapes = new ShapeParser(kind, identity, JsonContextParser.ContextOf(syntax.Attributes[0]), syntax.SemanticModel.Compilation, context).Parse(),
        });
    }

    private static bool HasStatus(INamedTypeSymbol kind, IEnumerable<ObjectModel> types) =>
        types.First(type => type.Id == kind.FullName()).Properties.Any(p => p is { JsonName: "status", Type: ObjectReference });

    private static bool HasUsableShape(INamedTypeSymbol kind, TypeDeclarationSyntax declaration, ParseContext context)
    {
        if (kind.ContainingType is not null || kind.IsGenericType || kind.IsAbstract || kind.IsStatic)
        {
            context.Report(DiagnosticIds.KindShape, context.Root, kind.Name);
            return false;
        }

        if (!declaration.Modifiers.Any(m => m.ValueText == "partial"))
        {
            context.Report(DiagnosticIds.NotPartial, context.Root, kind.Name);
            return false;
        }

        if (!kind.AllInterfaces.Any(i => i.FullName() == KnownNames.KubernetesObject))
        {
            context.Report(DiagnosticIds.NoMetadata, context.Root, kind.Name);
            return false;
        }

        return true;
    }

    private static ClassModel ClassOf(INamedTypeSymbol kind) => new(
        kind.ContainingNamespace.IsGlobalNamespace ? "" : kind.ContainingNamespace.FullName(),
        kind.Name,
        kind.IsRecord ? "record" : "class",
        kind.DeclaredAccessibility == Accessibility.Public);

    private static bool IsTrueByDefault(AttributeData attribute, string name) => attribute.Named<bool?>(name) ?? true;
}
