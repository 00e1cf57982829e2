using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ray.DevEnvironment;

namespace Ray.Pictures.Tests;

/// <summary>The pictures in docs/pictures, and the documents that show them.</summary>
public sealed partial class CommittedPictureTests
{
    private const int Limit = 60_000;

    private static readonly string s_folder = Repository.PathOf("docs", "pictures");

    public static TheoryData<string> Names => [.. Files];

    private static IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(s_folder).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_picture_is_made_by_the_tool_and_shown_with_a_text_for_those_who_do_not_see_it()
    {
        using var workshop = new Workshop();
        var shown = Documents().SelectMany(document => Image().Matches(File.ReadAllText(document)).Select(match => (
            File: Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, match.Groups["path"].Value)), Alt: match.Groups["alt"].Value))).ToList();

        Assert.All(shown, image => Assert.True(File.Exists(image.File) && image.Alt.Length > 20, image.ToString()));
        Assert.Equal(new Scenes(workshop).All.Keys.Select(name => Path.Combine(s_folder, $"{name}.svg")), Files);
        Assert.Equal(Files, shown.Select(image => image.File).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_stands_alone(string file)
    {
        var text = File.ReadAllText(file);
        var picture = XDocument.Parse(text);

        Assert.InRange(text.Length, 1, Limit);
        Assert.DoesNotContain(picture.Descendants(), element => element.Name.LocalName is "script" or "image" or "foreignObject" or "use");
        Assert.DoesNotContain(picture.Descendants().Attributes(), attribute => attribute.Name.LocalName is "href" or "src");
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_shows_no_path_of_the_machine_that_made_it(string file)
    {
        var texts = XDocument.Parse(File.ReadAllText(file)).Descendants().Where(element => !element.HasElements)
            .Select(element => element.Value).ToList();

        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, text => Mine().IsMatch(text));
        Assert.DoesNotContain(texts, text => text.Contains(Repository.Root, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Documents_and_pictures_name_commands_that_exist()
    {
        var commands = await CommandsAsync();
        var texts = Documents().Concat(Files).Select(File.ReadAllText);
        var named = texts.SelectMany(text => Command().Matches(text)).Select(match => match.Groups["name"].Value).ToHashSet();

        Assert.Contains("local", named);
        Assert.Empty(named.Except(commands));
    }

    private static IEnumerable<string> Documents() => [Repository.PathOf("README.md"), Repository.PathOf("docs", "commands.md")];

    // As its help lists them.
    private static async Task<IReadOnlyList<string>> CommandsAsync()
    {
        var start = Repository.OperatorStart("--help");
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var help = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return [.. CommandInHelp().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups["name"].Value)];
    }

    [GeneratedRegex(@"!\[(?<alt>[^\]]*)\]\((?<path>[^)]+\.svg)\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"/(?:home|root|Users|private|mnt|var)/|/tmp/(?!kube-testing-GHFT9w/)")]
    private static partial Regex Mine();

    [GeneratedRegex(@"(?:\$ |[`>(])(?:ray-operator|dotnet run --project src/Ray\.Operator --) (?<name>[a-z]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"^  (?<name>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex CommandInHelp();
}
