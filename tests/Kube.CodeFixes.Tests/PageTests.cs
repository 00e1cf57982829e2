using Kube.Generators.Tests.Support;

namespace Kube.CodeFixes.Tests;

/// <summary>The page of a diagnostic says whether the editor mends it.</summary>
public class PageTests
{
    private static readonly DiagnosticFix[] s_fixes =
    [
        new AddBoundsFix(), new AddPartialFix(), new AllowChangeFix(), new CreateJsonContextFix(), new CutCycleFix(), new QuoteDefaultFix(),
        new RegisterInJsonContextFix(), new RemoveArgumentFix(), new RemoveAttributeFix(), new ReplaceNameFix(), new SetArgumentFix(), new WriteEnumAsTextFix(),
    ];

    [Fact]
    public void ExactlyThePagesOfMendedDiagnosticsNameAFix() => Assert.Equal(
        s_fixes.SelectMany(f => f.FixableDiagnosticIds).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Repository.File("docs/diagnostics"), "KCR*.md")
            .Where(f => File.ReadAllText(f).Contains("\n**Code fix**: ", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryFixOfTheAssemblyIsListedHere() => Assert.Equal(
        typeof(DiagnosticFix).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(DiagnosticFix))).Select(t => t.Name).Order(StringComparer.Ordinal),
        s_fixes.Select(f => f.GetType().Name).Order(StringComparer.Ordinal));
}
