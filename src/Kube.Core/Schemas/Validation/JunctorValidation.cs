using System.Text.Json.Nodes;

namespace Kube;

/// <summary>allOf, anyOf, oneOf and not. When all alternatives fail, the problems of the one that came nearest are reported too.</summary>
internal static class JunctorValidation
{
    public static void Check(SchemaNode schema, JsonNode value, ProblemList problems)
    {
        CheckAny(schema, value, problems);
        CheckOne(schema, value, problems);
        CheckAll(schema, value, problems);
        if (schema.Not is { } not && Try(not, value, problems).Count == 0)
        {
            Add(problems, "must not validate the schema (not)");
        }
    }

    private static void CheckAny(SchemaNode schema, JsonNode value, ProblemList problems)
    {
        List<SchemaProblem>? nearest = null;
        foreach (var alternative in schema.AnyOf)
        {
            var found = Try(alternative, value, problems);
            if (found.Count == 0)
            {
                return;
            }

            nearest = nearest is null || found.Count < nearest.Count ? found : nearest;
        }

        if (nearest is not null)
        {
            Add(problems, "must validate at least one schema (anyOf)");
            problems.AddRange(nearest);
        }
    }

    private static void CheckOne(SchemaNode schema, JsonNode value, ProblemList problems)
    {
        List<SchemaProblem>? nearest = null;
        var valid = 0;
        foreach (var alternative in schema.OneOf)
        {
            var found = Try(alternative, value, problems);
            valid += found.Count == 0 ? 1 : 0;
            nearest = nearest is null || found.Count < nearest.Count ? found : nearest;
        }

        if (nearest is not null && valid != 1)
        {
            Add(problems, $"must validate one and only one schema (oneOf). {(valid == 0 ? "Found none valid" : $"Found {valid} valid alternatives")}");
            problems.AddRange(nearest);
        }
    }

    private static void CheckAll(SchemaNode schema, JsonNode value, ProblemList problems)
    {
        var failed = 0;
        foreach (var part in schema.AllOf)
        {
            var found = Try(part, value, problems);
            failed += found.Count > 0 ? 1 : 0;
            problems.AddRange(found);
        }

        if (failed > 0)
        {
            Add(problems, $"must validate all the schemas (allOf){(failed == schema.AllOf.Count ? ". None validated" : "")}");
        }
    }

    private static List<SchemaProblem> Try(SchemaNode schema, JsonNode value, ProblemList problems)
    {
        var before = problems.Count;
        ValueValidation.Check(schema, value, problems);
        return problems.TakeSince(before);
    }

    private static void Add(ProblemList problems, string reason) =>
        problems.Add(SchemaProblemKind.InvalidValue, $"Invalid value: \"\": {GoText.Quote(problems.Path)} {reason}");
}
