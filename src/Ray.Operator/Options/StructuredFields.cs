using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;
using Kube;
using Ray.Operator.Yaml;

namespace Ray.Operator.Options;

/// <summary>The fields of the configuration file that are more than a text: what the installation adds to all pods.</summary>
internal static class StructuredFields
{
    private static readonly Dictionary<string, (string Meaning, Func<OperatorSettings, YamlNode, OperatorSettings> Apply)> s_fields =
        new(StringComparer.Ordinal)
        {
            ["headSidecarContainers"] = ("Containers added to every head pod, after all others.",
                (s, node) => s with { HeadSidecarContainers = Containers(node) }),
            ["workerSidecarContainers"] = ("Containers added to every worker pod, after all others.",
                (s, node) => s with { WorkerSidecarContainers = Containers(node) }),
            ["defaultContainerEnvs"] = ("Environment variables of every Ray container that does not set them.",
                (s, node) => s with { DefaultContainerEnvironment = Variables(node) }),
            ["defaultPodLabels"] = ("Labels of every pod that does not have them.",
                (s, node) => s with { DefaultPodLabels = Labels(node) }),
            ["defaultPodAnnotations"] = ("Annotations of every pod that does not have them.",
                (s, node) => s with { DefaultPodAnnotations = Texts(node) }),
        };

    /// <summary>Names and meanings.</summary>
    public static IEnumerable<(string Field, string Meaning)> All => s_fields.Select(pair => (pair.Key, pair.Value.Meaning));

    /// <summary>Whether a field is one of these.</summary>
    public static bool Has(string field) => s_fields.ContainsKey(field);

    /// <summary>Puts a field into the settings.</summary>
    /// <exception cref="YamlFormatException">The value is not of the form of the field.</exception>
    public static OperatorSettings Apply(OperatorSettings settings, string field, YamlNode value) => s_fields[field].Apply(settings, value);

    private static ImmutableArray<V1Container> Containers(YamlNode node) =>
        Items(node, KubeJson.TypeInfo<V1Container>(KubeJsonContext.Default), container => container.Name, KubernetesNames.IsDnsLabel);

    private static ImmutableArray<V1EnvVar> Variables(YamlNode node) =>
        Items(node, KubeJson.TypeInfo<V1EnvVar>(KubeJsonContext.Default), variable => variable.Name, name => !name.Contains('=', StringComparison.Ordinal));

    private static ImmutableArray<T> Items<T>(
        YamlNode node, JsonTypeInfo<T> type, Func<T, string?> nameOf, Predicate<string> isName)
    {
        if (node is not YamlList list)
        {
            throw new YamlFormatException("is no list", node.Line);
        }

        var items = list.Items.Select(item => (item.Line, Value: Item(item, type))).ToList();
        foreach (var (line, value) in items)
        {
            if (nameOf(value) is not { Length: > 0 } name)
            {
                throw new YamlFormatException("has an item without a name", line);
            }

            if (!isName(name))
            {
                throw new YamlFormatException($"has an item whose name '{name}' Kubernetes would refuse", line);
            }

            if (items.Count(other => nameOf(other.Value) == name) > 1)
            {
                throw new YamlFormatException($"has several items named '{name}'", line);
            }
        }

        return [.. items.Select(item => item.Value)];
    }

    private static T Item<T>(YamlNode node, JsonTypeInfo<T> type)
    {
        var json = YamlJson.Of(node);
        try
        {
            var value = json.Deserialize(type) ?? throw new YamlFormatException("has an empty item", node.Line);
            return Lost(json, JsonSerializer.SerializeToNode(value, type), "").FirstOrDefault() is { } unknown
                ? throw new YamlFormatException($"has an item with the unknown member {unknown}", node.Line)
                : value;
        }
        catch (JsonException e)
        {
            throw new YamlFormatException($"has an item that cannot be read at {e.Path}", node.Line);
        }
    }

    // The reader skips what it does not know. A misspelt member would silently have no effect, so what was given must come out again.
    private static IEnumerable<string> Lost(JsonNode? given, JsonNode? kept, string path) => (given, kept) switch
    {
        (JsonObject members, JsonObject others) => members.SelectMany(member => member.Value is not null && others[member.Key] is null
            ? [$"{path}{member.Key}"]
            : Lost(member.Value, others[member.Key], $"{path}{member.Key}.")),
        (JsonArray items, JsonArray others) =>
            items.Zip(others).SelectMany((pair, index) => Lost(pair.First, pair.Second, $"{path}{index}.")),
        _ => [],
    };

    private static ImmutableSortedDictionary<string, string> Labels(YamlNode node)
    {
        var labels = Texts(node);
        return labels.FirstOrDefault(label => !KubernetesNames.IsLabelValue(label.Value)) is { Key: { } key }
            ? throw new YamlFormatException($"has a value for '{key}' that is no label value", node.Line)
            : labels;
    }

    private static ImmutableSortedDictionary<string, string> Texts(YamlNode node)
    {
        if (node is not YamlMap map)
        {
            throw new YamlFormatException("is no map of texts", node.Line);
        }

        if (map.Members.FirstOrDefault(member => !KubernetesNames.IsLabelKey(member.Name)) is { } wrong)
        {
            throw new YamlFormatException($"has the key '{wrong.Name}' that Kubernetes would refuse", wrong.Line);
        }

        return map.Members.ToImmutableSortedDictionary(
            member => member.Name,
            member => YamlJson.Of(member.Value) is JsonValue value && value.TryGetValue<string>(out var text)
                ? text
                : throw new YamlFormatException($"has a value for '{member.Name}' that is no text; put it in quotes", member.Line),
            StringComparer.Ordinal);
    }
}
