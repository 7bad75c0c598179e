namespace HalfSky.Platform.Data;

/// <summary>The one folder that holds everything an installation owns. Only its owner may look inside.</summary>
public sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Opens the folder, making what is missing.</summary>
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        foreach (var folder in new[] { Path, Keys, Files, Backups, Log }) Make(folder);
    }

    /// <summary>Full path of the folder itself.</summary>
    public string Path { get; }

    /// <summary>The SQLite database.</summary>
    public string Database => Within("halfsky.db");

    /// <summary>Key ring and master key.</summary>
    public string Keys => Within("keys");

    /// <summary>The master key; the one file that never goes into a backup.</summary>
    public string MasterKey => Within("keys", "master.key");

    /// <summary>Data keys, wrapped by the master key.</summary>
    public string KeyRing => Within("keys", "ring.json");

    /// <summary>What was lawfully erased; replayed after a restore.</summary>
    public string Erasures => Within("keys", "erasures.jsonl");

    /// <summary>Encrypted attachments by content.</summary>
    public string Files => Within("files");

    /// <summary>Backups made on this machine.</summary>
    public string Backups => Within("backups");

    /// <summary>Log files, one a day.</summary>
    public string Log => Within("log");

    /// <summary>Makes a folder that only its owner may read.</summary>
    internal static void Make(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly);
    }

    private string Within(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);
}
