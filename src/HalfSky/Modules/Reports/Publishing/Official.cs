using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Documents;

namespace HalfSky.Modules.Reports.Publishing;

/// <summary>A report as an official document 公文 or a briefing 简报.</summary>
public static class Official
{
    /// <summary>A table with more columns or rows goes behind the text, across the page.</summary>
    private const int Columns = 6, Rows = 20;

    /// <summary>The document.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">Title as it stood.</param>
    /// <param name="text">The text.</param>
    /// <param name="signer">Who signs it.</param>
    /// <param name="day">Day of the document.</param>
    /// <param name="isDraft">It was not published: the title says so.</param>
    /// <param name="briefing">As a briefing, with its number of the year.</param>
    public static OfficialDocument Of(Report report, string title, FrozenText text, string signer, DateOnly day, bool isDraft, int? briefing = null)
    {
        var annexes = new List<Annex>();
        var blocks = new List<DocumentBlock>();
        foreach (var block in text.Blocks)
        {
            if (block.Rows is { } rows)
            {
                var cells = rows.Select(r => (IReadOnlyList<string>)[.. r.Select(c => c.Text)]).ToList();
                if (block.IsChart) blocks.Add(new BarChart(block.Text, [.. cells.Where(r => r[0] != "合计").Select(r => (r[0], Number(r.ElementAtOrDefault(1)), r.ElementAtOrDefault(1) ?? ""))]));
                else if (block.Heads!.Count > Columns || cells.Count > Rows)
                {
                    annexes.Add(new(block.Text, block.Heads, cells));
                    blocks.Add(new Paragraph($"{block.Text}见附件{annexes.Count}。"));
                }
                else blocks.Add(new Table(block.Text, block.Heads, cells));
            }
            else if (block.Level > 0) blocks.Add(new Heading(block.Level, block.Text));
            else blocks.Add(new Paragraph(block.Text));
        }
        var copies = (report.Copies ?? "").Split([',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new()
        {
            Title = title, Subtitle = isDraft ? "（草稿）" : null, Recipient = briefing is not null || string.IsNullOrWhiteSpace(report.Recipient) ? null : report.Recipient.TrimEnd('：', ':'), Blocks = blocks,
            Signer = briefing is null ? signer : null, Date = day, Annexes = annexes, Agency = briefing is null && !string.IsNullOrWhiteSpace(report.Number) ? signer + "文件" : null, Number = report.Number, CopiesTo = copies,
            IssuedBy = copies.Length > 0 || briefing is not null ? signer : null, Briefing = briefing is { } issue ? new(signer + "工作简报", issue, signer) : null,
        };
    }

    private static decimal Number(string? text) => decimal.TryParse(new string([.. (text ?? "").Where(c => char.IsAsciiDigit(c) || c == '.')]), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
