using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kube.Runtime.Client.Configuration;

/// <summary>A YAML document as scalars, lists and maps. Built from parse events: nothing here needs reflection.</summary>
internal abstract record YamlTree
{
    /// <param name="Value">The text.</param>
    /// <param name="IsPlain">Whether it stood without quotes, so that it may be a number, a truth value or nothing.</param>
    public sealed record Scalar(string Value, bool IsPlain) : YamlTree;

    public sealed record Sequence(IReadOnlyList<YamlTree> Items) : YamlTree;

    public sealed record Mapping(IReadOnlyDictionary<string, YamlTree> Members) : YamlTree;

    /// <summary>Reads the first document; null when there is none.</summary>
    /// <exception cref="YamlException">Not YAML, or YAML with aliases or keys that are no scalars.</exception>
    public static YamlTree? Parse(TextReader text)
    {
        var parser = new Parser(text);
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        return Node(parser);
    }

    /// <summary>The member of that name if this is a map that has it.</summary>
    public YamlTree? this[string name] => this is Mapping map ? map.Members.GetValueOrDefault(name) : null;

    /// <summary>The text of a member; null when it is absent, empty or <c>null</c>.</summary>
    public string? Text(string name) => this[name] is Scalar { Value: not ("" or "null" or "~") } scalar ? scalar.Value : null;

    /// <summary>The items of a member; none when it is no list.</summary>
    public IReadOnlyList<YamlTree> ItemsOf(string name) => this[name] is Sequence list ? list.Items : [];

    /// <summary>The texts among the items of a member.</summary>
    public IReadOnlyList<string> TextsOf(string name) => [.. ItemsOf(name).OfType<Scalar>().Select(item => item.Value)];

    /// <summary>The same as JSON; null for YAML's null.</summary>
    public JsonNode? ToJson() => this switch
    {
        Mapping map => new JsonObject(map.Members.Select(member => KeyValuePair.Create(member.Key, member.Value.ToJson()))),
        Sequence list => new JsonArray([.. list.Items.Select(item => item.ToJson())]),
        Scalar { IsPlain: true, Value: "" or "null" or "~" } => null,
        Scalar { IsPlain: true, Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
        Scalar { IsPlain: true } number when long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
            JsonValue.Create(whole),
        Scalar { IsPlain: true } number when double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) =>
            JsonValue.Create(real),
        Scalar text => JsonValue.Create(text.Value),
        _ => null,
    };

    private static YamlTree Node(Parser parser)
    {
        if (parser.TryConsume<YamlDotNet.Core.Events.Scalar>(out var scalar))
        {
            return new Scalar(scalar.Value, scalar is { IsPlainImplicit: true, Style: ScalarStyle.Plain });
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlTree>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(parser));
            }

            return new Sequence(items);
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            var members = new Dictionary<string, YamlTree>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<YamlDotNet.Core.Events.Scalar>();
                members[key.Value] = Node(parser);
            }

            return new Mapping(members);
        }

        var mark = parser.Current?.Start ?? Mark.Empty;
        throw new YamlException(mark, mark, "aliases are not supported");
    }
}
