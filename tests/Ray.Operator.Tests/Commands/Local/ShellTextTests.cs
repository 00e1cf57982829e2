using Ray.Operator.Commands.Local;

namespace Ray.Operator.Tests.Commands.Local;

public sealed class ShellTextTests
{
    [Theory]
    [InlineData("/tmp/a-b_c.d/kubeconfig", "export K=/tmp/a-b_c.d/kubeconfig")]
    [InlineData("/my folder/k", "export K='/my folder/k'")]
    [InlineData("/it's/$k", @"export K='/it'\''s/$k'")]
    public void A_shell_reads_back_the_value(string value, string expected) => Assert.Equal(expected, ShellText.ForPosix("K", value));

    [Theory]
    [InlineData(@"C:\Temp\k", @"$env:K = 'C:\Temp\k'")]
    [InlineData("it's", "$env:K = 'it''s'")]
    public void So_does_PowerShell(string value, string expected) => Assert.Equal(expected, ShellText.ForPowerShell("K", value));
}
