namespace Kube.Generators.Emission;

/// <summary>The members of a client that read and write the scale subresource.</summary>
internal static class ClientScaleMembers
{
    private const string Scale = "global::k8s.Models.V1Scale";

    public static string Print(ClientText text) => PrintGetAndSet(text) + "\n\n" + PrintUpdateAndPatch(text);

    private static string PrintGetAndSet(ClientText text) => $$"""
        /// <summary>Reads the scale of an object: wanted and present number of replicas, and the selector of what is counted.</summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="cancellationToken">Cancels the request.</param>
        public global::System.Threading.Tasks.Task<{{Scale}}> GetScaleAsync(
            string name, {{text.NamespaceParameter}}
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.GetScaleAsync(name, {{text.NamespaceArgument}}, cancellationToken);

        /// <summary>Sets the wanted number of replicas, whatever it was.</summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="replicas">The wanted number.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The scale as stored.</returns>
        public global::System.Threading.Tasks.Task<{{Scale}}> ScaleAsync(
            string name, {{text.NamespaceMiddle}}int replicas, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.ScaleAsync(name, {{text.NamespaceArgument}}, replicas, options, cancellationToken);
        """;

    private static string PrintUpdateAndPatch(ClientText text) => $$"""
        /// <summary>
        /// Reads the scale, lets <paramref name="mutate"/> change it, and writes it; begins again when another writer was faster.
        /// </summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="mutate">Changes the scale in place; may run several times.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the whole.</param>
        /// <returns>The scale as stored; as read when the wanted number did not change.</returns>
        public global::System.Threading.Tasks.Task<{{Scale}}> UpdateScaleAsync(
            string name, {{text.NamespaceMiddle}}global::System.Action<{{Scale}}> mutate, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.UpdateScaleAsync(name, {{text.NamespaceArgument}}, mutate, options, cancellationToken);

        /// <summary>Replaces the scale. With a resource version in its metadata it fails with a conflict when the object was written meanwhile.</summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="scale">The scale, of which the server takes <c>spec.replicas</c>.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The scale as stored.</returns>
        public global::System.Threading.Tasks.Task<{{Scale}}> ReplaceScaleAsync(
            string name, {{text.NamespaceMiddle}}{{Scale}} scale, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.ReplaceScaleAsync(name, {{text.NamespaceArgument}}, scale, options, cancellationToken);

        /// <summary>Patches the scale.</summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="patch">The patch of the <c>autoscaling/v1</c> scale, which has <c>spec.replicas</c>.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The scale as stored.</returns>
        public global::System.Threading.Tasks.Task<{{Scale}}> PatchScaleAsync(
            string name, {{text.NamespaceMiddle}}global::Kube.Patch patch, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.PatchScaleAsync(name, {{text.NamespaceArgument}}, patch, options, cancellationToken);
        """;
}
