namespace Kube.Generators.Model;

/// <summary>Something that a code fix needs to know of a problem.</summary>
/// <param name="Name">One of <see cref="Diagnostics.DiagnosticProperties"/>.</param>
/// <param name="Value">Its value.</param>
internal sealed record ProblemProperty(string Name, string Value);
