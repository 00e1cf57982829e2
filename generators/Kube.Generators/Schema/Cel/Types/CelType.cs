namespace Kube.Generators.Schema.Cel.Types;

/// <summary>Kinds of types.</summary>
internal enum CelKind
{
    /// <summary>Could not be worked out; fits everywhere and is never reported.</summary>
    Unknown,
    Dyn,
    Null,
    Bool,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Timestamp,
    Duration,
    List,
    Map,
    Object,

    /// <summary>A type of a library, such as a quantity, and the optional type.</summary>
    Opaque,
    Type,

    /// <summary>A free variable of a signature.</summary>
    Parameter,
}

/// <summary>A type of the Common Expression Language. Objects are equal by name: each place in a schema has a type of its own.</summary>
internal sealed class CelType : IEquatable<CelType>
{
    private const string OptionalName = "optional";

    private CelType(CelKind kind, string name, params CelType[] parameters) => (Kind, Name, Parameters) = (kind, name, parameters);

    public static CelType Unknown { get; } = new(CelKind.Unknown, "unknown");

    public static CelType Dyn { get; } = new(CelKind.Dyn, "dyn");

    public static CelType Null { get; } = new(CelKind.Null, "null");

    public static CelType Bool { get; } = new(CelKind.Bool, "bool");

    public static CelType Int { get; } = new(CelKind.Int, "int");

    public static CelType Uint { get; } = new(CelKind.Uint, "uint");

    public static CelType Double { get; } = new(CelKind.Double, "double");

    public static CelType String { get; } = new(CelKind.String, "string");

    public static CelType Bytes { get; } = new(CelKind.Bytes, "bytes");

    public static CelType Timestamp { get; } = new(CelKind.Timestamp, "timestamp");

    public static CelType Duration { get; } = new(CelKind.Duration, "duration");

    public CelKind Kind { get; }

    public string Name { get; }

    public IReadOnlyList<CelType> Parameters { get; }

    /// <summary>The schema behind an object; null for other kinds.</summary>
    public CelDeclaration? Declaration { get; private init; }

    public bool IsOptional => Kind == CelKind.Opaque && Name == OptionalName;

    public bool IsLoose => Kind is CelKind.Dyn or CelKind.Unknown;

    public static CelType List(CelType items) => new(CelKind.List, "list", items);

    public static CelType Map(CelType keys, CelType values) => new(CelKind.Map, "map", keys, values);

    public static CelType Optional(CelType value) => new(CelKind.Opaque, OptionalName, value);

    public static CelType TypeOf(CelType type) => new(CelKind.Type, "type", type);

    public static CelType Opaque(string name) => new(CelKind.Opaque, name);

    public static CelType Parameter(string name) => new(CelKind.Parameter, name);

    public static CelType Object(string name, CelDeclaration declaration) => new(CelKind.Object, name) { Declaration = declaration };

    /// <summary>The same type with other parameters.</summary>
    public CelType With(IEnumerable<CelType> parameters) => new(Kind, Name, [.. parameters]) { Declaration = Declaration };

    public bool Equals(CelType? other) =>
        other is not null && Kind == other.Kind && Name == other.Name && Parameters.SequenceEqual(other.Parameters);

    public override bool Equals(object? obj) => obj is CelType other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Kind switch
    {
        CelKind.Object => "object",
        CelKind.Parameter => "dyn",
        _ => Parameters.Count == 0 ? Name : $"{Name}<{string.Join(", ", Parameters)}>",
    };
}
