using System.Collections.Immutable;
using Ray.Operator.Yaml;

namespace Ray.Operator.Options;

/// <summary>A configuration file, taken apart and not yet understood.</summary>
/// <param name="Path">Path of the file, for messages.</param>
/// <param name="Members">Its fields, except those that say what kind of file it is.</param>
/// <param name="Errors">Why it cannot be used; empty when it can.</param>
internal sealed record ConfigurationFile(string Path, ImmutableArray<YamlMember> Members, ImmutableArray<string> Errors)
{
    private const string ApiVersion = "config.ray.io/v1alpha1";
    private const string Kind = "Configuration";

    /// <summary>Takes a file apart.</summary>
    /// <param name="path">Path of the file, for messages.</param>
    /// <param name="text">Its content.</param>
    public static ConfigurationFile Parse(string path, string text)
    {
        try
        {
            return YamlReader.Read(text) switch
            {
                YamlMap map => new(
                    path,
                    [.. map.Members.Where(member => member.Name is not ("apiVersion" or "kind"))],
                    [.. Says(path, map, "apiVersion", ApiVersion), .. Says(path, map, "kind", Kind)]),
                _ => new(path, [], [$"{path} holds no fields; begin it with 'apiVersion: {ApiVersion}' and 'kind: {Kind}'"]),
            };
        }
        catch (YamlFormatException e)
        {
            return new(path, [], [$"{path}, line {e.Line}, is no YAML that can be read: {e.Message}"]);
        }
    }

    /// <summary>Names a place in the file.</summary>
    /// <param name="field">The field.</param>
    /// <param name="line">Its line, from 1.</param>
    public string Place(string field, int line) => $"{field} in {Path}, line {line}";

    private static IEnumerable<string> Says(string path, YamlMap map, string name, string expected) => map[name] switch
    {
        null => [$"{path} has no {name}; use {name}: {expected}"],
        { Value: YamlScalar { Text: var text } } when text == expected => [],
        { Line: var line } => [$"{name} in {path}, line {line}, is another one; use {name}: {expected}"],
    };
}
