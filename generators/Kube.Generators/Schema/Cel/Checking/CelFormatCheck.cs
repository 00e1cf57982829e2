using System.Text.RegularExpressions;
using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Checking;

/// <summary>
/// <c>'%d of %s'.format([1, 'a'])</c>: when both are written down, the server counts the values and looks at their types, as the string
/// library of cel-go does.
/// </summary>
internal static class CelFormatCheck
{
    private static readonly Regex s_clause = new(@"\G(?:[^%]|%%|%(?:\.[0-9]+)?(?<letter>[sdfebxXo]))", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    public static IEnumerable<CelProblem> Check(CelCall call, CelChecked rule)
    {
        if (call is not { Function: "format", Target: CelLiteral { Type.Kind: CelKind.String } text, Arguments: [CelListLiteral values] })
        {
            yield break;
        }

        var letters = new List<char>();
        for (var position = 0; position < text.Text.Length;)
        {
            var match = s_clause.Match(text.Text, position);
            if (!match.Success)
            {
                yield return Bad(text, $"'{text.Text.Substring(position)}' begins with no clause; there are %s, %d, %f, %e, %b, %x, %X, %o, with precision %.2f, and %%");
                yield break;
            }

            letters.AddRange(match.Groups["letter"].Value);
            position += match.Length;
        }

        if (letters.Count != values.Items.Count)
        {
            yield return Bad(values, $"the text has {letters.Count} clauses, and there are {values.Items.Count} values");
            yield break;
        }

        for (var i = 0; i < letters.Count; i++)
        {
            var (item, type) = (values.Items[i], values.Optional[i] ? CelType.Optional(CelType.Dyn) : rule.TypeOf(values.Items[i]));
            if (!Takes(letters[i], type))
            {
                yield return Bad(item, $"%{letters[i]} does not print a value of type {type}");
            }
        }
    }

    private static bool Takes(char letter, CelType type) => type.IsLoose || type.Kind == CelKind.Parameter || letter switch
    {
        's' => type.Kind is not (CelKind.Object or CelKind.Opaque)
            && type.Parameters.All(p => type.Kind == CelKind.Type || Takes('s', p))
            && !(type.Kind == CelKind.Map && type.Parameters[0].Kind == CelKind.Bytes),
        'f' or 'e' => type.Kind is CelKind.Double or CelKind.String,
        'b' => type.Kind is CelKind.Bool or CelKind.Int or CelKind.Uint,
        'x' or 'X' => type.Kind is CelKind.Int or CelKind.Uint or CelKind.String or CelKind.Bytes,
        _ => type.Kind is CelKind.Int or CelKind.Uint,
    };

    private static CelProblem Bad(CelNode node, string reason) => new(CelProblemKind.BadConstant, reason, node.Start, node.End);
}
