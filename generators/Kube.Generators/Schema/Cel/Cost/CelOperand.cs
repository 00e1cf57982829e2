using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>An operand of a call whose cost is estimated.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Type">Its type.</param>
/// <param name="Place">The place in the schema that it reads; null when it reads none.</param>
/// <param name="Size">Characters, bytes, items or entries.</param>
internal sealed record CelOperand(CelNode Node, CelType Type, CelPlace? Place, CelRange Size)
{
    /// <summary>Size of an item when this is a list; null for other types.</summary>
    public (CelType Type, CelRange Size)? Items => Type.Parameters.Count == 0
        ? null
        : (Type.Parameters[0], Place?.Elements?.Size ?? CelRange.Unknown);

    public bool IsText => Type.Kind is CelKind.String or CelKind.Bytes;
}
