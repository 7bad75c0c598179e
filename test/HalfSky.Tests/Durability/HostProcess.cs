using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HalfSky.Tests.Durability;

/// <summary>The real executable, serving a data folder on a free port, so that it can be killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<HostProcess> Serve(CountyDatabase database)
    {
        var dll = Path.Combine(AppContext.BaseDirectory.Replace("HalfSky.Tests", "HalfSky.Host", StringComparison.Ordinal), "HalfSky.Host.dll");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { dll, "serve", "--data", database.Folder.Path, "--urls", address.ToString().TrimEnd('/') }) start.ArgumentList.Add(argument);
        if (database.Connection is { } connection)
        {
            start.ArgumentList.Add("--database");
            start.ArgumentList.Add(connection);
        }
        var said = new List<string>();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => { lock (said) said.Add(e.Data ?? ""); };
        process.ErrorDataReceived += (_, e) => { lock (said) said.Add(e.Data ?? ""); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address };
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                if ((await client.GetAsync("/healthz")).StatusCode == HttpStatusCode.OK) return new(process, address);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            if (process.HasExited || waited.Elapsed > TimeSpan.FromSeconds(60))
            {
                process.Kill();
                lock (said) throw new InvalidOperationException("the host did not start:\n" + string.Join('\n', said));
            }
            await Task.Delay(25);
        }
    }

    /// <summary>Kill -9: no time to say goodbye.</summary>
    public void Kill()
    {
        if (process.HasExited) return;
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
