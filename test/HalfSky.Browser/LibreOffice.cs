using System.Diagnostics;

namespace HalfSky.Browser;

/// <summary>The office suite that counties use without paying, when this machine has it: opens a workbook, computes it anew, saves it.</summary>
internal static class LibreOffice
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "soffice")).FirstOrDefault(File.Exists);

    /// <summary>It is here.</summary>
    public static bool IsHere => Program is not null;

    /// <summary>The workbook as it saves it: “xlsx”, or “csv” of the first sheet.</summary>
    public static async Task<byte[]> Convert(byte[] workbook, string to)
    {
        var folder = Directory.CreateTempSubdirectory("halfsky-office-");
        try
        {
            var file = Path.Combine(folder.FullName, "in.xlsx");
            await File.WriteAllBytesAsync(file, workbook);
            var format = to == "csv" ? "csv:Text - txt - csv (StarCalc):44,34,76" : "xlsx:Calc MS Excel 2007 XML";
            // A profile of its own: one already open would take the order and answer nothing.
            string[] words = ["-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")), "--headless", "--convert-to", format, "--outdir", Path.Combine(folder.FullName, "out"), file];
            using var run = Process.Start(new ProcessStartInfo(Program!, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = run.StandardOutput.ReadToEndAsync();
            _ = run.StandardError.ReadToEndAsync();
            await run.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            var made = Path.Combine(folder.FullName, "out", "in." + to);
            Assert.True(File.Exists(made), await said);
            return await File.ReadAllBytesAsync(made);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
