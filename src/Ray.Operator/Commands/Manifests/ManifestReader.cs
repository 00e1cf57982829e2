using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Ray.Operator.Yaml;

namespace Ray.Operator.Commands.Manifests;

/// <summary>Reads the objects of files, YAML or JSON, as <c>kubectl apply -f</c> takes them.</summary>
internal static class ManifestReader
{
    /// <summary>The name of standard input.</summary>
    public const string StandardInput = "-";

    private static readonly string[] s_endings = [".yaml", ".yml", ".json"];

    /// <summary>Reads all objects, and tells of what is none.</summary>
    /// <param name="paths">Files, folders of manifests, or <c>-</c>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<(ImmutableArray<Manifest> Manifests, ImmutableArray<Finding> Findings)> ReadAsync(
        IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var manifests = ImmutableArray.CreateBuilder<Manifest>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var path in paths.SelectMany(FilesOf))
        {
            try
            {
                var text = path == StandardInput
                    ? await Console.In.ReadToEndAsync(cancellationToken)
                    : await File.ReadAllTextAsync(path, cancellationToken);
                Parse(path, text, manifests, findings);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                findings.Add(new(path, 1, "", $"cannot be read: {e.Message}", IsError: true));
            }
        }

        return (manifests.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>Reads the objects of a text.</summary>
    public static void Parse(
        string file, string text, ImmutableArray<Manifest>.Builder manifests, ImmutableArray<Finding>.Builder findings)
    {
        try
        {
            foreach (var document in YamlReader.ReadAll(text).SelectMany(ItemsOf))
            {
                if (YamlJson.Of(document) is JsonObject json)
                {
                    manifests.Add(new(file, document, json));
                }
                else
                {
                    findings.Add(new(file, document.Line, "", "is no object of Kubernetes; begin with apiVersion, kind and metadata", IsError: true));
                }
            }
        }
        catch (YamlFormatException e)
        {
            findings.Add(new(file, e.Line, "", $"is no YAML: {e.Message}", IsError: true));
        }
    }

    private static IEnumerable<string> FilesOf(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path).Where(file => s_endings.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal)
        : [path];

    private static IEnumerable<YamlNode> ItemsOf(YamlNode document) =>
        document is YamlMap map && map["kind"]?.Value is YamlScalar { Text: "List" } && map["items"]?.Value is YamlList list ? list.Items : [document];
}
