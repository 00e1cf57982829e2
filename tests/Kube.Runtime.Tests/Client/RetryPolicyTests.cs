using System.Net;
using Kube.Runtime.Client;
using Kube.Runtime.Client.Http;

namespace Kube.Runtime.Tests.Client;

public sealed class RetryPolicyTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly RetryPolicy _policy = new(new TransportOptions { MaxAttempts = 3 }, new Random(1));

    [Theory]
    [InlineData("GET", 429, true, true)]
    [InlineData("POST", 429, true, true)]
    [InlineData("PATCH", 429, true, true)]
    [InlineData("GET", 429, false, true)]
    [InlineData("POST", 429, false, false)]
    [InlineData("GET", 503, false, true)]
    [InlineData("GET", 500, false, true)]
    [InlineData("POST", 503, true, true)]
    [InlineData("POST", 503, false, false)]
    [InlineData("DELETE", 500, false, false)]
    [InlineData("GET", 404, false, false)]
    [InlineData("GET", 409, true, false)]
    public void Only_harmless_repetitions_are_made(string method, int code, bool retryAfter, bool repeated)
    {
        var delay = _policy.AfterAnswer(new HttpMethod(method), 1, (HttpStatusCode)code, retryAfter ? s_second : null);
        Assert.Equal(repeated, delay is not null);
    }

    [Fact]
    public void The_server_s_wish_is_a_minimum() =>
        Assert.Equal(TimeSpan.FromSeconds(7), _policy.AfterAnswer(HttpMethod.Get, 1, HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(7)));

    [Fact]
    public void The_delay_doubles_with_jitter_and_ends_after_the_last_attempt()
    {
        Assert.InRange(Delay(1)!.Value.TotalMilliseconds, 100, 200);
        Assert.InRange(Delay(2)!.Value.TotalMilliseconds, 200, 400);
        Assert.Null(Delay(3));
    }

    [Theory]
    [InlineData("POST", HttpRequestError.ConnectionError, true)]
    [InlineData("POST", HttpRequestError.ResponseEnded, false)]
    [InlineData("DELETE", HttpRequestError.ResponseEnded, true)]
    [InlineData("GET", HttpRequestError.ResponseEnded, true)]
    [InlineData("GET", HttpRequestError.SecureConnectionError, false)]
    public void What_may_have_reached_the_server_is_repeated_only_if_idempotent(string method, HttpRequestError error, bool repeated) =>
        Assert.Equal(repeated, _policy.AfterFailure(new HttpMethod(method), 1, new HttpRequestException(error, "x")) is not null);

    [Fact]
    public void What_the_server_asks_for_is_repeated_ten_times_whatever_the_client_s_own_bound()
    {
        Assert.NotNull(_policy.AfterAnswer(HttpMethod.Post, 10, HttpStatusCode.TooManyRequests, s_second));
        Assert.Null(_policy.AfterAnswer(HttpMethod.Post, 11, HttpStatusCode.TooManyRequests, s_second));
    }

    private TimeSpan? Delay(int attempt) => _policy.AfterAnswer(HttpMethod.Get, attempt, HttpStatusCode.InternalServerError, null);
}
