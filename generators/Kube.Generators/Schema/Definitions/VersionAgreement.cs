using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Definitions;

/// <summary>What the versions of one kind must have in common, and what must differ.</summary>
internal static class VersionAgreement
{
    private const string OneStored = "exactly one version is stored; set Storage = false on the others";

    public static void Check(string name, IReadOnlyList<VersionSchema> versions, SchemaContext context)
    {
        var hasTwoStored = versions.Count(v => v.IsStorage) > 1;
        foreach (var reason in WhyNot(versions))
        {
            foreach (var version in versions)
            {
                var problem = Problem.Of(DiagnosticIds.Versions, version.Class.FullName, name, reason);
                context.Report(hasTwoStored && version.IsStorage && reason == OneStored
                    ? problem with { Properties = new([new(DiagnosticProperties.Stored, "true")]) }
                    : problem);
            }
        }

        if (versions.All(v => !v.IsServed))
        {
            context.Report(DiagnosticIds.NotServed, versions[0].Class.FullName, versions[0].Identity.Kind);
        }

        var stored = versions.FirstOrDefault(v => v.IsStorage);
        if (stored is null)
        {
            return;
        }

        var isConverted = versions.Any(v => v.Definition.Conversion is not null);
        foreach (var version in versions.Where(v => v.IsServed && !v.IsStorage))
        {
            if (isConverted && !version.HasHub)
            {
                context.Report(DiagnosticIds.NoHub, version.Class.FullName, version.Identity.Version, version.Identity.Kind, stored.Class.FullName);
            }
            else if (!isConverted && FirstLost(version.Schema, stored.Schema, "") is { } path)
            {
                context.Report(
                    DiagnosticIds.LostOnConversion, version.Class.FullName, path, version.Identity.Version, stored.Identity.Version);
            }
        }
    }

    private static IEnumerable<string> WhyNot(IReadOnlyList<VersionSchema> versions)
    {
        if (versions.Count(v => v.IsStorage) != 1)
        {
            yield return OneStored;
        }

        if (versions.Select(v => v.Identity.Version).Distinct().Count() != versions.Count)
        {
            yield return "two classes have the same version";
        }

        if (versions.Select(v => v.Identity with { Version = "" }).Distinct().Count() > 1)
        {
            yield return "the versions differ in kind, scope, singular name, short names or categories";
        }
    }

    /// <summary>Path of the first field that one schema names and the other drops; null when it keeps all.</summary>
    private static string? FirstLost(JsonObject from, JsonObject to, string path)
    {
        if (to.Is(Keywords.PreserveUnknownFields))
        {
            return null;
        }

        if (from[Keywords.Items] is JsonObject items && to[Keywords.Items] is JsonObject otherItems)
        {
            return FirstLost(items, otherItems, path + "[]");
        }

        if (from[Keywords.AdditionalProperties] is JsonObject values && to[Keywords.AdditionalProperties] is JsonObject otherValues)
        {
            return FirstLost(values, otherValues, path + ".*");
        }

        if (to[Keywords.AdditionalProperties] is not null)
        {
            return null;
        }

        var known = to.Object(Keywords.Properties);
        foreach (var member in from.Object(Keywords.Properties).Members)
        {
            var lost = known[member.Name] is JsonObject other
                ? FirstLost((JsonObject)member.Value, other, $"{path}.{member.Name}")
                : $"{path}.{member.Name}";
            if (lost is not null)
            {
                return lost;
            }
        }

        return null;
    }
}
