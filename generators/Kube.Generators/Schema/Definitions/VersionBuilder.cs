using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Schema.Cel;
using Kube.Generators.Schema.KubernetesFacts;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Definitions;

/// <summary>Makes the entry of one version.</summary>
internal static class VersionBuilder
{
    public static VersionSchema Build(ResourceModel resource, SchemaSettings settings)
    {
        var context = new SchemaContext(resource.Types) { Settings = settings };
        if (settings.Unreadable is { } unreadable)
        {
            context.Report(DiagnosticIds.BadDescriptionLength, resource.Class.FullName, unreadable);
        }

        var kind = context.TypeOf(new(resource.Class.FullName));
        var schema = new SchemaBuilder(context).BuildRoot(kind);
        RootRules.Check(kind, resource.HasStatus, context);
        var fields = SelectableFields.Build(kind, schema, context);
        CelPass.Check(schema, resource.Class.FullName, context);
        NewerFields.Check(kind, context);
        FractionCheck.Check(context);
        var columns = PrinterColumns.Build(resource, kind, context);

        var manifest = JsonObject.Of(
            ("name", JsonValue.Of(resource.Identity.Version)),
            ("schema", JsonObject.Of(("openAPIV3Schema", schema))),
            ("served", JsonValue.Of(resource.IsServed)),
            ("storage", JsonValue.Of(resource.IsStorage)));
        manifest = columns.Items.Count == 0 ? manifest : manifest.With("additionalPrinterColumns", columns);
        manifest = fields.Items.Count == 0 ? manifest : manifest.With("selectableFields", fields);
        var subresources = Subresources.Build(resource, kind, context);
        manifest = subresources.Members.Count == 0 ? manifest : manifest.With("subresources", subresources);
        manifest = Deprecation.Apply(manifest, resource, context);
        var isSound = resource.IsComplete && !context.HasErrors;
        return new(resource.Identity, resource.Class, resource.IsStorage, isSound, manifest, context.Problems)
        {
            IsServed = resource.IsServed,
            HasHub = resource.Hub is not null,
            Definition = resource.Definition,
        };
    }
}
