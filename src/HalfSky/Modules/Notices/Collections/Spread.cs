using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>A line pasted for several villages that could not be used.</summary>
public sealed record UnusedRow(int Line, string Text);

/// <summary>Rows of several villages pasted at once from a spreadsheet: the first cell says whose each is.</summary>
internal static class Spread
{
    /// <summary>The rows by organisation, and the lines that could not be used.</summary>
    public static (IReadOnlyDictionary<long, ReturnRows> Rows, IReadOnlyList<UnusedRow> Unused) Read(SheetLayout layout, string? pasted, IReadOnlyList<CollectionReturn> returns, Reference reference, DateOnly today)
    {
        var (byOrg, unused) = (new Dictionary<long, List<string[]>>(), new List<UnusedRow>());
        var lines = (pasted ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var n = 0; n < lines.Length; n++)
        {
            if (lines[n].Trim().Length == 0) continue;
            var cut = lines[n].IndexOf('\t', StringComparison.Ordinal);
            var name = (cut < 0 ? lines[n] : lines[n][..cut]).Trim();
            if (n == 0 && name is "村" or "村名" or "单位" or "填报单位") continue;
            var meant = returns.Where(r => Called(r, name, reference)).ToList();
            var read = cut < 0 ? [] : CellCheck.Pasted(layout, lines[n][(cut + 1)..]).All;
            if (meant.Count != 1) unused.Add(new(n + 1, meant.Count == 0 ? $"“{Short(name)}”不在要交的村里，请看一下村名。" : $"叫“{Short(name)}”的有几个，请写全名。"));
            else if (meant[0].Stage == CollectionReturn.Checked) unused.Add(new(n + 1, $"{name}已经核过了，要改请先退回。"));
            else if (read.Count == 0) unused.Add(new(n + 1, $"{name}后面没有内容；没有的请到那个村里点“零报告”。"));
            else if (CellCheck.Tidy(layout, new(read), today) is [var bad, ..]) unused.Add(new(n + 1, $"{name}的“{layout.Columns[bad.Column].Label}”{bad.Text}"));
            else if (layout.OnePerVillage && byOrg.ContainsKey(meant[0].Org)) unused.Add(new(n + 1, $"{name}有两行，这张表一个村只填一行。"));
            else if (byOrg.TryGetValue(meant[0].Org, out var rows)) rows.AddRange(read);
            else byOrg[meant[0].Org] = [.. read];
        }
        return (byOrg.ToDictionary(o => o.Key, o => new ReturnRows(o.Value)), unused);
    }

    private static bool Called(CollectionReturn owed, string name, Reference reference) =>
        name.Length > 0 && (reference.Organizations.NameOf(owed.Org) == name || reference.Places.NameOf(owed.Place) == name || reference.Organizations.NameOf(owed.Org) == name + "妇联" || reference.Places.NameOf(owed.Place) == name + "村");

    private static string Short(string text) => text.Length > 12 ? text[..12] + "…" : text;
}
