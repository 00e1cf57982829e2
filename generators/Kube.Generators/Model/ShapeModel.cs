namespace Kube.Generators.Model;

/// <summary>
/// A type as the code sees it that copies, compares and writes its objects. Knows no documentation, so that an edited comment prints none of
/// that code again.
/// </summary>
/// <param name="Id">Full name of the type, with type arguments.</param>
/// <param name="Namespace">Namespace of what is generated for the type; empty for the global one.</param>
/// <param name="Name">Identifier that the names of generated types begin with.</param>
internal sealed record ShapeModel(string Id, string Namespace, string Name)
{
    public required Construction Construction { get; init; }

    public required bool IsPublic { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>Whether the type is one of <c>k8s.Models</c>.</summary>
    public required bool IsKubernetes { get; init; }

    /// <summary>Set when the type is a kind.</summary>
    public IdentityModel? Kind { get; init; }

    /// <summary>C# expression of the source-generated JSON that knows the type.</summary>
    public required string Json { get; init; }

    public required EquatableArray<MemberModel> Members { get; init; }

    /// <summary>Full C# name.</summary>
    public required string Type { get; init; }

    /// <summary>What tells the type apart from all others: kinds that share a type share what is generated for it in one namespace.</summary>
    public string Key => Kind is null ? $"{Id} {Namespace}" : Id;

    /// <summary>Whether only this type can have its name: it is neither nested, generic nor from elsewhere.</summary>
    public required bool HasOwnName { get; init; }

    /// <summary>Tells the files of types apart whose names differ in case only; empty for nearly all.</summary>
    public string FileSuffix { get; init; } = "";

    /// <summary>Name of the generated files of the type.</summary>
    public string HintName => Beside("").Replace("@", "") + FileSuffix;

    /// <summary>Full name of a generated type beside it.</summary>
    public string Beside(string suffix) => Namespace.Length == 0 ? Name + suffix : $"{Namespace}.{Name}{suffix}";
}

/// <summary>How a copy of an object is made.</summary>
internal enum Construction
{
    /// <summary>By a <c>with</c> expression: records and structs.</summary>
    With,

    /// <summary>By an object initialiser: classes with a public constructor without parameters.</summary>
    Initialiser,

    /// <summary>By way of JSON: everything else.</summary>
    Json,
}

/// <summary>A property with a public getter.</summary>
/// <param name="Name">C# name.</param>
/// <param name="JsonName">Name in JSON; null when it is never written.</param>
/// <param name="Value">Its value.</param>
internal sealed record MemberModel(string Name, string? JsonName, ValueShape Value)
{
    /// <summary>Whether an initialiser may set it.</summary>
    public required bool CanSet { get; init; }

    /// <summary>Whether everybody may see it in the twin.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>C# name in the twin, which has members of its own.</summary>
    public required string TwinName { get; init; }

    /// <summary>What documentation calls the property; null when it has no name there, as in types with type arguments.</summary>
    public string? Reference { get; init; }

    /// <summary>Full name of the <c>JsonConverter</c> of the property; null for none.</summary>
    public string? Converter { get; init; }
}

/// <summary>What a value is made of.</summary>
/// <param name="Type">Full C# type, not nullable.</param>
/// <param name="IsNullableValue">Whether the property's type is <c>Nullable&lt;T&gt;</c> of it.</param>
internal abstract record ValueShape(string Type, bool IsNullableValue)
{
    /// <summary>Whether a twin takes the place of the type, or of a part of it, in what server-side apply sends.</summary>
    public abstract bool HasTwin { get; }
}

/// <summary>A value that never changes, so that copies share it.</summary>
/// <param name="Type">Full C# type.</param>
/// <param name="IsNullableValue">Whether it is nullable.</param>
/// <param name="HasOperator">Whether <c>==</c> compares its content.</param>
internal sealed record PlainShape(string Type, bool IsNullableValue, bool HasOperator) : ValueShape(Type, IsNullableValue)
{
    public override bool HasTwin => false;
}

/// <summary>A value that is copied and compared by a helper that overloads know: bytes, JSON, quantities.</summary>
/// <param name="Type">Full C# type.</param>
/// <param name="IsNullableValue">Whether it is nullable.</param>
/// <param name="IsImmutable">Whether copies may share it.</param>
internal sealed record HelpedShape(string Type, bool IsNullableValue, bool IsImmutable) : ValueShape(Type, IsNullableValue)
{
    public override bool HasTwin => false;
}

/// <summary>A value that only its JSON tells of, such as an abstract type.</summary>
/// <param name="Type">Full C# type.</param>
internal sealed record JsonShape(string Type) : ValueShape(Type, false)
{
    public override bool HasTwin => false;
}

/// <summary>A value that only the converter of its property can write and read.</summary>
/// <param name="Type">Full C# type.</param>
/// <param name="IsNullableValue">Whether it is a nullable struct.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Converter">Full C# type of the converter.</param>
internal sealed record ConvertedShape(string Type, bool IsNullableValue, bool IsValueType, string Converter) : ValueShape(Type, IsNullableValue)
{
    public override bool HasTwin => false;
}

/// <summary>A list, an array or a set.</summary>
/// <param name="Type">Full C# type.</param>
/// <param name="Items">Its items.</param>
/// <param name="IsSet">Whether the order of its items does not count.</param>
/// <param name="Copying">How it is copied.</param>
internal sealed record ListShape(string Type, ValueShape Items, bool IsSet, Copying Copying) : ValueShape(Type, false)
{
    public override bool HasTwin => Items.HasTwin;
}

/// <summary>A dictionary.</summary>
/// <param name="Type">Full C# type.</param>
/// <param name="Key">Full C# type of the keys.</param>
/// <param name="Values">Its values.</param>
/// <param name="Copying">How it is copied.</param>
internal sealed record MapShape(string Type, string Key, ValueShape Values, Copying Copying) : ValueShape(Type, false)
{
    public const string TextKey = "string";

    public override bool HasTwin => Values.HasTwin;
}

/// <summary>How a collection is copied.</summary>
internal enum Copying
{
    /// <summary>By way of JSON: for collections that cannot be made otherwise.</summary>
    Json,

    /// <summary>Not at all, if the items are shared: it never changes.</summary>
    Sharing,

    /// <summary>By a constructor that takes a list, or a dictionary.</summary>
    Constructor,

    List,
    Array,
    Set,
    Map,
}

/// <summary>An object with a <see cref="ShapeModel"/> of its own.</summary>
/// <param name="Key"><see cref="ShapeModel.Key"/> of the type.</param>
/// <param name="Type">Full C# type.</param>
/// <param name="IsNullableValue">Whether it is a nullable struct.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Content">Full name of the class that copies and compares it.</param>
/// <param name="Twin">Full name of what server-side apply sends; null for types of Kubernetes, whose members are all nullable already.</param>
internal sealed record ObjectShape(string Key, string Type, bool IsNullableValue, bool IsValueType, string Content, string? Twin)
    : ValueShape(Type, IsNullableValue)
{
    public override bool HasTwin => Twin is not null;
}
