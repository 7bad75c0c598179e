using System.Text.RegularExpressions;
using HalfSky.Kernel;
using HalfSky.Platform.Documents;

namespace HalfSky.Modules.Reports.Writing;

/// <summary>Last year's document as blocks: the office keeps its words; the year in them follows the new document.</summary>
public static partial class LastYear
{
    /// <summary>The blocks.</summary>
    /// <param name="read">What was read of the file.</param>
    /// <param name="days">Days of the new document; the year before becomes “{year}”, its own the next.</param>
    public static IReadOnlyList<ReportBlock> Blocks(IReadOnlyList<ReadBlock> read, Period days)
    {
        var blocks = new List<ReportBlock>();
        foreach (var block in read)
        {
            if (block.Rows is { Count: > 1 } rows) blocks.Add(ReportBlock.New(BlockKind.Table, string.Join('\n', ["表", "按 村", .. rows[0].Skip(1).Where(h => h.Length > 0)])));
            else if (block.Text.Trim() is { Length: > 0 } text && !block.IsTitle)
                foreach (var piece in text.Chunk(ReportBook.Longest)) blocks.Add(ReportBlock.New(block.Level is >= 1 and <= 4 ? (BlockKind)(block.Level - 1) : BlockKind.Paragraph, Years(new string(piece), days)));
        }
        return blocks;
    }

    /// <summary>“2025年”, “20__年” and “20xx年” are the year of the document.</summary>
    private static string Years(string text, Period days)
    {
        var year = days.Last.Year;
        return Masked().Replace(text, "{year}").Replace($"{year - 1}年", "{year}", StringComparison.Ordinal).Replace($"{year}年", "{next}", StringComparison.Ordinal);
    }

    [GeneratedRegex("20(__|xx|XX|××|\\*\\*)年")]
    private static partial Regex Masked();
}
