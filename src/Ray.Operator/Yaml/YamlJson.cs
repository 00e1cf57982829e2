using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ray.Operator.Yaml;

/// <summary>Turns YAML into the JSON that kubectl makes of it: plain texts are read by the rules of YAML 1.1.</summary>
internal static partial class YamlJson
{
    /// <summary>The JSON of a node; null for nothing.</summary>
    public static JsonNode? Of(YamlNode node) => node switch
    {
        YamlList list => new JsonArray([.. list.Items.Select(Of)]),
        YamlMap map => new JsonObject(map.Members.Select(member => KeyValuePair.Create(member.Name, Of(member.Value)))),
        YamlScalar scalar => Of(scalar),
        _ => null,
    };

    private static JsonValue? Of(YamlScalar scalar)
    {
        if (scalar.IsNull)
        {
            return null;
        }

        return scalar.IsPlain ? Truth(scalar.Text) ?? Number(scalar.Text) ?? JsonValue.Create(scalar.Text) : JsonValue.Create(scalar.Text);
    }

    private static JsonValue? Truth(string text) => Affirmation().IsMatch(text)
        ? JsonValue.Create(true)
        : Negation().IsMatch(text) ? JsonValue.Create(false) : null;

    private static JsonValue? Number(string text)
    {
        if (Octal().Match(text) is { Success: true } octal)
        {
            var number = Convert.ToInt64(octal.Groups["digits"].Value, 8);
            return JsonValue.Create(text[0] == '-' ? -number : number);
        }

        if (Whole().IsMatch(text)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return JsonValue.Create(whole);
        }

        return Fraction().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction)
            ? JsonValue.Create(fraction)
            : null;
    }

    [GeneratedRegex("^(y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$")]
    private static partial Regex Affirmation();

    [GeneratedRegex("^(n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$")]
    private static partial Regex Negation();

    [GeneratedRegex("^[-+]?0o?(?<digits>[0-7]{1,20})$")]
    private static partial Regex Octal();

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Fraction();
}
