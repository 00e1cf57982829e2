using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads the attributes that bound a length. Each adds to what those before it say.</summary>
internal static class LengthParser
{
    public static LengthModel Add(LengthModel? before, AttributeData attribute)
    {
        var length = before ?? new(null, null);
        var (first, second) = (attribute.Argument(0) as int?, attribute.Argument(1) as int?);
        return attribute.AttributeClass?.FullName() switch
        {
            KnownNames.MinLength => length with { Minimum = first },
            KnownNames.MaxLength => length with { Maximum = first },
            KnownNames.Length => length with { Minimum = first, Maximum = second },

            // Its upper bound must be written; the largest number stands for none.
            KnownNames.StringLength => length with { Minimum = attribute.Named<int?>("MinimumLength"), Maximum = first == int.MaxValue ? null : first },
            KnownNames.MinItems => length with { Minimum = first, Counted = "Items" },
            KnownNames.MaxItems => length with { Maximum = first, Counted = "Items" },
            KnownNames.MinProperties => length with { Minimum = first, Counted = "Properties" },
            KnownNames.MaxProperties => length with { Maximum = first, Counted = "Properties" },
            _ => length,
        };
    }
}
