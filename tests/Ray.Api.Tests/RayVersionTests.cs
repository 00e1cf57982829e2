namespace Ray.Api.Tests;

public class RayVersionTests
{
    [Theory]
    [InlineData("2.53.0", "2.53.0")]
    [InlineData("v2.53.1", "2.53.1")]
    [InlineData("2.53", "2.53.0")]
    [InlineData("2.53.0rc1", "2.53.0")]
    [InlineData("2.53rc1", "2.53.0")]
    [InlineData("3.0.0.dev0", "3.0.0")]
    [InlineData(" 2.9.3 ", "2.9.3")]
    public void Versions_are_read_whatever_their_suffix(string text, string expected) =>
        Assert.Equal(expected, RayVersion.TryParse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nightly")]
    [InlineData("2")]
    [InlineData("2.")]
    [InlineData("v")]
    [InlineData("99999999999.1.0")]
    public void Other_texts_are_no_versions(string? text) => Assert.Null(RayVersion.TryParse(text));

    [Fact]
    public void Versions_compare_by_number_and_not_by_text()
    {
        var older = RayVersion.TryParse("2.9.3")!.Value;
        var newer = RayVersion.TryParse("2.53.0")!.Value;

        Assert.True(older < newer);
        Assert.True(newer > older);
        Assert.True(newer >= new RayVersion(2, 53));
        Assert.True(newer <= new RayVersion(2, 53));
    }
}
