namespace HalfSky.Tests;

/// <summary>One county for all tests of a class, which must not disturb one another.</summary>
public sealed class CountyFixture : IAsyncLifetime
{
    public County County { get; private set; } = null!;

    public async ValueTask InitializeAsync() => County = await County.Start(jobs: false);

    public ValueTask DisposeAsync() => County.DisposeAsync();
}
