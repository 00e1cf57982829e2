using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Emission;

/// <summary>Prints the typed client of a kind.</summary>
internal static class ClientPrinter
{
    public static void Print(SourceProductionContext output, ClientModel resource)
    {
        var (type, identity) = (resource.Class, resource.Identity);
        var text = new ClientText(resource);
        var status = resource.HasStatus ? "\n\n" + GeneratedFile.Indent(ClientStatusMembers.Print(text)) : "";
        var scale = resource.HasScale ? "\n\n" + GeneratedFile.Indent(ClientScaleMembers.Print(text)) : "";
        var apply = resource.HasTwin ? "\n\n" + GeneratedFile.Indent(ClientApplyMembers.Print(text)) : "";
        GeneratedFile.Add(output, type, "Client", $$"""
            /// <summary>Client of the resource <c>{{identity.Plural}}.{{identity.Group}}</c> in version {{identity.Version}}.</summary>
            /// <remarks>
            /// Every method throws <see cref="global::Kube.ApiException"/> when the server refuses or cannot be reached.
            /// To change an object that was read, use <c>UpdateAsync</c> or <c>PatchAsync</c>: they leave fields alone that this version of
            /// the types does not know. <c>ReplaceAsync</c> cannot: whatever the C# class does not have is lost.
            /// </remarks>
            {{GeneratedFile.Attributes}}
            {{(type.IsPublic ? "public" : "internal")}} sealed class {{text.Client}}
            {
            {{GeneratedFile.Indent(text.Constructor)}}

            {{GeneratedFile.Indent(ClientReadMembers.Print(text))}}

            {{GeneratedFile.Indent(ClientWriteMembers.Print(text))}}{{apply}}{{status}}{{scale}}
            {{(identity.IsNamespaced ? "\n" + GeneratedFile.Indent(text.NamespaceHelpers) + "\n" : "")}}}
            """);
    }
}
