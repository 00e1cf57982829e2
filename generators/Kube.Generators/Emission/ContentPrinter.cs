using System.Collections.Immutable;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Emission;

/// <summary>Prints the classes that copy and compare objects.</summary>
internal static class ContentPrinter
{
    // Members of types that are not nullable may still be null, where JSON had null or nothing for them.
    private const string Head = "#nullable disable warnings\n";

    /// <summary>The class of one type.</summary>
    public static void Print(SourceProductionContext output, ShapeModel shape)
    {
        if (shape.IsKubernetes)
        {
            return;
        }

        GeneratedFile.Add(output, shape.Namespace, shape.HintName + ".Content", $$"""
            {{Head}}
            /// <summary>Deep copies of {{Reference(shape)}}, and comparison by content.</summary>
            {{GeneratedFile.Attributes}}
            {{(shape.IsPublic ? "public" : "internal")}} static class {{shape.Name}}Content
            {
            {{GeneratedFile.Indent(Members(shape))}}
            }
            """);
    }

    /// <summary>One class for all types of Kubernetes that the kinds of an assembly reach.</summary>
    public static void PrintKubernetes(SourceProductionContext output, ImmutableArray<ShapeModel> shapes)
    {
        if (shapes.IsEmpty)
        {
            return;
        }

        GeneratedFile.Add(output, shapes[0].Namespace, shapes[0].Namespace + ".KubernetesContent", $$"""
            {{Head}}
            /// <summary>Deep copies of the Kubernetes types that the kinds of this assembly reach, and comparison by content.</summary>
            {{GeneratedFile.Attributes}}
            internal static class KubernetesContent
            {
            {{GeneratedFile.Indent(string.Join("\n\n", shapes.Select(Members)))}}
            }
            """);
    }

    private static string Members(ShapeModel shape) => shape.IsValueType ? StructMembers(shape) : $$"""
        /// <summary>Copies an object with everything in it; what copies cannot change, such as strings, is shared.</summary>
        [return: global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(value))]
        public static {{shape.Type}}? DeepClone(this {{shape.Type}}? value) => value is null ? null : {{Construct(shape)}};

        /// <summary>
        /// Whether two objects have the same content: lists item by item, dictionaries and sets in any order. A null list is not an empty one.
        /// </summary>
        public static bool DeepEquals(this {{shape.Type}}? value, {{shape.Type}}? other) =>
            ReferenceEquals(value, other)
            || (value is not null && other is not null{{string.Concat(Comparisons(shape).Select(c => "\n        && " + c))}});
        """;

    private static string StructMembers(ShapeModel shape) => $$"""
        /// <summary>Copies a value with everything in it; what copies cannot change, such as strings, is shared.</summary>
        public static {{shape.Type}} DeepClone(this {{shape.Type}} value) => {{Construct(shape)}};

        /// <summary>
        /// Whether two values have the same content: lists item by item, dictionaries and sets in any order. A null list is not an empty one.
        /// </summary>
        public static bool DeepEquals(this {{shape.Type}} value, {{shape.Type}} other) =>
            true{{string.Concat(Comparisons(shape).Select(c => "\n    && " + c))}};
        """;

    private static string Construct(ShapeModel shape)
    {
        if (shape.Construction == Construction.Json)
        {
            return $"global::Kube.Deep.CopyJson<{shape.Type}>(value, {shape.Json})";
        }

        var isWith = shape.Construction == Construction.With;
        var members = string.Concat(shape.Members.Where(m => m.CanSet && !(isWith && ValueText.IsShared(m.Value)))
            .Select(m => $"\n    {m.Name} = {ValueText.Copy(m.Value, "value." + m.Name, shape.Json)},"));
        var head = isWith ? "value with" : $"new {shape.Type}";
        return members.Length == 0 ? head + " { }" : $"{head}\n{{{members}\n}}";
    }

    private static IEnumerable<string> Comparisons(ShapeModel shape) => shape.Construction == Construction.Json
        ? [$"global::Kube.Deep.SameJson<{shape.Type}>(value, other, {shape.Json})"]
        : shape.Members.Select(m => ValueText.Compare(m.Value, "value." + m.Name, "other." + m.Name, shape.Json));

    /// <summary>A link to the type; types with arguments have no name that documentation could link to.</summary>
    public static string Reference(ShapeModel shape) =>
        shape.Id.Contains('<') ? $"<c>{shape.Name}</c>" : $"<see cref=\"{shape.Type}\"/>";
}
