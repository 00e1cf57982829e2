using System.Text.Json.Nodes;
using CsCheck;

namespace Kube.Runtime.Tests.Client;

/// <summary>Objects with all sorts of members, and what may become of them on their way.</summary>
internal static class PlanSamples
{
    public const string Pod = """
        {"kind":"Pod","metadata":{"annotations":{"a/b":"{\"x\":1}"},"creationTimestamp":"2026-01-02T03:04:05Z","generation":3,
          "labels":{"app":"web","ünusual":"über","\u0065scaped":"\u00e9"},
          "managedFields":[{"apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:labels":{".":{},"f:app":{}}}},"manager":"kubectl","time":"2026-01-02T03:04:05Z"}],
          "name":"a","namespace":"n","ownerReferences":[{"apiVersion":"v1","controller":true,"kind":"Node","name":"x","uid":"u"}]},
         "spec":{"activeDeadlineSeconds":9000000000,"containers":[{"args":["-a",null,"b"],"env":[{"name":"A","value":"b"}],"image":"web:1",
            "livenessProbe":{"httpGet":{"port":"http"}},"name":"c","ports":[{"containerPort":80,"hostPort":8080}],
            "resources":{"limits":{"cpu":"500m","memory":1.5},"requests":{}},"tty":false}],
          "nodeSelector":{},"priority":-1,"tolerations":[],"unknown":{"a":[1,{"b":null}]},"volumes":[{"name":"v","projected":{"sources":[{"downwardAPI":{}}]}}]},
         "status":{"conditions":[{"lastTransitionTime":null,"status":"True","type":"Ready"}],"startTime":"2026-01-02T03:04:05.123456+02:00"}}
        """;

    public const string Assortment = """
        {"text":"a","truth":true,"maybeTruth":null,"number":-5,"maybeNumber":7,"long":9000000000,"double":1.5,"money":2.5,"time":"2026-01-02T03:04:05Z",
         "maybeTime":"2026-01-02T03:04:05Z","duration":"01:02:03","id":"00000001-0002-0003-0405-060708090a0b","bytes":"AQID","quantity":"1Gi","port":80,"shade":"Light",
         "any":{"a":[1]},"element":null,"node":{"b":[2]},"texts":["a",null,"b"],"numbers":[1,2,3,4,5],"array":[1,null],"set":["x","x"],"fixed":["y"],
         "readOnly":[{"name":"r"}],"nested":[[1,2],[],[3]],"map":{"k":"v","l":"w"},"branches":{"b":{"name":"b","twigs":[{"twigs":[]}]}},
         "sorted":{"z":1,"a":null},"byNumber":{"1":"one"},"branch":{"name":"n","twigs":[{"name":"m","twigs":[{"name":"l"}]},null]},
         "strict":{"needed":"yes","alsoNeeded":1,"other":null},"frozen":{"first":"1","second":"2"},"leaf":{"veins":3},"maybeLeaf":{"veins":4},
         "open":{"known":"k","more":{"deep":[1]}},"animal":{"$type":"dog","name":"d","bones":2},"own":{"text":"cba","number":"12"},
         "ünusual name":"u","ignored":"i","readOnlyText":"r","unknown":[{"a":1}]}
        """;

    /// <summary>A sample in which some values were taken away, doubled, renamed, put elsewhere or made another.</summary>
    public static Gen<string> Mutated(string sample) =>
        Gen.Select(Gen.Int, Gen.Int[0, 9]).Array[1, 3].Select(changes => changes.Aggregate(sample, (text, change) => Change(text, change.Item1, change.Item2)));

    private static string Change(string text, int seed, int kind)
    {
        var root = JsonNode.Parse(text)!;
        var random = new Random(seed);
        var nodes = Descendants(root).ToList();
        var chosen = nodes[random.Next(nodes.Count)];
        JsonNode? other = kind switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(2) == 0),
            2 => JsonValue.Create(random.Next(-3, 100)),
            3 => JsonValue.Create(1.5),
            4 => JsonValue.Create("text é"),
            5 => new JsonArray(),
            6 => new JsonObject(),
            7 => new JsonObject { ["name"] = "x", ["a"] = new JsonArray(1, null, "b") },
            8 => new JsonArray("x", 3, null, new JsonObject()),
            _ => nodes[random.Next(nodes.Count)].DeepClone(),
        };
        chosen.ReplaceWith(other);
        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode? node)
    {
        var children = node switch
        {
            JsonObject o => o.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        return children.Where(child => child is not null).SelectMany(child => Descendants(child).Prepend(child!));
    }
}
