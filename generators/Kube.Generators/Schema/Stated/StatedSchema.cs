using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Stated;

/// <summary><c>[Schema]</c>: takes a schema as it is written, when the API server would take it too.</summary>
internal static class StatedSchema
{
    public static JsonObject Build(StatedModel stated, SchemaContext context)
    {
        var problem = JsonReader.Read(stated.Json) is { } value ? FragmentCheck.WhyNot(value) : new("", "it is not JSON");
        if (problem is not null)
        {
            context.Report(DiagnosticIds.BadStatedSchema, stated.Target, problem.Path.Length == 0 ? "the schema" : problem.Path, problem.Reason);
            return ScalarSchemas.For(ScalarKind.Any);
        }

        var schema = (JsonObject)JsonReader.Read(stated.Json)!;
        Register(schema, stated.Target, context);
        return schema;
    }

    /// <summary>Remembers where the rules come from, for they are checked when the whole schema is there.</summary>
    private static void Register(JsonObject schema, string target, SchemaContext context)
    {
        if (schema[Keywords.Validations] is JsonArray rules)
        {
            foreach (var rule in rules.Items.OfType<JsonObject>())
            {
                context.CelRules.Add(rule, target, new("", null));
            }
        }

        foreach (var (_, inner) in Fragments.StructureOf(schema))
        {
            Register(inner, target, context);
        }
    }
}

/// <summary>What is wrong with a stated schema, and where.</summary>
/// <param name="Path">Path from the schema on, such as <c>properties.size</c>; empty for the schema itself.</param>
/// <param name="Reason">What is wrong.</param>
internal sealed record FragmentProblem(string Path, string Reason);
