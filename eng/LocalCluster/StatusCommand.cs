namespace LocalCluster;

/// <summary>Says whether the cluster is up.</summary>
internal static class StatusCommand
{
    public static int Run(ClusterFiles files)
    {
        if (!files.IsAlive())
        {
            Console.WriteLine("The cluster is not up.");
            return 1;
        }

        Console.WriteLine(files.IsReady() ? $"The cluster is up (process {files.ReadProcessId()})." : "The cluster is being started.");
        Console.WriteLine($"kubeconfig: {files.KubeConfig}");
        Console.WriteLine($"logs:       {Path.Combine(files.Data, "logs")}");
        return files.IsReady() ? 0 : 1;
    }
}
