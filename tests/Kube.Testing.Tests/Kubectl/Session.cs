namespace Kube.Testing.Tests.Kubectl;

/// <summary>What a person does with <c>kubectl</c>, one command after another. File names are those of the folder <c>Manifests</c>.</summary>
internal static class Session
{
    /// <summary>Namespace of the session.</summary>
    public const string Namespace = "session";

    /// <summary>Objects of Kubernetes itself.</summary>
    public static IReadOnlyList<Step> BuiltIn { get; } =
    [
        new("create -f namespace.yaml"),
        new("create -f namespace.yaml"),
        new("get namespace session"),
        new("get namespace session -o jsonpath={.status.phase}"),

        // Client-side apply.
        new("apply -f config.yaml"),
        new("apply -f config.yaml"),
        new("get configmap settings"),
        new("get configmap settings -o yaml"),
        new("get configmap settings -o json"),
        new("get configmap,service -l app=session"),
        new("get configmap settings -o custom-columns=NAME:.metadata.name,COLOR:.data.color"),
        new("get configmap settings -o 'jsonpath={.data.color}{\"\\n\"}'"),
        new("get configmap settings -o 'go-template={{.data.size}}'"),
        new("get configmap -l app=session -o name"),
        new("get configmap absent"),
        new("get nonsense"),
        new("diff -f config-changed.yaml"),
        new("apply -f config-changed.yaml"),
        new("get configmap settings -o 'jsonpath={.data}'"),
        new("apply -f config.yaml --dry-run=server"),
        new("apply -f config.yaml --dry-run=client"),

        // Server-side apply, and its conflicts.
        new("apply --server-side -f config.yaml"),
        new("apply --server-side --force-conflicts -f config.yaml"),
        new("apply --server-side --field-manager=other -f config-changed.yaml"),
        new("get configmap settings -o yaml --show-managed-fields"),

        // Labels, annotations, patches, replacement.
        new("label configmap settings tier=gold"),
        new("label configmap settings tier=silver"),
        new("label configmap settings tier=silver --overwrite"),
        new("label configmap settings tier-"),
        new("annotate configmap settings note='some words'"),
        new("patch configmap settings --type merge -p '{\"data\":{\"size\":null,\"extra\":\"1\"}}'"),
        new("patch configmap settings --type json -p '[{\"op\":\"replace\",\"path\":\"/data/color\",\"value\":\"green\"}]'"),
        new("patch configmap settings --type json -p '[{\"op\":\"test\",\"path\":\"/data/color\",\"value\":\"red\"}]'"),
        new("patch service front -p '{\"spec\":{\"ports\":[{\"port\":80,\"name\":\"web\",\"targetPort\":8080}]}}'"),
        new("get service front"),
        new("get service front -o wide"),
        new("get service front -o yaml"),
        new("replace -f config-changed.yaml"),
        new("get configmap settings -o 'jsonpath={.data}'"),
        new("create -f config-changed.yaml"),
        new("create -f secret.yaml"),
        new("get secret hidden"),
        new("describe secret hidden"),
        new("delete secret hidden"),
        new("delete secret hidden --ignore-not-found"),
        new("delete secret hidden"),
    ];

    /// <summary>Pods, whose nodes are simulated, and workloads, which no controller of the server in memory makes pods of.</summary>
    public static IReadOnlyList<Step> Pods { get; } =
    [
        new("apply -f pod.yaml"),
        new("wait pod/worker --for=condition=Ready --timeout=60s"),
        new("wait pod/worker --for=jsonpath={.status.phase}=Running --timeout=60s"),
        new("wait pod/worker --for=condition=Nonsense --timeout=1s"),
        new("get pod worker"),
        new("get pod worker -o wide"),
        new("get pods -l app=session --show-labels"),
        new("get pods -l app=none"),
        new("get pods --field-selector=status.phase=Running -o name"),
        new("get pod worker -o yaml"),
        new("describe pod worker"),
        new("label pod worker stage=late"),
        new("get pods -L stage"),
        new("delete pod worker --grace-period=0 --force"),
        new("wait pod/worker --for=delete --timeout=60s"),
        new("get pod worker"),
        new("create deployment web --image=example.com/web:1 --replicas=2 --dry-run=client -o yaml"),
        new("rollout status configmap/settings"),
        new("rollout restart pod/worker"),
        new("scale configmap settings --replicas=2"),
    ];

