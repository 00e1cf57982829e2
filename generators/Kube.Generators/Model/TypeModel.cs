namespace Kube.Generators.Model;

/// <summary>The type of a property, an item or a value, as JSON sees it.</summary>
internal abstract record TypeModel;

/// <summary>A type without parts.</summary>
internal sealed record ScalarModel(ScalarKind Kind) : TypeModel;

/// <summary>A C# enum that is written as text.</summary>
/// <param name="Names">JSON names of the members, in the order of declaration.</param>
internal sealed record EnumModel(EquatableArray<string> Names) : TypeModel;

/// <summary>A list.</summary>
/// <param name="Items">Type of the items.</param>
/// <param name="IsSet">Whether the C# type is a set.</param>
internal sealed record ListModel(TypeModel Items, bool IsSet) : TypeModel
{
    /// <summary>Whether an item may be null. Unlike properties without a value, such items are written.</summary>
    public bool HasNulls { get; init; }
}

/// <summary>A dictionary. Its keys are texts in JSON, whatever they are in C#.</summary>
/// <param name="Values">Type of the values.</param>
internal sealed record MapModel(TypeModel Values) : TypeModel
{
    /// <summary>Whether a value may be null. Unlike properties without a value, such entries are written.</summary>
    public bool HasNulls { get; init; }
}

/// <summary>An object; its properties are in the <see cref="ObjectModel"/> of the same id.</summary>
/// <param name="Id">Full name of the C# type.</param>
internal sealed record ObjectReference(string Id) : TypeModel;

/// <summary>A value of which the schema was stated, because its C# type does not tell it.</summary>
/// <param name="Json">The schema as JSON text.</param>
/// <param name="Target">Where problems of it are shown.</param>
internal sealed record StatedModel(string Json, string Target) : TypeModel;
