using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Kube.CodeFixes.Tests;

/// <summary>Runs the generator over a source, and a code fix over its first diagnostic, as an editor does.</summary>
internal static class FixRun
{
    /// <summary>Titles of what the fix offers, and the source after the first of them.</summary>
    public static async Task<(IReadOnlyList<string> Titles, string Fixed)> OfAsync(CodeFixProvider fix, string source)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var diagnostic = Generation.Of(source).Result.Diagnostics.First(d => fix.FixableDiagnosticIds.Contains(d.Id));
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Demo", LanguageNames.CSharp)
            .WithMetadataReferences(Generation.Compile(source).References)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var document = project.AddDocument("File0.cs", source);

        // The diagnostic of a generator has a path; that of the editor is in its own tree.
        var tree = await document.GetSyntaxTreeAsync(cancellationToken);
        var placed = Diagnostic.Create(
            diagnostic.Descriptor, Location.Create(tree!, diagnostic.Location.SourceSpan), diagnostic.Properties, [.. Enumerable.Repeat("", 3)]);
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new(document, placed, (action, _) => actions.Add(action), cancellationToken));
        if (actions.Count == 0)
        {
            return ([], source);
        }

        var operations = await actions[0].GetOperationsAsync(cancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return ([.. actions.Select(a => a.Title)], (await changed.GetTextAsync(cancellationToken)).ToString());
    }

    /// <summary>The fix offers one mend, after which the diagnostic is gone and the source has a text.</summary>
    public static async Task MendsAsync(CodeFixProvider fix, string source, string title, string expected)
    {
        var (titles, mended) = await OfAsync(fix, source);
        Assert.Equal([title], titles);
        Assert.Contains(expected, mended, StringComparison.Ordinal);
        Assert.DoesNotContain(Generation.Of(mended).DiagnosticIds, fix.FixableDiagnosticIds.Contains);
        Assert.DoesNotContain(Generation.Compile(mended).GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
    }
}
