using Ray.Pictures.Drawing;
using Ray.Pictures.Terminals;

namespace Ray.Pictures;

/// <summary>What each picture shows, by the name of its file. Each runs the real program.</summary>
/// <param name="workshop">Where commands run.</param>
internal sealed class Scenes(Workshop workshop)
{
    private const int Columns = 88;
    private const string Local = "ray-operator local samples/ray-cluster.heterogeneous.yaml";

    // As the comment in the sample has it.
    private const string Scale = """
        kubectl patch raycluster raycluster-heterogeneous --type json \
            -p '[{"op":"replace","path":"/spec/workerGroupSpecs/0/replicas","value":4}]'
        """;

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<string, Func<Task<Picture>>> All => new SortedDictionary<string, Func<Task<Picture>>>(StringComparer.Ordinal)
    {
        ["local"] = LocalAsync,
        ["kubectl"] = KubectlAsync,
        ["validate"] = ValidateAsync,
        ["render"] = RenderAsync,
    };

    private async Task<Picture> LocalAsync()
    {
        var stage = new Stage();
        var (first, second) = (stage.Open("ray-operator local", Columns), stage.Open("another terminal", Columns));
        await using var local = workshop.Start(first, Local);
        await Workshop.UntilAsync(first, " ready");
        workshop.Use(first);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        await ExpectSuccessAsync(workshop.Start(second, Scale));
        await Workshop.UntilAsync(first, "Running", rows: 6);
        return Picture.Moving("A Ray cluster becomes ready in one process and is scaled with kubectl.", stage);
    }

    private async Task<Picture> KubectlAsync()
    {
        var (hidden, stage) = (new Stage(), new Stage());
        var (server, window) = (hidden.Open("ray-operator local", Columns), stage.Open("kubectl", columns: 100));
        await using var local = workshop.Start(server, Local);
        await Workshop.UntilAsync(server, " ready");
        workshop.Use(server);
        await ExpectSuccessAsync(workshop.Start(window, "kubectl get rayclusters"));
        await ExpectSuccessAsync(workshop.Start(window, "kubectl get pods"));
        return Picture.Still("kubectl lists the Ray cluster and its pods.", stage);
    }

    private async Task<Picture> ValidateAsync()
    {
        var stage = new Stage();
        var window = stage.Open("ray-operator validate", columns: 128); // findings are whole lines
        await using var validate = workshop.Start(window, "ray-operator validate clusters.yaml", "eng", "Pictures", "Manifests");
        _ = await validate.WaitAsync();
        return Picture.Still("ray-operator validate names file, line, field, mistake and remedy.", stage);
    }

    private async Task<Picture> RenderAsync()
    {
        var stage = new Stage();
        var window = stage.Open("ray-operator render", columns: 100);
        await ExpectSuccessAsync(workshop.Start(window, "ray-operator render samples/ray-cluster.heterogeneous.yaml | grep -E '^(kind|  name|  generateName):'"));
        return Picture.Still("ray-operator render prints what the operator would make: a service, a head and three workers.", stage);
    }

    private static async Task ExpectSuccessAsync(PseudoTerminal command)
    {
        await using (command)
        {
            var code = await command.WaitAsync();
            if (code != 0)
            {
                throw new InvalidOperationException($"A command of a picture ended with {code}.");
            }
        }
    }
}
