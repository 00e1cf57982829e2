using System.Runtime.CompilerServices;
using System.Text;
using Ray.Operator.Commands;
using Ray.Operator.Options;
using Ray.Operator.Tests.Support;

namespace Ray.Operator.Tests.Options;

/// <summary>The tables of <c>docs/configuration.md</c> are written by UPDATE_GOLDEN=1; the words around them by hand.</summary>
public sealed class ConfigurationDocumentTests
{
    private const string End = "<!-- end -->";

    [Fact]
    public void Its_tables_are_those_of_the_code()
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/configuration.md"));
        var text = File.ReadAllText(path);

        text = WithTable(text, "options", Options());
        text = WithTable(text, "gates", Table(
            ["Gate", "Default", "What it switches on"],
            FeatureGateText.All.Select(gate => new[] { $"`{gate.Name}`", gate.IsOn(new()) ? "true" : "false", gate.Meaning })));
        text = WithTable(text, "structures", Table(
            ["Field", "Meaning"], StructuredFields.All.Select(field => new[] { $"`{field.Field}`", field.Meaning })));
        text = WithTable(text, "without effect", Table(
            ["Flag", "File field", "Why"],
            OptionsWithoutEffect.All.Select(option => new[]
            {
                $"`{option.Flag}`", option.Field is null ? "" : $"`{option.Field}`", option.Why,
            }).Concat(OptionsWithoutEffect.Fields.Where(field => OptionsWithoutEffect.All.All(option => option.Field != field.Field))
                .Select(field => new[] { "", $"`{field.Field}`", field.Why }))));

        GoldenText.Matches(path, text);
    }

    private static string Options() => Table(
        ["Flag", "Variable", "File field", "Default", "Meaning", "Takes"],
        OptionTable.All
            .Select(option => new[]
            {
                $"`{option.Flag}`" + (option.Alias is null ? "" : $", `{option.Alias}`"),
                $"`{option.Variable}`",
                $"`{option.Field}`",
                option.Default,
                option.Meaning,
                option.Flag == "--feature-gates" ? "see below" : option.Allowed,
            })
            .Append(["`--config`", $"`{RunOptions.ConfigVariable}`", "", "none", "The configuration file.", "the path of a file"]));

    private static string Table(string[] head, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. head.Select(_ => "---")]).Prepend(head))
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return text.ToString();
    }

    private static string WithTable(string text, string name, string table)
    {
        var begin = $"<!-- table: {name} -->\n";
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        Assert.True(from >= begin.Length, $"the document has no table '{name}'");
        return text[..from] + table + text[text.IndexOf(End, from, StringComparison.Ordinal)..];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
