using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Emission;

/// <summary>Prints the class that holds the fields by which the server can select objects of a kind.</summary>
internal static class FieldsPrinter
{
    public static void Print(SourceProductionContext output, ClientModel client)
    {
        if (!client.HasTwin)
        {
            return;
        }

        GeneratedFile.Add(output, client.Class, "Fields", $$"""
            /// <summary>
            /// The fields by which the server selects objects of <see cref="{{client.Class.Name}}"/>; it knows no others.
            /// </summary>{{Remark(client)}}
            {{GeneratedFile.Attributes}}
            {{(client.Class.IsPublic ? "public" : "internal")}} static class {{client.Class.Name}}Fields
            {
            {{GeneratedFile.Indent(string.Join("\n\n", client.Fields.Select(Property)))}}
            }
            """);
    }

    private static string Remark(ClientModel client) => client.Fields.All(f => f.Path.StartsWith("metadata.", StringComparison.Ordinal))
        ? ""
        : "\n/// <remarks>Servers before Kubernetes 1.31 know name and namespace alone.</remarks>";

    private static string Property(FieldModel field) => $$"""
        /// <summary>The field <c>{{field.Path}}</c>.</summary>
        public static global::Kube.SelectableField<{{field.Type}}> {{field.Name}} { get; } = new({{Literal.Of(field.Path)}});
        """;
}
