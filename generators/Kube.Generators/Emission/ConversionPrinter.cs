using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Emission;

/// <summary>Prints the conversion between a version and its hub.</summary>
internal static class ConversionPrinter
{
    public static void Print(SourceProductionContext output, SpokeModel spoke)
    {
        if (spoke.Conversion is not { } conversion)
        {
            return;
        }

        var type = $"global::Kube.LosslessConversion<{spoke.Class.Name}, {conversion.Hub}>";
        GeneratedFile.Add(output, spoke.Class, "Conversion", $$"""
            partial {{spoke.Class.Keyword}} {{spoke.Class.Name}}
            {
                /// <summary>
                /// Converts to and from the hub, <see cref="{{conversion.Hub}}"/>. What one of them cannot say is kept in its annotation
                /// <c>{{conversion.Annotation}}</c>, and put back unless it was edited since.
                /// </summary>
                {{(conversion.IsPublic ? "public" : "internal")}} static {{type}} Conversion => HubConversion.Instance;

                // A class of its own is initialised on first use: in which order the parts of a class are is not defined.
                private static class HubConversion
                {
                    public static {{type}} Instance { get; } = new(
                        {{spoke.Class.Name}}.ResourceType,
                        {{conversion.Hub}}.ResourceType,
                        {{conversion.Mapping}}.ToHub,
                        {{conversion.Mapping}}.FromHub,
                        {{Literal.Of(conversion.Annotation)}});
                }
            }
            """);
    }
}
