using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HalfSky.Bench;

/// <summary>Asks the running host over loopback, as a browser and as a program.</summary>
internal sealed partial class Web(Uri address, CountyKeys keys) : IDisposable
{
    private readonly HttpClient browser = Client(address, c => c.Add("Cookie", "halfsky=" + keys.Cookie));
    private readonly HttpClient countyBrowser = Client(address, c => c.Add("Cookie", "halfsky=" + keys.CountyCookie));
    private readonly HttpClient program = Client(address, c => c.Add("Authorization", "Bearer " + keys.Token));
    private readonly HttpClient countyProgram = Client(address, c => c.Add("Authorization", "Bearer " + keys.CountyToken));

    /// <summary>Fetches a page; gives its bytes.</summary>
    public async Task<long> Page(string path, bool county = false) => (await (county ? countyBrowser : browser).GetByteArrayAsync(path)).Length;

    /// <summary>Fetches from the programming interface; gives the bytes.</summary>
    public async Task<long> Api(string path, bool county = false) => (await (county ? countyProgram : program).GetByteArrayAsync(path)).Length;

    /// <summary>A number of the answer.</summary>
    public async Task<long> Number(string path, string name, bool county = false) =>
        (long)JsonNode.Parse(await (county ? countyProgram : program).GetByteArrayAsync(path))![name]!;

    /// <summary>Posts an entry.</summary>
    public async Task<bool> Create(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await program.PostAsync("/api/v1/registers/visit/entries", content);
        return answer.StatusCode == HttpStatusCode.Created ? true : throw new InvalidOperationException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Asks the common paths a number of times.</summary>
    public async Task Warm(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Page("/r/visit");
            await Api("/api/v1/registers/visit/entries?size=50");
        }
    }

    /// <summary>Bytes of the first page of the ledger and of what it brings along.</summary>
    public async Task MeasureBytes(Report report)
    {
        var html = await browser.GetByteArrayAsync("/r/visit");
        report.Add("first page, HTML", html.Length / 1024.0, "KB");
        report.Add("first page, HTML gzipped", Gzipped(html) / 1024.0, "KB");
        var assets = Assets().Matches(Encoding.UTF8.GetString(html)).Select(m => m.Groups[1].Value.Split('#')[0]).Distinct().ToList();
        double whole = 0;
        foreach (var asset in assets)
        {
            using var answer = await browser.GetAsync(WebUtility.HtmlDecode(asset));
            if (answer.IsSuccessStatusCode) whole += Gzipped(await answer.Content.ReadAsByteArrayAsync()) / 1024.0;
        }
        report.Add($"  and its {assets.Count} styles, scripts, icons, gzipped", whole, "KB");
    }

    public void Dispose()
    {
        browser.Dispose();
        countyBrowser.Dispose();
        program.Dispose();
        countyProgram.Dispose();
    }

    private static HttpClient Client(Uri address, Action<System.Net.Http.Headers.HttpRequestHeaders> set)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        set(client.DefaultRequestHeaders);
        return client;
    }

    private static long Gzipped(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Optimal)) gzip.Write(bytes);
        return into.ToArray().Length;
    }

    [GeneratedRegex("""(?:src|href)="(/(?:dist|js|icons)/[^"]+|/[^"]+\.(?:css|js|svg)[^"]*)""")]
    private static partial Regex Assets();
}
