using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube;

/// <summary>
/// The schema of a custom resource (<c>openAPIV3Schema</c> of a definition), which judges, completes and prunes objects as an API server does.
/// It never changes and may be used by several threads at once. Validation rules in CEL are not evaluated: <see cref="CelPaths"/> names them.
/// </summary>
public sealed class StructuralSchema
{
    private readonly SchemaNode _node;
    private readonly bool _isResource;

    private StructuralSchema(SchemaNode node, bool isResource)
    {
        _node = node;
        _isResource = isResource;
        CelPaths = SchemaRules.PathsIn(node);
    }

    /// <summary>Whether there are validation rules in CEL, which are not evaluated here.</summary>
    public bool HasCel => CelPaths.Count > 0;

    /// <summary>Where validation rules in CEL are, such as <c>spec.groups[]</c>: the part of a verdict that this schema cannot give.</summary>
    public IReadOnlyList<string> CelPaths { get; }

    /// <summary>Reads the schema of a whole object. Keywords that no API server knows are passed over.</summary>
    /// <param name="openApiV3Schema">The value of <c>openAPIV3Schema</c>; it may be disposed of afterwards.</param>
    public static StructuralSchema Parse(JsonElement openApiV3Schema) => new(SchemaParser.Parse(openApiV3Schema), isResource: true);

    /// <summary>Reads the schema of one version of a definition.</summary>
    /// <param name="crdJson">A CustomResourceDefinition (<c>apiextensions.k8s.io/v1</c>) in JSON.</param>
    /// <param name="version">The version, such as <c>v1</c>.</param>
    /// <exception cref="FormatException">It is no definition, or has no such version, or that version has no schema.</exception>
    public static StructuralSchema OfDefinition(string crdJson, string version) => new(SchemaParser.ParseVersion(crdJson, version), isResource: true);

    /// <summary>The schema of a part.</summary>
    /// <param name="path">Names of members; <c>[]</c> for items of a list, any name for values of a map.</param>
    /// <returns>Null when the schema does not describe that part.</returns>
    public StructuralSchema? At(params ReadOnlySpan<string> path)
    {
        var node = _node;
        foreach (var step in path)
        {
            var next = step == "[]" ? node.Items : node.Properties.GetValueOrDefault(step) ?? node.AdditionalProperties;
            if (next is null)
            {
                return null;
            }

            node = next;
        }

        return ReferenceEquals(node, _node) ? this : new(node, isResource: false);
    }

    /// <summary>Judges a value. Apply defaults before, as API servers do.</summary>
    /// <param name="value">The value; it is not changed.</param>
    /// <param name="path">Where the value is, for the paths of problems.</param>
    /// <returns>All problems; empty when an API server would accept the value, validation rules in CEL aside.</returns>
    public IReadOnlyList<SchemaProblem> Validate(JsonNode? value, string path = "")
    {
        ArgumentNullException.ThrowIfNull(path);
        var problems = new ProblemList(path);
        ValueValidation.Check(_node, value, problems);
        TopologyValidation.Check(_node, value, problems);
        return problems.All;
    }

    /// <summary>Adds the defaults of absent members, after the removal of nulls where the schema allows none.</summary>
    /// <param name="value">Changed in place.</param>
    public void ApplyDefaults(JsonObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        SchemaDefaulting.RemoveNulls(value, _node);
        SchemaDefaulting.Apply(value, _node);
    }

    /// <summary>Removes what the schema does not know. Of a whole object, <c>apiVersion</c>, <c>kind</c> and <c>metadata</c> stay.</summary>
    /// <param name="value">Changed in place.</param>
    /// <returns>Paths of what was removed, such as <c>spec.ports[0].colour</c>.</returns>
    public IReadOnlyList<string> Prune(JsonObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return SchemaPruning.Prune(value, _node, _isResource);
    }
}
