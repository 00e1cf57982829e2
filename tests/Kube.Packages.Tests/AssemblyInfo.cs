using Kube.Packages.Tests.Support;

// Packed once; the builds run one after another, for each takes all processors.
[assembly: AssemblyFixture(typeof(PackageFeed))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
