using Kube.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators.Parsing;

/// <summary>Reads <c>[CelRule]</c>, and where its texts are.</summary>
internal static class CelRuleParser
{
    /// <summary>Machine-readable reasons, in the order of the enum; the first is the server's default.</summary>
    private static readonly string?[] s_reasons = [null, "FieldValueForbidden", "FieldValueRequired", "FieldValueDuplicate"];

    /// <summary>The rule of an attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="ordinal">Which of the rules of its symbol it is, from 0.</param>
    public static CelRuleModel Parse(AttributeData attribute, int ordinal) =>
        new(attribute.Argument(0) as string ?? "", attribute.Named<string>("Message"))
        {
            MessageExpression = attribute.Named<string>("MessageExpression"),
            Reason = attribute.Named<int?>("Reason") is { } reason
                ? reason >= 0 && reason < s_reasons.Length ? s_reasons[reason] : "?"
                : null,
            FieldPath = attribute.Named<string>("FieldPath"),
            HasOptionalOldSelf = attribute.Named<bool>("OptionalOldSelf") ? true : null,
            Ordinal = ordinal,
        };

    /// <summary>Adds the rule of an attribute to those before it.</summary>
    public static EquatableArray<CelRuleModel> Add(EquatableArray<CelRuleModel> rules, AttributeData attribute) =>
        rules.Append(Parse(attribute, rules.Count(r => r.Ordinal is not null))).ToEquatableArray();

    /// <summary>Remembers where the rules among the attributes of a type or property are.</summary>
    public static void Locate(IEnumerable<AttributeData> attributes, string target, ParseContext context)
    {
        var ordinal = 0;
        foreach (var attribute in attributes.Where(a => a.AttributeClass?.FullName() == KnownNames.CelRule))
        {
            if (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax { ArgumentList: { } list })
            {
                foreach (var argument in list.Arguments)
                {
                    var part = argument.NameEquals?.Name.Identifier.ValueText ?? "";
                    context.Locate(CelRuleModel.Target(target, ordinal, part), argument.Expression);
                }
            }

            ordinal++;
        }
    }
}
