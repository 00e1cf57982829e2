using Kube.Generators.Schema.Cel.Syntax;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>Results of functions whose operands are known.</summary>
internal static class CelFunctionValues
{
    private delegate CelOutcome? Library(string function, IReadOnlyList<CelValue> operands, CelNode call);

    /// <summary>Each library answers for its own functions, and gives null for others.</summary>
    private static readonly Library[] s_libraries =
        [CelOperatorValues.Call, CelConversions.Call, CelTextFunctions.Call, CelListFunctions.Call, CelLibraryFunctions.Call];

    /// <summary>The result.</summary>
    /// <param name="function">Name of the function or operator.</param>
    /// <param name="operands">The operands, that before the dot first.</param>
    /// <param name="call">The call, which is named when it fails.</param>
    public static CelOutcome Call(string function, IReadOnlyList<CelValue> operands, CelNode call) =>
        s_libraries.Select(l => l(function, operands, call)).FirstOrDefault(r => r is not null) ?? CelOutcome.Unknown;
}
