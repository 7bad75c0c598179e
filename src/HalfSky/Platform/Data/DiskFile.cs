namespace HalfSky.Platform.Data;

/// <summary>Files that are there whole or not at all, and readable by their owner only.</summary>
internal static class DiskFile
{
    /// <summary>Opens a new file that must not exist yet.</summary>
    public static FileStream Create(string path) => Open(path, FileMode.CreateNew);

    /// <summary>Opens a file to add to its end; another process may be reading it or adding too.</summary>
    public static FileStream Append(string path) => Open(path, FileMode.Append);

    /// <summary>Replaces a file in one step: written beside it, flushed to the disk, renamed over it.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var temporary = $"{path}.{Guid.CreateVersion7():n}.tmp";
        try
        {
            using (var file = Create(temporary))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>Removes a file that may be gone or held; what stays behind is swept later.</summary>
    public static void TryDelete(string path)
    {
        try { File.Delete(path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { /* swept later */ }
    }

    /// <summary>Removes a folder with all in it, if it can be.</summary>
    public static void TryDeleteFolder(string path)
    {
        try { if (Directory.Exists(path)) Directory.Delete(path, recursive: true); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { /* swept later */ }
    }

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
