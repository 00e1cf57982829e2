using Ray.DevEnvironment;
using Ray.Pictures;
using Ray.Pictures.Drawing;

using var workshop = new Workshop();
var scenes = new Scenes(workshop).All;
try
{
    foreach (var (name, play) in scenes.Where(scene => args.Length == 0 || args.Contains(scene.Key)))
    {
        var file = Path.Combine("docs", "pictures", $"{name}.svg");
        await File.WriteAllTextAsync(Repository.PathOf(file), SvgPicture.Draw(await play()));
        Console.WriteLine($"Wrote {file}");
    }

    return 0;
}
catch (Exception e) when (e is InvalidOperationException or NotSupportedException or TimeoutException or System.ComponentModel.Win32Exception)
{
    await Console.Error.WriteLineAsync($"A picture failed: {e.Message}");
    return 1;
}
