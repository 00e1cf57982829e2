using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Emission;

/// <summary>Prints the typed client of a kind.</summary>
internal static class ClientPrinter
{
    public static void Print(SourceProductionContext output, ResourceModel resource)
    {
        var (type, identity) = (resource.Class, resource.Identity);
        var text = new ClientText(resource);
        var status = resource.HasStatus ? "\n\n" + Indent(ClientStatusMembers.Print(text)) : "";
        GeneratedFile.Add(output, type, "Client", $$"""
            /// <summary>Client of the resource <c>{{identity.Plural}}.{{identity.Group}}</c> in version {{identity.Version}}.</summary>
            /// <remarks>
            /// Every method throws <see cref="global::Kube.ApiException"/> when the server refuses or cannot be reached.
            /// To change an object that was read, use <c>UpdateAsync</c> or <c>PatchAsync</c>: they leave fields alone that this version of
            /// the types does not know. <c>ReplaceAsync</c> cannot: whatever the C# class does not have is lost.
            /// </remarks>
            [global::System.CodeDom.Compiler.GeneratedCode("Kube.Generators", null)]
            {{(type.IsPublic ? "public" : "internal")}} sealed class {{text.Client}}
            {
            {{Indent(text.Constructor)}}

            {{Indent(ClientReadMembers.Print(text))}}

            {{Indent(ClientWriteMembers.Print(text))}}{{status}}
            {{(identity.IsNamespaced ? "\n" + Indent(ClientText.NamespaceHelpers(type.Name)) + "\n" : "")}}}
            """);
    }

    private static string Indent(string text) =>
        string.Join("\n", text.Replace("\r\n", "\n").Split('\n').Select(l => l.Length == 0 ? l : "    " + l.TrimEnd()));
}
