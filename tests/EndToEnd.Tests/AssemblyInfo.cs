using Ray.EndToEnd;

// One control plane for all tests: they run one after another and each keeps to a namespace of its own.
[assembly: AssemblyFixture(typeof(OperatorFixture))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
