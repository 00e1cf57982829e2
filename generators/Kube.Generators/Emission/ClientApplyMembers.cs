namespace Kube.Generators.Emission;

/// <summary>The members of a client that apply a twin: server-side apply of just what was set.</summary>
internal static class ClientApplyMembers
{
    public static string Print(ClientText text) =>
        PrintApply(text, "", "creates the object, or makes the members that are set so, and owns them")
        + (text.HasStatus ? "\n\n" + PrintApply(text, "Status", "makes the members of the status that are set so, and owns them") : "");

    private static string PrintApply(ClientText text, string subresource, string effect) => $$"""
        /// <summary>
        /// Server-side apply of just what is set: {{effect}}. Members that this manager
        /// applied before and leaves out now are removed, unless somebody else owns them too.
        /// </summary>{{text.PlacementDoc}}
        /// <param name="resource">Name, and the members that the manager wants.</param>
        /// <param name="fieldManager">Name under which the server records who owns which field.</param>
        /// <param name="force">Take over fields that another manager owns, instead of failing with a conflict that names them.</param>
        /// <param name="options">Dry run and field validation; null for none.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        /// <returns>The object as stored.</returns>
        public global::System.Threading.Tasks.Task<{{text.Type}}> Apply{{subresource}}Async(
            {{text.Type}}Apply resource, string fieldManager, bool force = false, global::Kube.WriteOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.Apply{{subresource}}Async({{text.Resource}}, fieldManager, force, options, cancellationToken);
        """;
}
