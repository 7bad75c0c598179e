using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HalfSky.Host;

namespace HalfSky.Bench;

/// <summary>The real executable in a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;

    private HostProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it a few times over the loaded database, measuring; the last one goes on running.</summary>
    public static async Task<HostProcess> Measure(BenchDatabase database, CountyKeys keys, int starts, Report report, Action<string> say)
    {
        Times first = new("door"), ledger = new("ledger");
        for (var i = 1; ; i++)
        {
            HostProcess? started = null;
            await first.Add(async () =>
            {
                started = Start(database);
                return await started.Until("/sign-in", null);
            });
            var doorCpu = started!.Cpu();
            await ledger.Add(() => started.Until("/r/visit", keys.Cookie));
            if (i < starts)
            {
                await started.DisposeAsync();
                continue;
            }
            report.Add("cold start to the sign-in page, median", first.P50, "ms");
            report.Add("  processor time of the last start", doorCpu.TotalMilliseconds, "ms");
            report.Add("  then to the first page of the ledger", ledger.P50, "ms");
            report.Add("  processor time of both", started.Cpu().TotalMilliseconds, "ms");
            started.MeasureMemory(report, "after the first pages");
            say($"host started {starts} times, {first.P50:0} ms to the first page");
            return started;
        }
    }

    /// <summary>Processor time it has used.</summary>
    public TimeSpan Cpu()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>Notes the memory it takes.</summary>
    public void MeasureMemory(Report report, string when)
    {
        process.Refresh();
        report.Add("memory " + when, process.WorkingSet64 / 1048576.0, "MB");
        // The working set counts the mapped pages of the database file, which the system takes back at will.
        var status = $"/proc/{process.Id}/status";
        if (File.Exists(status) && File.ReadLines(status).FirstOrDefault(l => l.StartsWith("RssAnon:", StringComparison.Ordinal)) is { } line)
            report.Add("  of it not backed by a file", double.Parse(new string([.. line.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture) / 1024, "MB");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static HostProcess Start(BenchDatabase database)
    {
        // The host's own output beside ours, since only there its static files are listed.
        var name = typeof(Server).Assembly.GetName().Name!;
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(here.Parent!.Parent!.FullName, "HalfSky.Host", here.Name, name + ".dll");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { program, "serve", "--data", database.Folder.Path, "--urls", address.ToString().TrimEnd('/') }) start.ArgumentList.Add(argument);
        if (database.Connection is { } connection)
        {
            start.ArgumentList.Add("--database");
            start.ArgumentList.Add(connection);
        }
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new(process, address);
    }

    private async Task<HttpStatusCode> Until(string path, string? cookie)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };
        if (cookie is not null) client.DefaultRequestHeaders.Add("Cookie", "halfsky=" + cookie);
        for (var i = 0; i < 6000; i++)
        {
            if (process.HasExited) throw new InvalidOperationException("the host ended");
            try
            {
                using var answer = await client.GetAsync(path);
                if (answer.StatusCode is not HttpStatusCode.OK) throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
                await answer.Content.ReadAsByteArrayAsync();
                return answer.StatusCode;
            }
            catch (HttpRequestException) { await Task.Delay(10); }
        }
        throw new TimeoutException(path);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
