namespace Kube.Generators.Model;

/// <summary>A version, as far as its conversion is concerned.</summary>
/// <param name="Class">The C# class.</param>
/// <param name="Conversion">What the generated conversion depends on; null when there is none.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record SpokeModel(ClassModel Class, LosslessModel? Conversion, EquatableArray<Problem> Problems);

/// <summary>A conversion that is generated.</summary>
/// <param name="Hub">Class of the hub as generated code names it.</param>
/// <param name="Mapping">Type with the mapping functions, likewise.</param>
/// <param name="Annotation">Key of the annotation that keeps the rest.</param>
/// <param name="IsPublic">Whether other assemblies see both versions.</param>
internal sealed record LosslessModel(string Hub, string Mapping, string Annotation, bool IsPublic);
