namespace Kube.Core.Tests.Schemas;

/// <summary>Formats of texts, as Go's libraries read them.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("date", "2024-02-29", "0000-02-29")]
    [InlineData("date-time", "2024-01-01T00:00:00Z", "2024-01-01t23:59:59.123+01:00")]
    [InlineData("datetime", "2024-01-01T00:00:00Z")]
    [InlineData("duration", "1h30m", "PT1H30M", "5 minutes", "0", "1.5s", "-3d")]
    [InlineData("byte", "YQ==", "YWI=", "YWJj")]
    [InlineData("uuid", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6BA7B8109DAD11D180B400C04FD430C8")]
    [InlineData("uuid4", "f47ac10b-58cc-4372-a567-0e02b2c3d479")]
    [InlineData("uuid5", "886313e1-3b8a-5372-9b90-0c9aee199e5d")]
    [InlineData("ipv4", "10.0.0.1", "010.0.0.1", "::ffff:1.2.3.4")]
    [InlineData("ipv6", "::", "::1", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4")]
    [InlineData("cidr", "10.0.0.0/8", "2001:db8::/32", "1.2.3.4/032")]
    [InlineData("mac", "01:23:45:67:89:ab", "01-23-45-67-89-ab", "0123.4567.89ab")]
    [InlineData("hostname", "example.com", "localhost", "1a.example.org")]
    [InlineData("email", "a@b", "a.b@example.com", "Bob <bob@example.com>", "\"a b\"@example.com")]
    [InlineData("uri", "http://example.com/a?b", "/a", "mailto:x", "*", "https://[::1]:80/")]
    [InlineData("isbn", "0321751043", "978-0321751041")]
    [InlineData("creditcard", "4111 1111 1111 1111")]
    [InlineData("hexcolor", "#fff", "00FF00")]
    [InlineData("rgbcolor", "rgb(0, 12,255)")]
    [InlineData("ssn", "123-45-6789")]
    [InlineData("bsonobjectid", "507f1f77bcf86cd799439011")]
    [InlineData("password", "")]
    public void Holds(string format, params string[] texts) => Assert.All(texts, text => Assert.Empty(Problems(format, text)));

    [Theory]
    [InlineData("date", "2023-02-29", "2024-1-1", "", "2024-13-01", "2024-01-00")]
    [InlineData("date-time", "2024-01-01", "2024-01-01T00:00:00", "2024-01-01T24:00:00Z", "2024-01-01T00:00:60Z")]
    [InlineData("duration", "01:30:00", "", "5", "h")]
    [InlineData("byte", "", "a", "YQ=", "Y===")]
    [InlineData("uuid", "6ba7b810", "")]
    [InlineData("uuid4", "f47ac10b-58cc-3372-a567-0e02b2c3d479", "f47ac10b-58cc-4372-c567-0e02b2c3d479")]
    [InlineData("ipv4", "10.0.0", "256.0.0.1", "::1", "1.2.3.4 ")]
    [InlineData("ipv6", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7::8", "12345::", "10.0.0.1", "::1%eth0", "::01.2.3.4")]
    [InlineData("cidr", "10.0.0.0", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1")]
    [InlineData("mac", "01:23:45:67:89", "01:23:45-67-89-ab", "")]
    [InlineData("hostname", "-a", "a_b", "a..b", "")]
    [InlineData("email", "a", "@b", "a@", "a..b@c", "a b@c")]
    [InlineData("uri", "", "a/b", ":a", "http://a b/", "/%zz", "http://a:b/")]
    [InlineData("isbn", "0321751044", "978-0321751042")]
    [InlineData("creditcard", "4111 1111 1111 1112")]
    [InlineData("hexcolor", "#ff", "red")]
    [InlineData("rgbcolor", "rgb(256,0,0)")]
    [InlineData("ssn", "123456789", "12-345-6789")]
    public void Does_not_hold(string format, params string[] texts) => Assert.All(texts, text => Assert.Single(Problems(format, text)));

    private static IReadOnlyList<SchemaProblem> Problems(string format, string text) =>
        SchemaOf.Value($$"""{"type":"string","format":"{{format}}"}""").Validate(text);
}
