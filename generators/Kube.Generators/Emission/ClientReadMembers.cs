namespace Kube.Generators.Emission;

/// <summary>The members of a client that read.</summary>
internal static class ClientReadMembers
{
    public static string Print(ClientText text) =>
        PrintGet(text) + "\n\n" + PrintList(text) + "\n\n" + PrintListAll(text) + "\n\n" + PrintWatch(text) + "\n\n" + PrintWait(text);

    private static string PrintGet(ClientText text) => $$"""
        /// <summary>Reads one object.</summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="cancellationToken">Cancels the request.</param>
        public global::System.Threading.Tasks.Task<{{text.Type}}> GetAsync(
            string name, {{text.NamespaceParameter}}
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.GetAsync(name, {{text.NamespaceArgument}}, cancellationToken);

        /// <summary>Reads one object; null when there is none. That the server does not know the kind is an exception all the same.</summary>
        /// <param name="name">Name of the object.</param>{{text.NamespaceDoc}}
        /// <param name="cancellationToken">Cancels the request.</param>
        public global::System.Threading.Tasks.Task<{{text.Type}}?> FindAsync(
            string name, {{text.NamespaceParameter}}
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.FindAsync(name, {{text.NamespaceArgument}}, cancellationToken);
        """;

    private static string PrintList(ClientText text) => $$"""
        /// <summary>Reads a page of objects; all of them, when <paramref name="options"/> sets no limit.</summary>{{text.CollectionDoc}}
        /// <param name="options">Selectors, page size and page; null reads everything.</param>
        /// <param name="cancellationToken">Cancels the request.</param>
        public global::System.Threading.Tasks.Task<global::Kube.ResourceList<{{text.Type}}>> ListAsync(
            {{text.NamespaceParameter}}global::Kube.ListOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.ListAsync({{text.CollectionArgument}}, options, cancellationToken);
        """;

    private static string PrintListAll(ClientText text) => $$"""
        /// <summary>
        /// Reads all objects, page by page while they are enumerated; those that cannot be read as {{text.Type}} are left out.
        /// </summary>
        /// <remarks>An enumeration that outlasts the server's memory of its snapshot goes on with the newest state.</remarks>{{text.CollectionDoc}}
        /// <param name="options">Selectors and page size; the page size is 500 when none is set.</param>
        /// <param name="cancellationToken">Cancels the enumeration.</param>
        public global::System.Collections.Generic.IAsyncEnumerable<{{text.Type}}> ListAllAsync(
            {{text.NamespaceParameter}}global::Kube.ListOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.ListAllAsync({{text.CollectionArgument}}, options, cancellationToken);
        """;

    private static string PrintWatch(ClientText text) => $$"""
        /// <summary>
        /// Watches objects until the server ends the stream, which is normal: watch again from the last resource version.
        /// </summary>{{text.CollectionDoc}}
        /// <param name="options">Selectors, and the resource version to go on from; null begins with the present state.</param>
        /// <param name="cancellationToken">Ends the watch.</param>
        public global::System.Collections.Generic.IAsyncEnumerable<global::Kube.WatchEvent<{{text.Type}}>> WatchAsync(
            {{text.NamespaceParameter}}global::Kube.WatchOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.WatchAsync({{text.CollectionArgument}}, options, cancellationToken);

        /// <summary>
        /// Lists, then watches, for as long as the enumeration lasts: survives the ends of watches, broken connections and forgotten
        /// versions, and tells of every object that came, changed or went. The first list ends with a bookmark whose
        /// <c>IsInitialEventsEnd</c> is true.
        /// </summary>{{text.CollectionDoc}}
        /// <param name="options">Selectors, and the resource version to go on from; null begins with the present state.</param>
        /// <param name="cancellationToken">Ends the enumeration.</param>
        public global::System.Collections.Generic.IAsyncEnumerable<global::Kube.WatchEvent<{{text.Type}}>> FollowAsync(
            {{text.NamespaceParameter}}global::Kube.WatchOptions? options = null,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.FollowAsync({{text.CollectionArgument}}, options, cancellationToken);
        """;

    private static string PrintWait(ClientText text) => $$"""
        /// <summary>
        /// Waits until an object is as wanted, or gone. Watches; the connection may break in between. There is no limit of time but the
        /// caller's cancellation.
        /// </summary>
        /// <param name="name">Name of the object; it need not be there yet.</param>{{text.NamespaceDoc}}
        /// <param name="condition">Whether the wait is over. Gets the object, or null while there is none.</param>
        /// <param name="cancellationToken">Ends the wait.</param>
        /// <returns>The object that fulfils the condition; null when its absence does.</returns>
        public global::System.Threading.Tasks.Task<{{text.Type}}?> WaitForAsync(
            string name, {{text.NamespaceMiddle}}global::System.Func<{{text.Type}}?, bool> condition,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            _resources.WaitForAsync(name, {{text.NamespaceArgument}}, condition, cancellationToken);
        """;
}
