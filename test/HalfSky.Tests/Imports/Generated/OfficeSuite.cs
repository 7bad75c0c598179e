using System.Diagnostics;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>The office suite that counties use without paying, when this machine has it: saves workbooks as another format, many at once.</summary>
internal static class OfficeSuite
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>It is here.</summary>
    public static bool IsHere => Program is not null;

    /// <summary>The workbooks as it saves them: “xls”, or “csv” of the first sheet.</summary>
    public static async Task<IReadOnlyList<byte[]>> Convert(IReadOnlyList<byte[]> workbooks, string to)
    {
        var folder = Directory.CreateTempSubdirectory("halfsky-office-");
        try
        {
            var files = new List<string>();
            foreach (var (bytes, i) in workbooks.Select((b, i) => (b, i)))
            {
                files.Add(Path.Combine(folder.FullName, $"in{i}.xlsx"));
                await File.WriteAllBytesAsync(files[^1], bytes);
            }
            // A profile of its own: one already open would take the order and answer nothing.
            string[] words = ["-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")), "--headless", "--convert-to", to is "csv" ? "csv:Text - txt - csv (StarCalc):44,34,76" : "xls:MS Excel 97",
                "--outdir", Path.Combine(folder.FullName, "out"), .. files];
            using var run = Process.Start(new ProcessStartInfo(Program!, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = run.StandardOutput.ReadToEndAsync();
            _ = run.StandardError.ReadToEndAsync();
            await run.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
            var made = new List<byte[]>();
            for (var i = 0; i < files.Count; i++)
            {
                var file = Path.Combine(folder.FullName, "out", $"in{i}.{to}");
                Assert.True(File.Exists(file), await said);
                made.Add(await File.ReadAllBytesAsync(file));
            }
            return made;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
