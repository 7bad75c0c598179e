using System.Diagnostics;

namespace HalfSky.Platform.Documents;

/// <summary>A PDF of a Word file, made by the LibreOffice on this computer.</summary>
public static class PdfCopy
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>LibreOffice takes hundreds of megabytes: one at a time.</summary>
    private static readonly SemaphoreSlim Turn = new(1);
    private static readonly Lazy<string?> Office = new(Find);

    /// <summary>Whether LibreOffice is there; looked up once.</summary>
    public static bool IsAvailable => Office.Value is not null;

    /// <summary>The PDF; null where LibreOffice is not installed, does not end, or makes none.</summary>
    public static async Task<byte[]?> Make(byte[] docx, CancellationToken cancel)
    {
        if (Office.Value is not { } program) return null;
        await Turn.WaitAsync(cancel);
        // A profile of its own: the user's may be open in a window, and would be asked instead.
        var folder = Directory.CreateTempSubdirectory("halfsky-pdf-").FullName;
        try
        {
            var (source, made) = (Path.Combine(folder, "document.docx"), Path.Combine(folder, "document.pdf"));
            await File.WriteAllBytesAsync(source, docx, cancel);
            var ended = await Run(new(program, [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--norestore", "--nologo", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder, source])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = folder,
            }, cancel);
            return ended && File.Exists(made) ? await File.ReadAllBytesAsync(made, cancel) : null;
        }
        finally
        {
            Discard(folder);
            Turn.Release();
        }
    }

    /// <summary>Runs it to its end; false where that did not come.</summary>
    private static async Task<bool> Run(ProcessStartInfo start, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        using var process = Process.Start(start)!;
        // What it says is read away, or it would wait for a reader.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static void Discard(string folder)
    {
        for (var tries = 0; ; tries++)
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            // A process just killed may hold a file a moment longer.
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (tries == 5) return;
                Thread.Sleep(200);
            }
    }

    private static string? Find()
    {
        string[] names = OperatingSystem.IsWindows() ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder.Trim('"'), name))).FirstOrDefault(File.Exists);
    }
}
