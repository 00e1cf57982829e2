using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Yaml;

public sealed class YamlTests
{
    [Theory]
    [InlineData("a: 1", """{"a":1}""")]
    [InlineData("a: '1'", """{"a":"1"}""")]
    [InlineData("a: 1.5", """{"a":1.5}""")]
    [InlineData("a: 2.53.0", """{"a":"2.53.0"}""")]
    [InlineData("a: 500m", """{"a":"500m"}""")]
    [InlineData("a: true\nb: \"true\"", """{"a":true,"b":"true"}""")]
    [InlineData("a:\nb: ~\nc: null\nd: ''", """{"a":null,"b":null,"c":null,"d":""}""")]
    [InlineData("- a\n- {b: [c, 2]}", """["a",{"b":["c",2]}]""")]
    [InlineData("a: |\n  b\n  c", """{"a":"b\nc"}""")]
    [InlineData("a: 0644\nb: 0", """{"a":420,"b":0}""")]
    [InlineData("a: yes\nb: off\nc: 'no'", """{"a":true,"b":false,"c":"no"}""")]
    [InlineData("a: 99999999999999999999", """{"a":1E+20}""")]
    public void It_becomes_the_JSON_that_kubectl_makes_of_it(string yaml, string json) =>
        Assert.Equal(json, YamlJson.Of(YamlReader.Read(yaml)!)!.ToJsonString());

    [Theory]
    [InlineData("a: &x 1\nb: *x", 2)]
    [InlineData("a: 1\n\na: 2", 3)]
    [InlineData("? [a]\n: b", 1)]
    [InlineData("a: [", 2)]
    [InlineData("a: b: c", 1)]
    public void What_cannot_be_read_is_told_with_its_line(string yaml, int line) =>
        Assert.Equal(line, Assert.Throws<YamlFormatException>(() => YamlReader.Read(yaml)).Line);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    public void An_empty_text_holds_nothing(string yaml) => Assert.Null(YamlReader.Read(yaml));

    [Fact]
    public void Every_member_knows_its_line() =>
        Assert.Equal([1, 3], Assert.IsType<YamlMap>(YamlReader.Read("a:\n  b: 1\nc: 2")).Members.Select(member => member.Line));
}
