using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Definitions;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Emission;

/// <summary>
/// Prints the CustomResourceDefinition into the class of the stored version; classes of other versions point to it. A build tool finds the
/// data in the compiled assembly and writes it as YAML, so its form here is a contract: a property that returns one UTF-8 literal.
/// </summary>
internal static class DefinitionPrinter
{
    public static void Print(SourceProductionContext output, Definition definition)
    {
        if (definition.Manifest is null)
        {
            return;
        }

        var carrier = definition.Classes[0];
        Print(output, carrier, "\n        " + Literal.Utf8(JsonPrinter.Print(definition.Manifest), "        "));
        foreach (var other in definition.Classes.Skip(1))
        {
            Print(output, other, $" global::{carrier.FullName}.CustomResourceDefinition");
        }
    }

    private static void Print(SourceProductionContext output, ClassModel type, string value) =>
        GeneratedFile.Add(output, type, "CustomResourceDefinition", $$"""
            partial {{type.Keyword}} {{type.Name}}
            {
                /// <summary>
                /// The CustomResourceDefinition of the kind, with all its versions, as UTF-8 JSON: what <c>kubectl apply</c> installs.
                /// </summary>
                public static global::System.ReadOnlySpan<byte> CustomResourceDefinition =>{{value}};
            }
            """);
}
