using HalfSky.Platform.Data;
using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Imports;

/// <summary>Files of imports, encrypted beside the attachments as long as an import can be taken back.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="vault">Encrypts.</param>
public sealed class ImportFiles(DataFolder folder, Vault vault)
{
    private const string Use = "import";

    /// <summary>Keeps a file.</summary>
    public void Keep(Guid import, byte[] content)
    {
        Directory.CreateDirectory(Shelf);
        var path = PathOf(import);
        using (var to = File.Create(path + ".tmp")) SealedStream.Write(vault, Use, new MemoryStream(content, writable: false), to);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    /// <summary>A file as it came; null when it is no longer kept.</summary>
    public byte[]? Read(Guid import)
    {
        if (!File.Exists(PathOf(import))) return null;
        using var plain = SealedStream.Read(vault, Use, File.OpenRead(PathOf(import)));
        using var content = new MemoryStream();
        plain.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Throws a file away.</summary>
    public void Forget(Guid import) => DiskFile.TryDelete(PathOf(import));

    private string Shelf => Path.Combine(folder.Path, "imports");

    private string PathOf(Guid import) => Path.Combine(Shelf, import.ToString("n"));
}
