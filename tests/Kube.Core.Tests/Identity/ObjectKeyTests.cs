namespace Kube.Core.Tests.Identity;

public sealed class ObjectKeyTests
{
    [Theory]
    [InlineData("ns", "a", "ns/a")]
    [InlineData("", "a", "a")]
    public void It_prints_namespace_and_name(string @namespace, string name, string expected) =>
        Assert.Equal(expected, new ObjectKey(@namespace, name).ToString());

    [Fact]
    public void Keys_order_by_namespace_first()
    {
        ObjectKey[] keys = [new("b", "a"), new("a", "b"), new("a", "B"), new("", "z")];

        Assert.Equal([new("", "z"), new("a", "B"), new("a", "b"), new("b", "a")], keys.Order());
    }
}
