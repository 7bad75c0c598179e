namespace HalfSky.Tests.Shape;

/// <summary>The files of the repository, for the tests that read them.</summary>
internal static class Source
{
    /// <summary>Root of the checkout.</summary>
    public static string Root { get; } = Find();

    /// <summary>Our own source files under src, generated ones left out, with paths relative to the root and forward slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Files(params string[] endings) =>
        from file in Directory.EnumerateFiles(System.IO.Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
        let path = System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/')
        where endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)) && !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)
        orderby path
        select (path, File.ReadAllText(file));

    /// <summary>Text without comments, so that words in a comment are not taken for code.</summary>
    public static string Code(string text) =>
        string.Join('\n', text.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && !l.TrimStart().StartsWith('*')));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "HalfSky.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
