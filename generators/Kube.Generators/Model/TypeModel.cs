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
internal sealed record ListModel(TypeModel Items, bool IsSet) : TypeModel;

/// <summary>A dictionary with text keys.</summary>
/// <param name="Values">Type of the values.</param>
internal sealed record MapModel(TypeModel Values) : TypeModel;

/// <summary>An object; its properties are in the <see cref="ObjectModel"/> of the same id.</summary>
/// <param name="Id">Full name of the C# type.</param>
internal sealed record ObjectReference(string Id) : TypeModel;
