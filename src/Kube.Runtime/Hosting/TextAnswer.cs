namespace Kube.Runtime.Hosting;

/// <summary>An answer of a <see cref="TextServer"/>.</summary>
/// <param name="Status">Status code and phrase, such as <c>200 OK</c>.</param>
/// <param name="Body">The text.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record TextAnswer(string Status, string Body, string ContentType = "text/plain; charset=utf-8")
{
    public static TextAnswer Ok(string body) => new("200 OK", body);

    public static TextAnswer Unavailable(string body) => new("503 Service Unavailable", body);

    public static TextAnswer NotFound(string body) => new("404 Not Found", body);
}
