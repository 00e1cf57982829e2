namespace Kube.Generators.Emission;

/// <summary>The members of a client that write.</summary>
internal static class ClientWriteMembers
{
    public static string Print(ClientText text) =>
        PrintWhole(text) + "\n\n" + PrintChanges(text) + "\n\n" + PrintCreateOrUpdate(text) + "\n\n" + PrintApplyAndDelete(text);

    private static string PrintWhole(ClientText text) => $$"""
        /// <summary>Creates an object.</summary>{{text.PlacementDoc}}
        /// <param name="resource">The object.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The object as stored.</returns>
        public global::System.Threading.Tasks.Task<{{text.Type}}> CreateAsync(
            {{text.Type}} resource, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.CreateAsync({{text.Resource}}, options, cancellationToken);

        /// <summary>
        /// Replaces {{text.ReplacedDoc}}. It cannot keep fields that {{text.Type}} does not know, such as those of a newer
        /// server: after a read use <c>UpdateAsync</c> or <c>PatchAsync</c>.
        /// </summary>
        /// <param name="resource">The object; its resource version, if set, must be the present one.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The object as stored.</returns>
        public global::System.Threading.Tasks.Task<{{text.Type}}> ReplaceAsync(
            {{text.Type}} resource, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.ReplaceAsync({{text.Resource}}, options, cancellationToken);
        """;

    private static string PrintChanges(ClientText text) => $$"""
        /// <summary>
        /// Reads an object, lets <paramref name="mutate"/> change it, and sends only the changes; begins again when another writer was
        /// faster.
        /// </summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="mutate">Changes the object in place; may run several times.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the whole.</param>
        /// <returns>The object as stored; as read when nothing changed.</returns>
        public global::System.Threading.Tasks.Task<{{text.Type}}> UpdateAsync(
            string name, {{text.NamespaceMiddle}}global::System.Action<{{text.Type}}> mutate, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.UpdateAsync(name, {{text.NamespaceArgument}}, mutate, options, cancellationToken);

        /// <summary>Patches an object. Fields that the patch does not name keep their values.</summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="patch">The patch.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The object as stored.</returns>
        public global::System.Threading.Tasks.Task<{{text.Type}}> PatchAsync(
            string name, {{text.NamespaceMiddle}}global::Kube.Patch patch, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.PatchAsync(name, {{text.NamespaceArgument}}, patch, options, cancellationToken);
        """;

    private static string PrintCreateOrUpdate(ClientText text) => $$"""
        /// <summary>
        /// Creates an object, or changes the one that is there as <c>UpdateAsync</c> does; begins again while others create, change or delete it.
        /// </summary>{{text.PlacementDoc}}
        /// <param name="resource">Name, and what a new object has before <paramref name="mutate"/>.</param>
        /// <param name="mutate">Makes the object, new or present, as it should be; may run several times.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the whole.</param>
        /// <returns>The object as stored; as read when nothing changed.</returns>
        public global::System.Threading.Tasks.Task<{{text.Type}}> CreateOrUpdateAsync(
            {{text.Type}} resource, global::System.Action<{{text.Type}}> mutate, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.CreateOrUpdateAsync({{text.Resource}}, mutate, options, cancellationToken);
        """;

    private static string PrintApplyAndDelete(ClientText text) => $$"""
        /// <summary>
        /// Server-side apply: creates the object, or makes the fields that it sets so, and owns them.
        /// </summary>{{text.PlacementDoc}}
        /// <param name="resource">The fields that the manager wants; whatever is null is not claimed.</param>
        /// <param name="options">Names the field manager (required), and whether conflicts are forced.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The object as stored.</returns>
        /// <exception cref="global::System.ArgumentException">No field manager is named.</exception>
        public global::System.Threading.Tasks.Task<{{text.Type}}> ApplyAsync(
            {{text.Type}} resource, global::Kube.WriteOptions options,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.ApplyAsync({{text.Resource}}, options, cancellationToken);

        /// <summary>Deletes an object. One that waits for finalizers is gone only later.</summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="options">What becomes of owned objects, and preconditions; null for the server's defaults.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        public global::System.Threading.Tasks.Task DeleteAsync(
            string name, {{text.NamespaceParameter}}global::Kube.DeleteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.DeleteAsync(name, {{text.NamespaceArgument}}, options, cancellationToken);

        /// <summary>Deletes all objects{{text.InNamespace}} that the selectors choose.</summary>{{text.DeletionDoc}}
        /// <param name="selection">Selectors; null deletes all.</param>
        /// <param name="options">What becomes of owned objects; null for the server's defaults.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        public global::System.Threading.Tasks.Task DeleteCollectionAsync(
            {{text.NamespaceParameter}}global::Kube.ListOptions? selection = null, global::Kube.DeleteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.DeleteCollectionAsync({{text.NamespaceArgument}}, selection, options, cancellationToken);
        """;
}
