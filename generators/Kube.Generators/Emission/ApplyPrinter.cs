using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Emission;

/// <summary>Prints the twin of a type of which every member may be left unset: what server-side apply sends.</summary>
internal static class ApplyPrinter
{
    public static void Print(SourceProductionContext output, ShapeModel shape)
    {
        if (shape.IsKubernetes)
        {
            return;
        }

        var name = shape.Name + "Apply";
        var members = shape.Members.Where(m => m.JsonName is not null && !(shape.Kind is not null && IsIdentity(m))).ToList();
        var contract = shape.Kind is null ? "global::Kube.IApplyValue" : $"global::Kube.IApplyConfiguration<{shape.Type}>";
        var head = shape.Kind is { } kind ? Constructors(name, kind) + "\n\n" : "";
        GeneratedFile.Add(output, shape.Namespace, shape.HintName + ".Apply", $$"""
            /// <summary>What server-side apply sends of {{ContentPrinter.Reference(shape)}}: the members that are set, and no others.</summary>
            {{GeneratedFile.Attributes}}
            {{(shape.IsPublic ? "public" : "internal")}} sealed record {{name}} : {{contract}}
            {
            {{GeneratedFile.Indent(head + string.Join("\n\n", members.Select(m => Property(shape, m))))}}

            {{GeneratedFile.Indent(Writer(shape, members))}}
            }
            """);
    }

    private static string Constructors(string name, IdentityModel kind) => kind.IsNamespaced
        ? $$"""
            /// <summary>Begins with nothing set.</summary>
            public {{name}}()
            {
            }

            /// <summary>Begins with the name of the object.</summary>
            /// <param name="name">Name of the object.</param>
            /// <param name="namespace">Its namespace; null means the default one of the client.</param>
            public {{name}}(string name, string? @namespace = null) =>
                Metadata = new global::k8s.Models.V1ObjectMeta { Name = name, NamespaceProperty = @namespace! };
            """
        : $$"""
            /// <summary>Begins with nothing set.</summary>
            public {{name}}()
            {
            }

            /// <summary>Begins with the name of the object.</summary>
            /// <param name="name">Name of the object.</param>
            public {{name}}(string name) => Metadata = new global::k8s.Models.V1ObjectMeta { Name = name };
            """;

    private static string Property(ShapeModel shape, MemberModel member)
    {
        var documentation = member.Reference is null
            ? $"/// <summary>The member <c>{member.JsonName}</c>; null leaves it alone.</summary>"
            : $"/// <inheritdoc cref=\"{member.Reference}\"/>";
        return shape.Kind is not null && IsMetadata(member)
            ? "/// <summary>Name, namespace, labels, annotations and the like; what the server owns is not sent.</summary>\n"
                + "public global::k8s.Models.V1ObjectMeta Metadata { get; set; } = new();"
            : $"{documentation}\n{(member.IsPublic ? "public" : "internal")} {ValueText.TwinType(member.Value)}? {member.TwinName} {{ get; set; }}";
    }

    private static string Writer(ShapeModel shape, IEnumerable<MemberModel> members)
    {
        var identity = shape.Kind is { } kind
            ? $"\n    writer.WriteString(\"apiVersion\"u8, {Literal.Of($"{kind.Group}/{kind.Version}")}u8);\n    writer.WriteString(\"kind\"u8, {Literal.Of(kind.Kind)}u8);"
            : "";
        var body = members.Select(m => "\n    " + (shape.Kind is not null && IsMetadata(m)
            ? $"global::Kube.ApplyJson.WriteMetadata(writer, Metadata, {shape.Json});"
            : ValueText.Write(m, shape.Json)));
        return $$"""
            /// <summary>Writes the members that are set as one JSON object.</summary>
            /// <param name="writer">Receives the object.</param>
            public void WriteTo(global::System.Text.Json.Utf8JsonWriter writer)
            {
                global::System.ArgumentNullException.ThrowIfNull(writer);
                writer.WriteStartObject();
            """ + identity + string.Concat(body) + "\n    writer.WriteEndObject();\n}";
    }

    private static bool IsIdentity(MemberModel member) => member.JsonName is "apiVersion" or "kind";

    private static bool IsMetadata(MemberModel member) => member.JsonName == "metadata";
}
