using System.Text.RegularExpressions;

namespace Kube.Generators.Schema.Cel.Types;

/// <summary>One form of a function.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="IsMember">Whether the first parameter stands before the dot.</param>
/// <param name="Parameters">Types of the parameters, that before the dot included.</param>
/// <param name="Result">Type of the result.</param>
internal sealed record CelSignature(string Function, bool IsMember, IReadOnlyList<CelType> Parameters, CelType Result)
{
    private static readonly Regex s_words = new("[A-Za-z_]+|[<>,]", RegexOptions.CultureInvariant);
    private static readonly Regex s_form = new(
        @"^(?<name>\S+?)\((?<parameters>.*)\): (?<result>.+)$", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, CelType> s_types = new(StringComparer.Ordinal)
    {
        ["dyn"] = CelType.Dyn,
        ["bool"] = CelType.Bool,
        ["int"] = CelType.Int,
        ["uint"] = CelType.Uint,
        ["double"] = CelType.Double,
        ["string"] = CelType.String,
        ["bytes"] = CelType.Bytes,
        ["timestamp"] = CelType.Timestamp,
        ["duration"] = CelType.Duration,
    };

    /// <summary>
    /// Reads <c>function(T, list&lt;T&gt;): T</c>; with <c>T -&gt; </c> before it, a member of T. One capital letter is a free variable; every
    /// other name that the language does not know is a type of a library.
    /// </summary>
    public static CelSignature Parse(string text)
    {
        var arrow = text.IndexOf("-> ", StringComparison.Ordinal);
        var match = s_form.Match(arrow < 0 ? text : text.Substring(arrow + 3));
        var parameters = ReadAll(match.Groups["parameters"].Value);
        if (arrow >= 0)
        {
            parameters.Insert(0, ReadAll(text.Substring(0, arrow))[0]);
        }

        return new(match.Groups["name"].Value, arrow >= 0, parameters, ReadAll(match.Groups["result"].Value)[0]);
    }

    private static List<CelType> ReadAll(string text)
    {
        var words = new Queue<string>(s_words.Matches(text).Cast<Match>().Select(m => m.Value));
        var types = new List<CelType>();
        while (words.Count > 0)
        {
            types.Add(Read(words));
            _ = words.Count > 0 ? words.Dequeue() : null;
        }

        return types;
    }

    private static CelType Read(Queue<string> words)
    {
        var name = words.Dequeue();
        var parameters = new List<CelType>();
        if (words.Count > 0 && words.Peek() == "<")
        {
            do
            {
                words.Dequeue();
                parameters.Add(Read(words));
            }
            while (words.Peek() == ",");

            words.Dequeue();
        }

        return name switch
        {
            "list" => CelType.List(parameters[0]),
            "map" => CelType.Map(parameters[0], parameters[1]),
            "optional" => CelType.Optional(parameters[0]),
            "type" => CelType.TypeOf(parameters[0]),
            { Length: 1 } => CelType.Parameter(name),
            _ => s_types.TryGetValue(name, out var type) ? type : CelType.Opaque(name),
        };
    }
}
