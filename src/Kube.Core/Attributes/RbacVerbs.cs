namespace Kube;

/// <summary>Verbs of rights, as the API server names them.</summary>
public static class RbacVerbs
{
    /// <summary>Read one object.</summary>
    public const string Get = "get";

    /// <summary>Read all objects.</summary>
    public const string List = "list";

    /// <summary>Be told of changes.</summary>
    public const string Watch = "watch";

    /// <summary>Create objects; also what server-side apply needs, besides <see cref="Patch"/>, for an object that is not there yet.</summary>
    public const string Create = "create";

    /// <summary>Replace objects.</summary>
    public const string Update = "update";

    /// <summary>Patch and server-side apply.</summary>
    public const string Patch = "patch";

    /// <summary>Delete one object.</summary>
    public const string Delete = "delete";

    /// <summary>Delete all objects of a list.</summary>
    public const string DeleteCollection = "deletecollection";
}
