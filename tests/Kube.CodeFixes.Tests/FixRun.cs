using System.Collections.Immutable;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Kube.CodeFixes.Tests;

/// <summary>Runs the generator over a source, and a code fix over its diagnostics, as an editor does.</summary>
internal static class FixRun
{
    /// <summary>Titles of what the fix offers for the first diagnostic, and the source after the first of them.</summary>
    public static async Task<(IReadOnlyList<string> Titles, string Fixed)> OfAsync(CodeFixProvider fix, string source) =>
        await OfAsync(fix, source, Generation.Of(source).Result.Diagnostics);

    /// <summary>As <see cref="OfAsync(CodeFixProvider, string)"/>, for diagnostics that the build made with files.</summary>
    public static async Task<(IReadOnlyList<string> Titles, string Fixed)> OfAsync(CodeFixProvider fix, string source, IEnumerable<Diagnostic> diagnostics)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        var placed = (await PlaceAsync(document, diagnostics, fix))[0];
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new(document, placed, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions.Count == 0 ? ([], source) : ([.. actions.Select(a => a.Title)], await ApplyAsync(actions[0], document));
    }

    /// <summary>The source after the fix of all diagnostics at once.</summary>
    public static async Task<string> AllAsync(DiagnosticFix fix, string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        var all = await PlaceAsync(document, Generation.Of(source).Result.Diagnostics, fix);
        var context = new FixAllContext(
            document, fix, FixAllScope.Project, fix.GetType().Name, fix.FixableDiagnosticIds, new Diagnostics(all), TestContext.Current.CancellationToken);
        var action = await fix.GetFixAllProvider().GetFixAsync(context);
        Assert.NotNull(action);
        return await ApplyAsync(action, document);
    }

    /// <summary>The fix offers one mend, after which the diagnostic is gone and the source has a text.</summary>
    public static async Task MendsAsync(CodeFixProvider fix, string source, string title, string expected)
    {
        var (titles, mended) = await OfAsync(fix, source);
        Assert.Equal([title], titles);
        AssertMended(fix, mended, expected);
    }

    /// <summary>One step mends everything.</summary>
    public static async Task MendsAllAsync(DiagnosticFix fix, string source, params string[] expected)
    {
        var mended = await AllAsync(fix, source);
        Assert.All(expected, text => AssertMended(fix, mended, text));
    }

    private static void AssertMended(CodeFixProvider fix, string mended, string expected)
    {
        Assert.Contains(expected, mended, StringComparison.Ordinal);
        Assert.DoesNotContain(Generation.Of(mended).DiagnosticIds, fix.FixableDiagnosticIds.Contains);
        Assert.DoesNotContain(Generation.Compile(mended).GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
    }

    private static Document Open(AdhocWorkspace workspace, string source) => workspace.AddProject("Demo", LanguageNames.CSharp)
        .WithMetadataReferences(Generation.Compile(source).References)
        .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
        .AddDocument("File0.cs", source);

    /// <summary>The diagnostic of a generator has a path; that of the editor is in its own tree.</summary>
    private static async Task<ImmutableArray<Diagnostic>> PlaceAsync(Document document, IEnumerable<Diagnostic> diagnostics, CodeFixProvider fix)
    {
        var tree = await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken);
        return
        [
            .. diagnostics.Where(d => fix.FixableDiagnosticIds.Contains(d.Id)).Select(d => Diagnostic.Create(
                d.Descriptor, Location.Create(tree!, d.Location.SourceSpan), d.Properties, [.. Enumerable.Repeat("", 3)])),
        ];
    }

    private static async Task<string> ApplyAsync(CodeAction action, Document document)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    private sealed class Diagnostics(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
