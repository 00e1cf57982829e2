using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ray.Operator.Yaml;

/// <summary>Reads YAML from parse events: nothing here needs reflection.</summary>
internal static class YamlReader
{
    /// <summary>Reads all documents; empty ones are left out.</summary>
    /// <exception cref="YamlFormatException">No YAML, or with aliases, a name twice, or names that are no texts.</exception>
    public static IReadOnlyList<YamlNode> ReadAll(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            var documents = new List<YamlNode>();
            while (parser.TryConsume<DocumentStart>(out _))
            {
                documents.Add(Node(parser));
                parser.Consume<DocumentEnd>();
            }

            return [.. documents.Where(document => document is not YamlScalar { IsNull: true })];
        }
        catch (YamlException e)
        {
            throw new YamlFormatException(e.Message, (int)e.Start.Line);
        }
    }

    /// <summary>Reads the first document; null when there is none.</summary>
    /// <exception cref="YamlFormatException">No YAML, or with aliases, a name twice, or names that are no texts.</exception>
    public static YamlNode? Read(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            return parser.TryConsume<DocumentStart>(out _) ? Node(parser) : null;
        }
        catch (YamlException e)
        {
            throw new YamlFormatException(e.Message, (int)e.Start.Line);
        }
    }

    private static YamlNode Node(Parser parser)
    {
        var line = (int)(parser.Current?.Start.Line ?? 1);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, line);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            return List(parser, line);
        }

        return parser.TryConsume<MappingStart>(out _)
            ? Map(parser, line)
            : throw new YamlFormatException("aliases are not supported", line);
    }

    private static YamlList List(Parser parser, int line)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(parser));
        }

        return new(items, line);
    }

    private static YamlMap Map(Parser parser, int line)
    {
        var members = new List<YamlMember>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = (int)(parser.Current?.Start.Line ?? 1);
            if (!parser.TryConsume<Scalar>(out var name))
            {
                throw new YamlFormatException("names of members are texts", at);
            }

            if (members.Any(member => member.Name == name.Value))
            {
                throw new YamlFormatException($"'{name.Value}' stands here a second time", at);
            }

            members.Add(new(name.Value, Node(parser), at));
        }

        return new(members, line);
    }
}
