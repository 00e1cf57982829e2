using Kube.Runtime.Client;

namespace Kube.Runtime.Tests.Laws;

/// <summary>Changes the objects of one run at random: makes, changes and deletes them, and moves them out of the selector and back.</summary>
internal sealed class Writer(ApiTransport transport, LawKind kind, string law, Random random)
{
    private const int Names = 12;

    private int _number;

    public async Task WriteAsync(int count, Func<TimeSpan> pause, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            try
            {
                await WriteOneAsync($"{law}-{random.Next(Names)}", cancellationToken);
            }
            catch (ApiException)
            {
                // There already, gone already, or the server is down: whatever is then, is.
            }

            await Task.Delay(pause(), cancellationToken);
        }
    }

    private Task WriteOneAsync(string name, CancellationToken cancellationToken)
    {
        var number = ++_number;
        var path = $"{kind.Path}/{name}";
        return random.Next(10) switch
        {
            < 4 => SendAsync(HttpMethod.Post, kind.Path, kind.Object(name, law, number), MediaTypes.Json, cancellationToken),
            < 7 => SendAsync(HttpMethod.Patch, path, kind.Change(law, number), MediaTypes.MergePatch, cancellationToken),
            < 8 => SendAsync(HttpMethod.Patch, path, kind.Change("none", number), MediaTypes.MergePatch, cancellationToken),
            _ => transport.SendAsync(new(HttpMethod.Delete, path) { Resource = kind.Definition }, cancellationToken),
        };
    }

    private Task SendAsync(HttpMethod method, string path, byte[] body, string contentType, CancellationToken cancellationToken) =>
        transport.SendAsync(new(method, path) { Body = body, ContentType = contentType, Resource = kind.Definition }, cancellationToken);
}
