using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;

namespace Kube.Core.Tests.Values;

public sealed partial class DurationTests
{
    private const long Second = 1_000_000_000;

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    [InlineData("1h30m", 5400 * Second)]
    [InlineData("1h30m0s", 5400 * Second)]
    [InlineData("1.5h", 5400 * Second)]
    [InlineData(".5s", Second / 2)]
    [InlineData("5.s", 5 * Second)]
    [InlineData("-1.5h", -5400 * Second)]
    [InlineData("+3s", 3 * Second)]
    [InlineData("20ms", Second / 50)]
    [InlineData("7us", 7000)]
    [InlineData("7µs", 7000)]
    [InlineData("7μs", 7000)]
    [InlineData("1ns", 1)]
    [InlineData("2m3.5s4ms", (123 * Second) + (Second / 2) + 4_000_000)]
    [InlineData("3s2h", 7203 * Second)]
    [InlineData("2562047h47m16.854775807s", long.MaxValue)]
    [InlineData("-2562047h47m16.854775808s", long.MinValue)]
    [InlineData("PT1H30M", 5400 * Second)]
    [InlineData("PT36H", 129600 * Second)]
    [InlineData("P1DT12H", 129600 * Second)]
    [InlineData("P2W", 1209600 * Second)]
    [InlineData("PT1.5S", 3 * Second / 2)]
    [InlineData("PT0,5M", 30 * Second)]
    [InlineData("-PT1M", -60 * Second)]
    public void Both_notations_are_read(string text, long nanoseconds)
    {
        Assert.Equal(nanoseconds, Duration.Parse(text).Nanoseconds);
        Assert.True(Duration.TryParse(text, out var value));
        Assert.Equal(nanoseconds, value.Nanoseconds);
    }

    [Theory]
    [InlineData("", "write numbers with units")]
    [InlineData("-", "write numbers with units")]
    [InlineData("1", "write numbers with units")]
    [InlineData("1h30", "write numbers with units")]
    [InlineData("01:30:00", "write numbers with units")]
    [InlineData("1d", "write numbers with units")]
    [InlineData("1H", "write numbers with units")]
    [InlineData("1 h", "write numbers with units")]
    [InlineData("h", "write numbers with units")]
    [InlineData(".s", "write numbers with units")]
    [InlineData("P", "in this order")]
    [InlineData("PT", "in this order")]
    [InlineData("P1H", "in this order")]
    [InlineData("PT1D", "in this order")]
    [InlineData("PT1M1H", "in this order")]
    [InlineData("PT1S1S", "in this order")]
    [InlineData("PT1.5H30M", "in this order")]
    [InlineData("P1Y", "no fixed length")]
    [InlineData("P1M", "no fixed length")]
    [InlineData("2562048h", "longer than 292 years")]
    [InlineData("99999999999999999999999999999999h", "longer than 292 years")]
    [InlineData("P99999999999999999999999W", "longer than 292 years")]
    public void Anything_else_is_refused_with_a_reason(string text, string reason)
    {
        var failure = Assert.Throws<FormatException>(() => Duration.Parse(text));
        Assert.Contains($"'{text}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.False(Duration.TryParse(text, out _));
    }

    [Fact]
    public void An_endless_text_is_refused_without_being_repeated() =>
        Assert.True(Assert.Throws<FormatException>(() => Duration.Parse(new string('1', 1_000_000))).Message.Length < 100);

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(1, "1ns")]
    [InlineData(1100, "1.1µs")]
    [InlineData(2200000, "2.2ms")]
    [InlineData(3300000000, "3.3s")]
    [InlineData(3600 * Second, "1h0m0s")]
    [InlineData(5400 * Second, "1h30m0s")]
    [InlineData(245 * Second, "4m5s")]
    [InlineData((245 * Second) + 1000000, "4m5.001s")]
    [InlineData((18367 * Second) + 1000000, "5h6m7.001s")]
    [InlineData((480 * Second) + 1, "8m0.000000001s")]
    [InlineData(-Second, "-1s")]
    [InlineData(long.MaxValue, "2562047h47m16.854775807s")]
    [InlineData(long.MinValue, "-2562047h47m16.854775808s")]
    public void It_is_written_as_go_does(long nanoseconds, string text) => Assert.Equal(text, new Duration(nanoseconds).ToString());

    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Long.Sample(nanoseconds => Duration.Parse(new Duration(nanoseconds).ToString()).Nanoseconds == nanoseconds);

    [Fact]
    public void It_is_a_time_span_and_back()
    {
        Assert.Equal(new(1, 30, 0), Duration.Parse("1h30m").ToTimeSpan());
        Assert.Equal("1h30m0s", Duration.FromTimeSpan(new(1, 30, 0)).ToString());
        Assert.Equal(TimeSpan.Zero, new Duration(99).ToTimeSpan());
        Assert.Equal(TimeSpan.Zero, new Duration(-99).ToTimeSpan());
        Assert.Throws<OverflowException>(() => Duration.FromTimeSpan(TimeSpan.MaxValue));
        Gen.Long[-90_000_000_000_000_000, 90_000_000_000_000_000].Sample(
            ticks => Duration.FromTimeSpan(new(ticks)).ToTimeSpan().Ticks == ticks);
    }

    [Fact]
    public void Lengths_compare()
    {
        var (less, more) = (Duration.Parse("59m"), Duration.Parse("1h"));
        Assert.True(less < more && more > less && less <= more && more >= less && less != more);
        Assert.Equal(Duration.Parse("60m"), more);
        Assert.Equal(Duration.Zero, default);
        Assert.Equal([less, more], new[] { more, less }.Order());
    }

    [Fact]
    public void Json_has_it_as_value_and_key()
    {
        const string Text = """{"a":"1h30m0s","map":{"1m0s":"-1s"}}""";
        var type = KubeJson.TypeInfo<Timed>(TimedJson.Default);
        var value = JsonSerializer.Deserialize("""{"a":"PT90M","map":{"60s":"-1000ms"}}""", type)!;
        Assert.Equal(Text, JsonSerializer.Serialize(value, type));
    }

    [Theory]
    [InlineData("""{"a":"01:30:00"}""", "'01:30:00' is no duration: write numbers with units")]
    [InlineData("""{"a":90}""", "A duration is a string")]
    [InlineData("""{"a":null}""", "A duration is a string")]
    [InlineData("""{"map":{"x":"1s"}}""", "'x' is no duration")]
    public void Json_that_is_none_is_a_json_exception_that_says_why(string json, string reason) => Assert.Contains(
        reason, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, KubeJson.TypeInfo<Timed>(TimedJson.Default))).Message, StringComparison.Ordinal);

    internal sealed record Timed
    {
        public Duration A { get; init; }

        public IDictionary<Duration, Duration>? Map { get; init; }
    }

    [JsonSerializable(typeof(Timed))]
    internal sealed partial class TimedJson : JsonSerializerContext;
}
