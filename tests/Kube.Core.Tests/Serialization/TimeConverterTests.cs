using System.Text.Json;
using CsCheck;

namespace Kube.Core.Tests.Serialization;

public sealed class TimeConverterTests
{
    private static readonly JsonSerializerOptions s_time = new() { Converters = { new KubernetesTimeConverter() } };
    private static readonly JsonSerializerOptions s_microTime = new() { Converters = { new KubernetesMicroTimeConverter() } };

    [Theory]
    [InlineData("2026-11-22T21:15:00Z", "2026-11-22T21:15:00Z")]
    [InlineData("2026-11-22T23:15:00+02:00", "2026-11-22T21:15:00Z")]
    [InlineData("2026-11-22T21:15:00.5Z", "2026-11-22T21:15:00.500000Z")]
    [InlineData("2026-11-22T21:15:00.123456789Z", "2026-11-22T21:15:00.123456Z")]
    [InlineData("2026-11-22T21:15:00", "2026-11-22T21:15:00Z")]
    public void Any_time_is_read_and_written_in_utc(string text, string expected)
    {
        var time = JsonSerializer.Deserialize<DateTime>($"\"{text}\"", s_time);

        Assert.Equal(DateTimeKind.Utc, time.Kind);
        Assert.Equal($"\"{expected}\"", JsonSerializer.Serialize(time, s_time));
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"\"")]
    [InlineData("12")]
    [InlineData("null")]
    public void What_is_no_time_is_a_json_error(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DateTime>(json, s_time));

    [Fact]
    public void An_unspecified_kind_is_taken_for_utc() => Assert.Equal(
        "\"2026-11-22T21:15:00Z\"", JsonSerializer.Serialize(new DateTime(2026, 11, 22, 21, 15, 0, DateTimeKind.Unspecified), s_time));

    [Fact]
    public void Micro_times_always_have_six_digits() => Assert.Equal(
        "\"2026-11-22T21:15:00.000000Z\"", JsonSerializer.Serialize(new DateTime(2026, 11, 22, 21, 15, 0, DateTimeKind.Utc), s_microTime));

    [Fact]
    public void Events_are_written_with_micro_times()
    {
        var body = JsonSerializer.Serialize(
            new k8s.Models.Eventsv1Event { EventTime = new DateTime(2026, 11, 22, 21, 15, 0, DateTimeKind.Utc) }, BuiltInResources.Events.Json);

        Assert.Contains("\"eventTime\":\"2026-11-22T21:15:00.000000Z\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_survives_the_round_trip_to_the_microsecond() => Gen.DateTime.Sample(time =>
    {
        var utc = DateTime.SpecifyKind(time, DateTimeKind.Utc);
        var read = JsonSerializer.Deserialize<DateTime>(JsonSerializer.Serialize(utc, s_time), s_time);
        return read.Ticks == utc.Ticks - utc.Ticks % TimeSpan.TicksPerMicrosecond;
    });
}
