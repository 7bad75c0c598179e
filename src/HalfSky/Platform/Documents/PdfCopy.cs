using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace HalfSky.Platform.Documents;

/// <summary>A PDF of a Word file, made by the LibreOffice on this computer.</summary>
public static partial class PdfCopy
{
    private const int Gutter = 500;
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
            await File.WriteAllBytesAsync(source, Prepared(docx), cancel);
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

    /// <summary>
    /// LibreOffice lets a table float only where it is narrower than the text, and takes a gutter for text: with part of the left margin made
    /// a gutter, the imprint 版记 stands at the foot of the page here too.
    /// </summary>
    private static byte[] Prepared(byte[] docx)
    {
        using var copy = new MemoryStream();
        copy.Write(docx);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            if (zip.GetEntry("word/document.xml") is not { } part) return docx;
            using var content = part.Open();
            using var reader = new StreamReader(content);
            var text = reader.ReadToEnd();
            var bytes = Encoding.UTF8.GetBytes(LeftMargin().Replace(text, $"w:left=\"{OfficialPage.Left - Gutter}\"$1w:gutter=\"{Gutter}\""));
            content.SetLength(0);
            content.Write(bytes);
        }
        return copy.ToArray();
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

    [GeneratedRegex("w:left=\"1588\"([^>]*)w:gutter=\"0\"")]
    private static partial Regex LeftMargin();
}
