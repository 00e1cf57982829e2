using Kube.Generators.Json;
using Kube.Generators.Parsing.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators.Parsing.Initialisers;

/// <summary>Reads <c>new</c>: of collections, of objects whose members are set to constants, and of types that wrap one text.</summary>
internal sealed class CreationReader(ConstantReader constants)
{
    /// <summary>Types that are made of a text and written as that text.</summary>
    private static readonly HashSet<string> s_texts =
        new(StringComparer.Ordinal) { "System.Uri", "System.Guid", "System.Version", KnownNames.Quantity };

    /// <summary>The value; null when only running code knows it.</summary>
    public JsonValue? Read(BaseObjectCreationExpressionSyntax creation, ITypeSymbol type)
    {
        type = constants.TypeOf(creation) ?? type;
        var arguments = creation.ArgumentList?.Arguments.ToArray() ?? [];
        var elements = creation.Initializer?.Expressions.ToArray() ?? [];
        return ConstantReader.EmptyOf(type) is { } empty
            ? !arguments.All(a => IsAboutStorage(a, type)) ? null : elements.Length == 0 ? empty : ReadCollection(elements, type)
            : s_texts.Contains(type.FullName()) ? ReadText(arguments, elements)
            : type is INamedTypeSymbol named && IsPlainObject(named) ? ReadObject(creation, arguments, elements, named)
            : null;
    }

    /// <summary>A capacity or a comparer: what a collection holds does not depend on it.</summary>
    private bool IsAboutStorage(ArgumentSyntax argument, ITypeSymbol collection) => constants.TypeOf(argument.Expression) is { } type
        && collection.ContainingNamespace?.FullName() != "System.Text.Json.Nodes"
        && (type.SpecialType == SpecialType.System_Int32 || type.AllInterfaces.Any(i => i.Name is "IComparer" or "IEqualityComparer"));

    private JsonValue? ReadCollection(ExpressionSyntax[] elements, ITypeSymbol type)
    {
        if (Collections.EntriesOf(type) is not { } map)
        {
            return constants.ReadList(elements, type);
        }

        var members = elements.Select(e => ReadEntry(e, map.Value)).OfType<JsonMember>().ToList();
        return members.Count == elements.Length ? JsonObject.Of(members) : null;
    }

    /// <summary><c>["key"] = value</c> or <c>{ "key", value }</c>.</summary>
    private JsonMember? ReadEntry(ExpressionSyntax element, ITypeSymbol valueType)
    {
        var (key, value) = element switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var index] }, Right: var right } =>
                (index.Expression, right),
            InitializerExpressionSyntax { Expressions: [var first, var second] } => (first, second),
            _ => (null, null),
        };
        return key is not null && constants.TypeOf(key) is { } keyType && NameOf(constants.Read(key, keyType)) is { } name
            && constants.Read(value!, valueType) is { } read ? new(name, read) : null;
    }

    /// <summary>A constant as a key is written.</summary>
    private static string? NameOf(JsonValue? key) => key switch
    {
        JsonString text => text.Value,
        JsonNumber number => number.Text,
        _ => null,
    };

    private JsonString? ReadText(ArgumentSyntax[] arguments, ExpressionSyntax[] elements) =>
        arguments.Length == 1 && elements.Length == 0 && constants.TypeOf(arguments[0].Expression) is { } type
            ? constants.Read(arguments[0].Expression, type) as JsonString
            : null;

    private static bool IsPlainObject(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, IsTupleType: false }
        && !type.Has(KnownNames.JsonConverter)
        && !UnionParser.IsUnion(type)
        && !type.IsOfSystem();

    private JsonObject? ReadObject(
        BaseObjectCreationExpressionSyntax creation, ArgumentSyntax[] arguments, ExpressionSyntax[] elements, INamedTypeSymbol type)
    {
        var constructor = constants.SymbolOf(creation) as IMethodSymbol ?? OnlyConstructor(type, arguments.Length);
        if (constructor is null || !IsTransparent(constructor))
        {
            return null;
        }

        var members = new List<JsonMember>();
        var isCertain = arguments.Select((a, i) => ParameterOf(a, i, constructor))
                .All(p => p.Parameter is not null && PropertyOf(p.Parameter.Name, type) is { } property
                    && TryAdd(members, property, p.Argument.Expression))
            && elements.All(e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: var value }
                && PropertyOf(name.Identifier.ValueText, type) is { } property && TryAdd(members, property, value));
        return isCertain ? JsonObject.Of(members) : null;
    }

    /// <summary>
    /// The oldest compiler that loads the generator does not say which constructor a <c>new()</c> in a list calls. When only one takes so many
    /// arguments, it is that one.
    /// </summary>
    private static IMethodSymbol? OnlyConstructor(INamedTypeSymbol type, int arguments)
    {
        var fitting = type.InstanceConstructors.Where(c => c.Parameters.Length >= arguments && c.Parameters.Skip(arguments).All(p => p.IsOptional)
            && !(c.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, type))).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>Whether a constructor does no more than to set its parameters: that of a positional record, and an empty one.</summary>
    private static bool IsTransparent(IMethodSymbol constructor) =>
        constructor.IsImplicitlyDeclared
        || constructor.DeclaringSyntaxReferences.Length == 0
        || constructor.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).All(s => s switch
        {
            RecordDeclarationSyntax => true,
            ConstructorDeclarationSyntax { Body.Statements.Count: 0, Initializer: null } => true,
            TypeDeclarationSyntax => constructor.Parameters.Length == 0,
            _ => false,
        });

    private static (IParameterSymbol? Parameter, ArgumentSyntax Argument) ParameterOf(
        ArgumentSyntax argument, int index, IMethodSymbol constructor) =>
        (argument.NameColon is { } name ? constructor.Parameters.FirstOrDefault(p => p.Name == name.Name.Identifier.ValueText)
            : constructor.Parameters.ElementAtOrDefault(index), argument);

    private TypeMember? PropertyOf(string name, INamedTypeSymbol type) =>
        TypeMembers.Of(type, constants.Context).FirstOrDefault(p => p.Name == name);

    /// <summary>Adds a member, unless it is never written; false when its value is not certain.</summary>
    private bool TryAdd(List<JsonMember> members, TypeMember property, ExpressionSyntax value)
    {
        var read = property.IsInSchema ? constants.Read(value, property) : new JsonNull();
        if (read is not (null or JsonNull))
        {
            members.Add(new(property.JsonName, read));
        }

        return read is not null;
    }
}
