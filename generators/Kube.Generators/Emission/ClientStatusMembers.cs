namespace Kube.Generators.Emission;

/// <summary>The members of a client that write the status subresource.</summary>
internal static class ClientStatusMembers
{
    public static string Print(ClientText text) => PrintReplaceAndUpdate(text) + "\n\n" + PrintPatchAndApply(text);

    private static string PrintReplaceAndUpdate(ClientText text) => $$"""
        /// <summary>Reads one object by way of the status subresource: for those who may read nothing else of it.</summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="cancellationToken">Cancels the request.</param>
        public global::System.Threading.Tasks.Task<{{text.Type}}> GetStatusAsync(
            string name, {{text.NamespaceParameter}}
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.GetStatusAsync(name, {{text.NamespaceArgument}}, cancellationToken);

        /// <summary>
        /// Replaces the status; the server ignores everything else. It cannot keep fields of the status that {{text.Type}} does not know:
        /// after a read use <c>UpdateStatusAsync</c> or <c>PatchStatusAsync</c>.
        /// </summary>
        /// <param name="resource">The object with its new status.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The object as stored.</returns>
        public global::System.Threading.Tasks.Task<{{text.Type}}> ReplaceStatusAsync(
            {{text.Type}} resource, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.ReplaceStatusAsync({{text.Resource}}, options, cancellationToken);

        /// <summary>
        /// Reads an object, lets <paramref name="mutate"/> change its status, and sends only the changes; begins again when another writer
        /// was faster.
        /// </summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="mutate">Changes the status in place; may run several times. Changes elsewhere are ignored by the server.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the whole.</param>
        /// <returns>The object as stored; as read when nothing changed.</returns>
        public global::System.Threading.Tasks.Task<{{text.Type}}> UpdateStatusAsync(
            string name, {{text.NamespaceMiddle}}global::System.Action<{{text.Type}}> mutate, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.UpdateStatusAsync(name, {{text.NamespaceArgument}}, mutate, options, cancellationToken);
        """;

    private static string PrintPatchAndApply(ClientText text) => $$"""
        /// <summary>Patches the status. Fields that the patch does not name keep their values.</summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="patch">The patch; its paths begin at the object, so with <c>status</c>.</param>
        /// <param name="options">Write options; null for none.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The object as stored.</returns>
        public global::System.Threading.Tasks.Task<{{text.Type}}> PatchStatusAsync(
            string name, {{text.NamespaceMiddle}}global::Kube.Patch patch, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.PatchStatusAsync(name, {{text.NamespaceArgument}}, patch, options, cancellationToken);

        /// <summary>Server-side apply of the status: makes the fields that it sets so, and owns them.</summary>
        /// <param name="resource">The object with the fields of the status that the manager wants.</param>
        /// <param name="options">Names the field manager (required), and whether conflicts are forced.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The object as stored.</returns>
        /// <exception cref="global::System.ArgumentException">No field manager is named.</exception>
        public global::System.Threading.Tasks.Task<{{text.Type}}> ApplyStatusAsync(
            {{text.Type}} resource, global::Kube.WriteOptions options,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.ApplyStatusAsync({{text.Resource}}, options, cancellationToken);
        """;
}
