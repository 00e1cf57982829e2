using System.Diagnostics;
using System.Globalization;
using Kube.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Ray.Benchmarks.Generator;

const int Rounds = 20;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var compilation = Sources.Compile();
_ = compilation.GetDiagnostics(); // binds what every build binds, so that only the generator's own work is counted
var generator = new CustomResourceGenerator().AsSourceGenerator();

var (cold, driver) = Time(() => CSharpGeneratorDriver.Create([generator]).RunGenerators(compilation));
var result = driver.GetRunResult();
var definitions = result.GeneratedTrees.Where(t => t.FilePath.EndsWith("CustomResourceDefinition.g.cs", StringComparison.Ordinal));
Print("CustomResourceDefinition as JSON", $"{definitions.Sum(BytesOf):N0} bytes");
Print("cold run in a new process", cold.ToString());
var warm = Enumerable.Range(0, Rounds).Select(_ => Time(() => CSharpGeneratorDriver.Create([generator]).RunGenerators(compilation)).Cost);
Print("whole run when warm", Cost.Median(warm).ToString());

var count = 0;
Edited("edit of a method in another file", "RayVersion.cs", text => text + $"\n// {count++}\n");
Edited("edit of a doc comment of the kind's spec", "V1/RayClusterSpec.cs", text => text.Replace("/// <summary>", $"/// <summary>{count++} ", StringComparison.Ordinal));

var build = await CleanBuild.RunAsync();
Print("clean build of Ray.Api alone, restored", $"{build.Whole.TotalSeconds:N1} s");
Print("of it the generator, as the compiler reports", $"{build.Generator.TotalMilliseconds:N0} ms, {build.Generator / build.Whole:P1}");

void Edited(string what, string file, Func<string, string> edit)
{
    var costs = new List<Cost>();
    var current = driver;
    for (var i = 0; i < Rounds; i++)
    {
        var next = Sources.Edit(compilation, file, edit);
        _ = next.GetDiagnostics();
        var (cost, after) = Time(() => current.RunGenerators(next));
        costs.Add(cost);
        current = after;
    }

    Print(what, Cost.Median(costs).ToString());
}

static (Cost Cost, GeneratorDriver Driver) Time(Func<GeneratorDriver> run)
{
    var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
    var driver = run();
    return (new(watch.Elapsed, Environment.CpuUsage.TotalTime - processor), driver);
}

// The definition is the one UTF-8 literal of its file, in pieces; the class of the other version refers to it.
static int BytesOf(SyntaxTree tree) => tree.GetRoot().DescendantTokens()
    .Where(t => t.IsKind(SyntaxKind.Utf8StringLiteralToken)).Sum(t => System.Text.Encoding.UTF8.GetByteCount(t.ValueText));

static void Print(string what, string value) => Console.WriteLine($"{what,-48} {value}");
