namespace Kube.Generators.Model;

/// <summary>What an object is one of: derived types that a property tells apart.</summary>
/// <param name="Discriminator">JSON name of that property.</param>
/// <param name="IsRequired">Whether every object has it; not when the base type itself may be written, which is without.</param>
/// <param name="Cases">The derived types, in the order of their attributes.</param>
internal sealed record UnionModel(string Discriminator, bool IsRequired, EquatableArray<UnionCaseModel> Cases);

/// <summary>One derived type.</summary>
/// <param name="Tag">The value that stands for it, as JSON text; null for the base type without one.</param>
/// <param name="Type">The type, with all its properties, and its own attributes without those of the base.</param>
internal sealed record UnionCaseModel(string? Tag, ObjectModel Type);
