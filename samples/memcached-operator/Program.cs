using Kube;
using Kube.Runtime.Client;
using Kube.Runtime.Hosting;
using MemcachedOperator;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Logging.AddSimpleConsole();
builder.Services
    .AddKubernetes(await ApiServerConnection.LoadAsync())
    .AddController<MemcachedReconciler>("memcached", controller => controller
        .For(Memcached.ResourceType)
        .Owns(BuiltInResources.Deployments));
await builder.Build().RunAsync();