    /// <summary>A kind of somebody else. To wait for a condition is an error as long as there are none.</summary>
    public static IReadOnlyList<Step> Custom { get; } =
    [
        new("apply -f crd.yaml"),
        new("wait crd/engines.session.example.com --for=jsonpath={.status.acceptedNames.plural}=engines --timeout=60s"),
        new("wait crd/engines.session.example.com --for=condition=Established --timeout=60s"),
        new("get crd engines.session.example.com"),
        new("api-resources --api-group=session.example.com"),
        new("api-resources --api-group=session.example.com -o wide"),
        new("get engines"),
        new("create -f engine.yaml"),
        new("create -f engine.yaml"),
        new("create -f engine-wrong.yaml"),
        new("get engines"),
        new("get eng first -o wide"),
        new("get machines"),
        new("get engine first -o yaml"),
        new("describe engine first"),
        new("apply -f engine-changed.yaml"),
        new("get engine first -o yaml"),
        new("apply --server-side --force-conflicts -f engine.yaml"),
        new("get engine first -o yaml --show-managed-fields"),
        new("scale engine first --replicas=5"),
        new("scale engine first --replicas=6 --current-replicas=4"),
        new("get engine first --subresource=scale -o yaml"),
        new("patch engine first --subresource=status --type merge -p '{\"status\":{\"replicas\":5,\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\",\"reason\":\"Warm\"}]}}'"),
        new("wait engine/first --for=condition=Ready --timeout=5s"),
        new("wait engine/first --for=jsonpath={.spec.fuel}=steam --timeout=5s"),
        new("get engines"),
        new("patch engine first -p '{\"spec\":{\"replicas\":1}}'"),
        new("patch engine first --type merge -p '{\"spec\":{\"fuel\":\"coal\"}}'"),
        new("patch engine first --type merge -p '{\"spec\":{\"replicas\":2}}'"),
        new("annotate engine first note=1"),
        new("label engines --all checked=yes"),
        new("get engine first -o 'jsonpath={.metadata.generation} {.spec.replicas} {.metadata.labels}'"),
        new("delete engine first --cascade=foreground"),
        new("get engines"),
    ];

    /// <summary>The definition of RayClusters, and a sample; nobody acts upon it. Old servers do not know all of the definition.</summary>
    public static IReadOnlyList<Step> Rays { get; } =
    [
        new("create --validate=false -f ray.io_rayclusters.yaml"),
        new("wait crd/rayclusters.ray.io --for=jsonpath={.status.acceptedNames.plural}=rayclusters --timeout=60s"),
        new("wait crd/rayclusters.ray.io --for=condition=Established --timeout=60s"),
        new("apply -f ray-cluster.mini.yaml"),
        new("apply -f ray-cluster.mini.yaml"),
        new("get raycluster"),
        new("get raycluster -o wide"),
        new("get raycluster -o name"),
        new("get raycluster -o yaml"),
        new("describe raycluster"),
        new("delete raycluster --all"),
        new("delete crd rayclusters.ray.io"),
    ];

    /// <summary>The end: what is owned goes or stays, and the rest goes with its namespace.</summary>
    public static IReadOnlyList<Step> End { get; } =
    [
        new("delete configmap settings --cascade=orphan"),
        new("delete service front --wait=false"),
        new("get all"),
        new("delete crd engines.session.example.com"),
        new("delete namespace session"),
        new("get namespace session"),
        new("get configmap settings"),
    ];
}
