using Kube.Generators.Model;

namespace Kube.Generators.Emission;

/// <summary>The words by which clients of namespaced and cluster-scoped kinds differ.</summary>
internal sealed class ClientText(ClientModel resource)
{
    private readonly bool _isNamespaced = resource.Identity.IsNamespaced;

    /// <summary>What a replacement leaves out.</summary>
    public string ReplacedDoc => resource.HasStatus ? "the whole object but its status" : "the whole object";

    public string Type => resource.Class.Name;

    public bool HasStatus => resource.HasStatus;

    public bool HasTwin => resource.HasTwin;

    public string Client => resource.Class.Name + "Client";

    /// <summary>Documentation of the namespace parameter of a call about one object.</summary>
    public string NamespaceDoc => Doc("Namespace of the object; null means the default namespace of this client.");

    /// <summary>Documentation of the namespace parameter of a call about a collection.</summary>
    public string CollectionDoc =>
        Doc("Namespace to read; null means the default one of this client, <see cref=\"AllNamespaces\"/> means all.");

    /// <summary>Documentation of the namespace parameter of a call that deletes a collection.</summary>
    public string DeletionDoc => Doc("Namespace to delete in; null means the default one of this client. No call deletes in all namespaces.");

    public string InNamespace => _isNamespaced ? " of a namespace" : "";

    /// <summary>What a write does to an object without a namespace.</summary>
    public string PlacementDoc => _isNamespaced
        ? "\n/// <remarks>An object without a namespace gets the default namespace of this client.</remarks>"
        : "";

    public string NamespaceParameter => _isNamespaced ? "string? @namespace = null, " : "";

    /// <summary>The namespace between other parameters, where it has no default.</summary>
    public string NamespaceMiddle => _isNamespaced ? "string? @namespace, " : "";

    public string NamespaceArgument => _isNamespaced ? "Named(@namespace)" : "null";

    public string CollectionArgument => _isNamespaced ? "Wanted(@namespace)" : "null";

    /// <summary>The object with its namespace filled in.</summary>
    public string Resource => _isNamespaced ? "Placed(resource)" : "resource";

    public string Constructor => _isNamespaced
        ? $$"""
            /// <summary>Stands for all namespaces where a collection is read.</summary>
            public const string AllNamespaces = "";

            private readonly global::Kube.ResourceClient<{{Type}}> _resources;

            /// <summary>Makes a client.</summary>
            /// <param name="transport">Sends the requests; not disposed by this client.</param>
            /// <param name="defaultNamespace">
            /// Namespace that is meant where a call or an object names none; null means that of the transport.
            /// </param>
            public {{Client}}(global::Kube.IApiTransport transport, string? defaultNamespace = null)
            {
                global::System.ArgumentNullException.ThrowIfNull(transport);
                _resources = new global::Kube.ResourceClient<{{Type}}>(transport, {{Type}}.ResourceType);
                DefaultNamespace = string.IsNullOrEmpty(defaultNamespace) ? transport.DefaultNamespace : defaultNamespace;
            }

            /// <summary>Namespace that is meant where a call or an object names none.</summary>
            public string DefaultNamespace { get; }
            """
        : $$"""
            private readonly global::Kube.ResourceClient<{{Type}}> _resources;

            /// <summary>Makes a client.</summary>
            /// <param name="transport">Sends the requests; not disposed by this client.</param>
            public {{Client}}(global::Kube.IApiTransport transport) =>
                _resources = new global::Kube.ResourceClient<{{Type}}>(transport, {{Type}}.ResourceType);
            """;

    public string NamespaceHelpers => $$"""
        private string Named(string? @namespace) => string.IsNullOrEmpty(@namespace) ? DefaultNamespace : @namespace;

        private string? Wanted(string? @namespace) => @namespace is null ? DefaultNamespace : @namespace.Length == 0 ? null : @namespace;

        private {{Type}} Placed({{Type}} resource)
        {
            global::System.ArgumentNullException.ThrowIfNull(resource);
            resource.Metadata ??= new global::k8s.Models.V1ObjectMeta();
            resource.Metadata.NamespaceProperty = Named(resource.Metadata.NamespaceProperty);
            return resource;
        }
        """ + (HasTwin ? $$"""


        private {{Type}}Apply Placed({{Type}}Apply resource)
        {
            global::System.ArgumentNullException.ThrowIfNull(resource);
            resource.Metadata ??= new global::k8s.Models.V1ObjectMeta();
            resource.Metadata.NamespaceProperty = Named(resource.Metadata.NamespaceProperty);
            return resource;
        }
        """ : "");

    private string Doc(string text) => _isNamespaced ? $"\n/// <param name=\"namespace\">{text}</param>" : "";
}
