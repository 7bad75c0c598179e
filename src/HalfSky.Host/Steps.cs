using System.Diagnostics;

namespace HalfSky.Host;

/// <summary>Says on the error stream what a command is doing, once it takes over two seconds; what is over sooner stays quiet.</summary>
internal sealed class Steps : IProgress<string>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock telling = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TextWriter error;
    private readonly Timer timer;
    private string? last;

    public Steps(TextWriter error)
    {
        this.error = error;
        timer = new(_ => Tell(null), null, Patience, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Report(string value) => Tell(value);

    public void Dispose() => timer.Dispose();

    private void Tell(string? step)
    {
        lock (telling)
        {
            last = step ?? last;
            if (last is null || watch.Elapsed < Patience) return;
            error.WriteLine($"{watch.Elapsed.TotalSeconds,5:0.0} 秒  {last}");
            last = null;
        }
    }
}
