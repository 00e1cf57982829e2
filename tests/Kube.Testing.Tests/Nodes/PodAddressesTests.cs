namespace Kube.Testing.Tests;

public sealed class PodAddressesTests
{
    [Fact]
    public void Addresses_are_handed_out_once_across_the_last_byte()
    {
        var addresses = new PodAddresses();
        var all = Enumerable.Range(0, 600).Select(_ => addresses.Next()).ToList();
        Assert.Equal("10.128.0.1", all[0]);
        Assert.Equal("10.128.1.0", all[255]);
        Assert.Equal(600, all.Distinct().Count());
    }

    [Theory]
    [InlineData("10.128.0.41", "10.128.0.42")]
    [InlineData("10.96.0.41", "10.128.0.1")]
    [InlineData("fd00::1", "10.128.0.1")]
    [InlineData(null, "10.128.0.1")]
    public void Addresses_of_pods_that_are_there_are_skipped(string? present, string next)
    {
        var addresses = new PodAddresses();
        addresses.Reserve(present);
        Assert.Equal(next, addresses.Next());
    }
}
