namespace Ray.Pictures.Drawing;

/// <summary>From when to when something shows, in frames.</summary>
/// <param name="First">The first frame.</param>
/// <param name="End">The frame after the last.</param>
internal readonly record struct FrameRange(int First, int End);
