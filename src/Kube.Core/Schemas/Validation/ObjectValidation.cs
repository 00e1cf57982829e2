using System.Text.Json.Nodes;

namespace Kube;

/// <summary>Members of an object or values of a map: how many, which, and each of them.</summary>
internal static class ObjectValidation
{
    public static void Check(SchemaNode schema, JsonObject members, ProblemList problems)
    {
        CheckCount(schema, members.Count, problems);
        foreach (var (name, member) in members)
        {
            if (schema.Properties.TryGetValue(name, out var property))
            {
                problems.Enter(name);
                ValueValidation.Check(property, member, problems);
                problems.Leave();
            }
            else if (schema.AdditionalProperties is { } values)
            {
                problems.Enter(name, isKey: true);
                ValueValidation.Check(values, member, problems);
                problems.Leave();
            }
            else if (schema.ForbidsOtherProperties)
            {
                problems.Add(SchemaProblemKind.InvalidValue, $"Invalid value: {GoText.Quote(name)}: {problems.Path}.{name} in body is a forbidden property");
            }
        }

        foreach (var name in schema.Required)
        {
            if (!members.ContainsKey(name))
            {
                problems.Add(problems.PathOf(name), SchemaProblemKind.RequiredValue, "Required value");
            }
        }
    }

    private static void CheckCount(SchemaNode schema, int count, ProblemList problems)
    {
        if (count < schema.MinProperties)
        {
            problems.Add(SchemaProblemKind.InvalidValue, $"Invalid value: {count}: {problems.Path} in body should have at least {schema.MinProperties} properties");
        }

        if (count > schema.MaxProperties)
        {
            problems.Add(SchemaProblemKind.TooMany, ListValidation.TooMany(count, schema.MaxProperties.Value));
        }
    }
}
