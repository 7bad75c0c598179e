namespace HalfSky.Host.Demo;

/// <summary>How the fictional county is made.</summary>
/// <param name="Seed">The same seed and day make the same county.</param>
/// <param name="Scale">Share of the villages and people; 1 makes 99 villages and 60,000 people.</param>
/// <param name="Today">The day up to which there are visits; today when absent.</param>
/// <param name="Residents">Share of the people of a village, all villages being there; under a third there may be too few for the years told.</param>
public sealed record DemoOptions(int Seed = 99, double Scale = 1, DateOnly? Today = null, double Residents = 1);
