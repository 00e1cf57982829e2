using System.CommandLine;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kube;
using Kube.Runtime.Client;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Applying;
using Ray.Operator.Yaml;

namespace Ray.Operator.Commands;

/// <summary><c>ray-operator crd</c>: prints or installs the definition of the kind.</summary>
internal static class CrdCommand
{
    private const string Description =
        """
        Prints the CustomResourceDefinition of RayCluster, or installs it with --install.

        It is installed by server-side apply and takes over what somebody else set of the same fields, such as a definition of KubeRay; what others
        added besides, such as the certificate of the webhooks, stays. Clusters that are stored stay as they are.

        Exit codes: 0 printed or served, 2 kubeconfig not usable, 3 the API server does not answer or refuses.
        """;

    private const string Collection = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private const string Path = $"{Collection}/{RayCluster.KubePluralName}.{RayCluster.KubeGroup}";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Builds the command.</summary>
    public static Command Create()
    {
        var options = new RunOptions();
        var install = new Option<bool>("--install") { Description = "Install it in the cluster of the kubeconfig, and wait until it is served." };
        var command = new Command("crd", Description) { install, options.KubeConfig, options.Context };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!parsed.GetValue(install))
            {
                await Console.Out.WriteAsync(YamlWriter.Write(JsonNode.Parse(RayCluster.CustomResourceDefinition)!));
                return ExitCode.Success;
            }

            return await InstallAsync(options.ConnectionOf(parsed), cancellationToken);
        });
        return command;
    }

    private static async Task<int> InstallAsync(ConnectionOptions where, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await ApiServerConnection.LoadAsync(where, cancellationToken);
            using var transport = new ApiTransport(connection);
            await ApplyAsync(transport, cancellationToken);
            await WaitUntilServedAsync(transport, cancellationToken);
            await Console.Out.WriteLineAsync($"{connection.Server} serves {RayCluster.ResourceType.Definition}.");
            return ExitCode.Success;
        }
        catch (KubeConfigException e)
        {
            return ErrorOutput.Fail(e.Message, ExitCode.BadUsage);
        }
        catch (Exception e) when (e is ApiException or TimeoutException)
        {
            return ErrorOutput.Fail($"The definition was not installed: {e.Message}", ExitCode.ServerNotUsable);
        }
    }

    // Definitions of apiextensions.k8s.io/v1beta1, such as that of 2020, keep what they do not know, which nothing but a false turns off.
    private static JsonObject Definition()
    {
        var definition = JsonNode.Parse(RayCluster.CustomResourceDefinition)!.AsObject();
        definition["spec"]!["preserveUnknownFields"] = false;
        return definition;
    }

    private static async Task ApplyAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        var query = $"fieldManager={PlanExecutor.FieldManager}";
        var definition = Encoding.UTF8.GetBytes(Definition().ToJsonString());
        try
        {
            await transport.SendAsync(
                new(HttpMethod.Patch, Path) { Query = query + "&force=true", Body = definition, ContentType = MediaTypes.ApplyPatch }, cancellationToken);
            return;
        }
        catch (ApiException e) when (e.Message.Contains("field not declared in schema", StringComparison.Ordinal))
        {
            // Servers before 1.23 do not know validation rules in CEL. By any other verb they pass over what they do not know.
        }

        try
        {
            await transport.SendAsync(new(HttpMethod.Post, Collection) { Query = query, Body = definition }, cancellationToken);
        }
        catch (ApiException e) when (e.IsAlreadyExists)
        {
            await transport.SendAsync(
                new(HttpMethod.Patch, Path) { Query = query, Body = definition, ContentType = MediaTypes.MergePatch }, cancellationToken);
        }
    }

    // The condition Established comes a moment before the server answers.
    private static async Task WaitUntilServedAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        var clusters = new ResourceClient<RayCluster>(transport, RayCluster.ResourceType);
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await clusters.ListAsync(null, new ListOptions { Limit = 1 }, cancellationToken);
                return;
            }
            catch (ApiException e) when (e.IsForbidden || e.Code == HttpStatusCode.InternalServerError)
            {
                // It is served: who installs it need not be allowed to list, and clusters stored as v1alpha1 wait for an operator that converts them.
                return;
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                if (TimeProvider.System.GetElapsedTime(started) > s_patience)
                {
                    throw new TimeoutException($"the server took it and does not serve the kind: kubectl describe crd tells why ({e.Message})", e);
                }
            }

            await Task.Delay(s_pause, TimeProvider.System, cancellationToken);
        }
    }
}
