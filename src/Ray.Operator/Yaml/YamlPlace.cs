using System.Globalization;
using System.Text.RegularExpressions;

namespace Ray.Operator.Yaml;

/// <summary>Where in a document a field stands that is named by its path.</summary>
internal static partial class YamlPlace
{
    /// <summary>The line of a field, or of the innermost part around it that is there.</summary>
    /// <param name="root">The document.</param>
    /// <param name="path">Such as <c>spec.groups[0].env[NAME]</c>: a number counts items, a name is that of a member, or of the item with that name.</param>
    public static int LineOf(YamlNode root, string path)
    {
        var (node, line) = (root, root.Line);
        foreach (Match step in Step().Matches(path))
        {
            if (Find(node, step.Groups["member"].Success ? step.Groups["member"].Value : step.Groups["key"].Value) is not { } found)
            {
                break;
            }

            (node, line) = found;
        }

        return line;
    }

    private static (YamlNode Node, int Line)? Find(YamlNode node, string key) => node switch
    {
        YamlMap map when map[key] is { } member => (member.Value, member.Line),
        YamlList list when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count =>
            (list.Items[index], list.Items[index].Line),
        YamlList list when list.Items.FirstOrDefault(item => item is YamlMap map && map["name"]?.Value is YamlScalar name && name.Text == key) is { } item =>
            (item, item.Line),
        _ => null,
    };

    [GeneratedRegex(@"(?<member>[^.\[\]]+)|\[(?<key>[^\]]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
