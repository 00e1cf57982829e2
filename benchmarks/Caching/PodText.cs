using System.Globalization;
using System.Text;

namespace Ray.Benchmarks.Caching;

/// <summary>Pods as an API server sends them: what a scheduled worker pod of an operator looks like, with its managed fields.</summary>
internal static class PodText
{
    public const int PodsOfAnOwner = 100;
    public const int Namespaces = 50;

    /// <summary>The list of that many pods, in the server's order.</summary>
    public static byte[] List(int pods)
    {
        var text = new StringBuilder("{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"900000\"},\"items\":[");
        var perNamespace = (pods + Namespaces - 1) / Namespaces;
        for (var i = 0; i < pods; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Pod(i, i / perNamespace, version: i + 1));
        }

        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }

    public static string Pod(int number, int @namespace, int version)
    {
        var owner = number / PodsOfAnOwner;
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(number).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return Template
            .Replace("$NAMESPACE", $"team-{@namespace:d3}", StringComparison.Ordinal)
            .Replace("$NAME", $"cluster-{owner:d5}-worker-small-group-{number:d6}", StringComparison.Ordinal)
            .Replace("$OWNERUID", $"0b7c1a52-5a0e-4c2e-9d5c-{owner:d12}", StringComparison.Ordinal)
            .Replace("$OWNER", $"cluster-{owner:d5}", StringComparison.Ordinal)
            .Replace("$UID", $"f3a1c6de-8f5b-4d0f-8a3e-{number:d12}", StringComparison.Ordinal)
            .Replace("$VERSION", version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("$NODE", $"node-{number % 500:d4}.example.internal", StringComparison.Ordinal)
            .Replace("$IP", $"10.{number / 65536 % 256}.{number / 256 % 256}.{number % 256}", StringComparison.Ordinal)
            .Replace("$START", start, StringComparison.Ordinal)
            .ReplaceLineEndings("");
    }

    private const string Template =
        """
        {"metadata":{"name":"$NAME","generateName":"$OWNER-worker-small-group-","namespace":"$NAMESPACE","uid":"$UID","resourceVersion":"$VERSION",
        "creationTimestamp":"$START","labels":{"app.kubernetes.io/created-by":"operator","app.kubernetes.io/name":"workers","example.com/cluster":"$OWNER",
        "example.com/group":"small-group","example.com/is-node":"yes","example.com/node-type":"worker"},"annotations":{"example.com/ft-enabled":"false",
        "example.com/overwrite-container-cmd":"","kubernetes.io/limit-ranger":"LimitRanger plugin set: cpu request for container worker"},
        "ownerReferences":[{"apiVersion":"example.com/v1","kind":"Cluster","name":"$OWNER","uid":"$OWNERUID","controller":true,"blockOwnerDeletion":true}],
        "managedFields":[{"manager":"operator","operation":"Update","apiVersion":"v1","time":"$START","fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{
        "f:annotations":{".":{},"f:example.com/ft-enabled":{},"f:example.com/overwrite-container-cmd":{}},"f:generateName":{},"f:labels":{".":{},
        "f:app.kubernetes.io/created-by":{},"f:app.kubernetes.io/name":{},"f:example.com/cluster":{},"f:example.com/group":{},"f:example.com/is-node":{},
        "f:example.com/node-type":{}},"f:ownerReferences":{".":{},"k:{\"uid\":\"$OWNERUID\"}":{}}},"f:spec":{"f:containers":{
        "k:{\"name\":\"worker\"}":{".":{},"f:args":{},"f:command":{},"f:env":{".":{},"k:{\"name\":\"ADDRESS\"}":{".":{},"f:name":{},"f:value":{}},
        "k:{\"name\":\"PORT\"}":{".":{},"f:name":{},"f:value":{}},"k:{\"name\":\"POD_IP\"}":{".":{},"f:name":{},"f:valueFrom":{}}},"f:image":{},
        "f:imagePullPolicy":{},"f:livenessProbe":{},"f:name":{},"f:ports":{},"f:readinessProbe":{},"f:resources":{},"f:volumeMounts":{}}},
        "f:dnsPolicy":{},"f:restartPolicy":{},"f:schedulerName":{},"f:securityContext":{},"f:terminationGracePeriodSeconds":{},"f:volumes":{}}}},
        {"manager":"kubelet","operation":"Update","apiVersion":"v1","time":"$START","fieldsType":"FieldsV1","fieldsV1":{"f:status":{"f:conditions":{
        "k:{\"type\":\"ContainersReady\"}":{".":{},"f:lastProbeTime":{},"f:lastTransitionTime":{},"f:status":{},"f:type":{}},
        "k:{\"type\":\"Initialized\"}":{".":{},"f:lastProbeTime":{},"f:lastTransitionTime":{},"f:status":{},"f:type":{}},
        "k:{\"type\":\"Ready\"}":{".":{},"f:lastProbeTime":{},"f:lastTransitionTime":{},"f:status":{},"f:type":{}}},"f:containerStatuses":{},
        "f:hostIP":{},"f:phase":{},"f:podIP":{},"f:podIPs":{},"f:startTime":{}}},"subresource":"status"}]},
        "spec":{"volumes":[{"name":"shared-mem","emptyDir":{"medium":"Memory","sizeLimit":"1Gi"}},{"name":"kube-api-access","projected":{"sources":[
        {"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},{"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}}],
        "defaultMode":420}}],"containers":[{"name":"worker","image":"registry.example.com/workers/worker:2.46.0","command":["/bin/bash","-lc","--"],
        "args":["ulimit -n 65536; worker start --address=$OWNER-head:6379 --block"],"ports":[{"name":"metrics","containerPort":8080,"protocol":"TCP"}],
        "env":[{"name":"ADDRESS","value":"$OWNER-head.$NAMESPACE.svc.cluster.local:6379"},{"name":"PORT","value":"6379"},
        {"name":"POD_IP","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"status.podIP"}}}],
        "resources":{"limits":{"cpu":"1","memory":"2Gi"},"requests":{"cpu":"500m","memory":"2Gi"}},
        "volumeMounts":[{"name":"shared-mem","mountPath":"/dev/shm"},{"name":"kube-api-access","readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}],
        "livenessProbe":{"exec":{"command":["bash","-c","wget -T 2 -q -O- http://localhost:52365/healthz"]},"initialDelaySeconds":30,"timeoutSeconds":2,"periodSeconds":5,"successThreshold":1,"failureThreshold":120},
        "readinessProbe":{"exec":{"command":["bash","-c","wget -T 2 -q -O- http://localhost:52365/healthz"]},"initialDelaySeconds":10,"timeoutSeconds":2,"periodSeconds":5,"successThreshold":1,"failureThreshold":10},
        "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"}],
        "restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","serviceAccountName":"default","serviceAccount":"default",
        "nodeName":"$NODE","securityContext":{},"schedulerName":"default-scheduler","tolerations":[{"key":"node.kubernetes.io/not-ready","operator":"Exists",
        "effect":"NoExecute","tolerationSeconds":300},{"key":"node.kubernetes.io/unreachable","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}],
        "priority":0,"enableServiceLinks":true,"preemptionPolicy":"PreemptLowerPriority"},
        "status":{"phase":"Running","conditions":[{"type":"Initialized","status":"True","lastTransitionTime":"$START"},{"type":"Ready","status":"True",
        "lastTransitionTime":"$START"},{"type":"ContainersReady","status":"True","lastTransitionTime":"$START"},{"type":"PodScheduled","status":"True",
        "lastTransitionTime":"$START"}],"hostIP":"192.168.0.10","podIP":"$IP","podIPs":[{"ip":"$IP"}],"startTime":"$START","containerStatuses":[{"name":"worker",
        "state":{"running":{"startedAt":"$START"}},"lastState":{},"ready":true,"restartCount":0,"image":"registry.example.com/workers/worker:2.46.0",
        "imageID":"registry.example.com/workers/worker@sha256:0f5b1c7e7d8f4f3b9b1f1a0d6c3e2b1a9f8e7d6c5b4a39281706f5e4d3c2b1a0",
        "containerID":"containerd://$UID-$UID","started":true}],"qosClass":"Burstable"}}
        """;
}
