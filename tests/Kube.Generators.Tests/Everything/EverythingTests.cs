using System.Runtime.CompilerServices;
using Kube.CrdWriter.Reference;
using Kube.Generators.Json;
using Kube.Generators.Tests.Support;
using Kube.Generators.Yaml;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using YamlDotNet.RepresentationModel;

namespace Kube.Generators.Tests.Everything;

/// <summary>One kind with every attribute at once. Its definition is a golden file, which real API servers take in another project.</summary>
public class EverythingTests
{
    private static readonly Generation s_generation = Generation.Of(Source(), "global using System; global using System.Collections.Generic;");

    [Fact]
    public void DefinitionIsTheGoldenFile() => Golden.Equal("everything.yaml", Yaml());

    [Fact]
    public void PageIsTheGoldenFile() => Golden.Equal("everything.md", ReferencePage.Render(Manifest()));

    [Fact]
    public void EveryAttributeIsUsed()
    {
        var used = CSharpSyntaxTree.ParseText(Source(), cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<AttributeSyntax>()
            .Select(a => a.Name is GenericNameSyntax generic ? $"{generic.Identifier.ValueText}`{generic.Arity}" : a.Name.ToString()).ToHashSet();
        var all = typeof(CustomResourceAttribute).Assembly.GetExportedTypes()
            .Where(t => t.IsSubclassOf(typeof(Attribute))).Select(t => t.Name.Replace("Attribute", "", StringComparison.Ordinal)).ToList();
        Assert.True(all.Count > 30, "the attributes were not found");
        Assert.Empty(all.Except(used));
    }

    [Fact]
    public void AnotherReaderOfYamlReadsTheSame()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Yaml()));
        Assert.Equal(JsonReader.Read(s_generation.ManifestText("Demo.Everything.Everything")), Convert(yaml.Documents[0].RootNode));
    }

    private static string Yaml() => DefinitionText.Render(Manifest(), null);

    private static JsonObject Manifest()
    {
        Assert.Empty(s_generation.Result.Diagnostics);
        return (JsonObject)JsonReader.Read(s_generation.ManifestText("Demo.Everything.Everything"))!;
    }

    private static JsonValue Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => JsonObject.Of(map.Children.Select(c => new JsonMember(((YamlScalarNode)c.Key).Value!, Convert(c.Value)))),
        YamlSequenceNode list => new JsonArray(new([.. list.Children.Select(Convert)])),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: { } plain } => JsonReader.Read(plain) ?? JsonValue.Of(plain),
        YamlScalarNode scalar => JsonValue.Of(scalar.Value!),
        _ => throw new InvalidOperationException(node.ToString()),
    };

    private static string Source([CallerFilePath] string path = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "Everything.cs"));
}
