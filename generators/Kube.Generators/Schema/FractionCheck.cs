using Kube.Generators.Diagnostics;
using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>Warns of fractions, which controller-gen refuses without its <c>allowDangerousTypes</c>.</summary>
internal static class FractionCheck
{
    public static void Check(SchemaContext context)
    {
        if (context.Settings.AllowsFractions)
        {
            return;
        }

        foreach (var property in context.Types.Values.Where(t => !t.IsKubernetes).SelectMany(t => t.Properties).Where(p => HasFractions(p.Type)))
        {
            context.Report(DiagnosticIds.Fraction, property.Target, property.Name);
        }
    }

    private static bool HasFractions(TypeModel type) => type switch
    {
        ScalarModel scalar => scalar.Kind == ScalarKind.Number,
        ListModel list => HasFractions(list.Items),
        MapModel map => HasFractions(map.Values),
        _ => false,
    };
}
