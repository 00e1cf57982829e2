using Kube.Generators.Diagnostics;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Definitions;

/// <summary>What may not stand at the root of a schema, or means nothing there.</summary>
internal static class RootRules
{
    private static readonly HashSet<string> s_fixed = new(StringComparer.Ordinal) { "apiVersion", "kind", "metadata" };

    public static void Check(ObjectModel kind, bool hasStatus, SchemaContext context)
    {
        if (kind.Validation.IsAtomic && hasStatus)
        {
            context.Report(DiagnosticIds.NotAtRoot, kind.Id, kind.Name);
        }

        if (hasStatus && kind.Properties.FirstOrDefault(p => p.JsonName == "status") is { Validation.IsRequired: true } status)
        {
            context.Report(DiagnosticIds.RequiredStatus, status.Target, status.Name);
        }

        foreach (var property in kind.Properties.Where(p => s_fixed.Contains(p.JsonName)))
        {
            // Initialisers and required members belong to C#: the server always has these three anyway.
            var said = property.Validation with { IsRequired = false, Default = null };
            if (said != ValidationModel.None)
            {
                var reason = $"the schema of {property.JsonName} of a whole object is fixed; put a rule on the class of the kind";
                context.Report(DiagnosticIds.NoEffect, property.Target, "Validation", property.Name, reason);
            }
        }
    }
}
