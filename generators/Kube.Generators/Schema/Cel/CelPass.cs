using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Schema.Cel.Cost;
using Kube.Generators.Schema.Cel.Types;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Cel;

/// <summary>
/// Checks every rule of a finished schema as the API server does when the definition is applied: it parses, its types agree, it is
/// correlated with the former value where it wants that, and it is within its budget.
/// </summary>
internal sealed class CelPass
{
    private readonly string _kind;
    private readonly SchemaContext _context;
    private readonly List<(SchemaPath Path, ulong Cost)> _costs = [];

    private CelPass(string kind, SchemaContext context) => (_kind, _context) = (kind, context);

    /// <summary>Checks the rules.</summary>
    /// <param name="root">Schema of the kind.</param>
    /// <param name="kind">Target of the kind.</param>
    /// <param name="context">Takes the problems.</param>
    public static void Check(JsonObject root, string kind, SchemaContext context)
    {
        var pass = new CelPass(kind, context);
        pass.Walk(root, CelPlaceInSchema.Root);
        pass.CheckTotal();
    }

    private void Walk(JsonObject schema, CelPlaceInSchema place)
    {
        if (schema[Keywords.Validations] is JsonArray rules)
        {
            CheckRules(schema, [.. rules.Items.OfType<JsonObject>()], place);
        }

        foreach (var property in schema.Object(Keywords.Properties).Members)
        {
            if (property.Value is JsonObject inner)
            {
                Walk(inner, place.Property(schema, property.Name));
            }
        }

        if (schema[Keywords.Items] is JsonObject items)
        {
            Walk(items, place.Items(schema));
        }

        if (schema[Keywords.AdditionalProperties] is JsonObject values)
        {
            Walk(values, place.Values(schema));
        }
    }

    private void CheckRules(JsonObject schema, IReadOnlyList<JsonObject> rules, CelPlaceInSchema place)
    {
        var self = CelDeclaration.Of(schema, "self", place.IsWholeObject(schema));
        foreach (var rule in rules)
        {
            if (self is null)
            {
                _context.Report(DiagnosticIds.CelUntyped, _context.CelRules.TargetOf(rule, "", _kind), "its schema says nothing of its type");
                continue;
            }

            var cost = new CelRuleCheck(rule, self, place, _kind, _context).Run();
            _costs.Add((place.Path, cost));
        }
    }

    private void CheckTotal()
    {
        var total = _costs.Aggregate(0UL, (sum, c) => CelRange.Add(sum, c.Cost));
        if (total > CelCost.VersionBudget && _costs.All(c => c.Cost <= CelCost.RuleBudget))
        {
            const int Worst = 4;
            var places = _costs.OrderByDescending(c => c.Cost).Take(Worst).Select(c => c.Path).Distinct();
            _context.Report(
                DiagnosticIds.CelVersionCost,
                _kind,
                _kind.Substring(_kind.LastIndexOf('.') + 1),
                CelCostCheck.Factor(total, CelCost.VersionBudget),
                string.Join(", ", places));
        }
    }
}
