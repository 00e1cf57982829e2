namespace Ray.Pictures.Drawing;

/// <summary>A window as it is drawn.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Columns">Its width in letters.</param>
internal sealed record PictureWindow(string Title, int Columns);
