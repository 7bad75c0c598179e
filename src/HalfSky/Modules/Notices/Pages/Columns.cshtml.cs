using HalfSky.Kernel;
using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Notices.Pages;

/// <summary>The columns read from a workbook, each with what fills it; confirmed once, and given out with that 确认列、发下去.</summary>
[Needs("collection.record")]
public sealed class ColumnsPage(Desk desk, Recording recording) : CollectionPage(desk, recording)
{
    /// <summary>Whom it can be given to.</summary>
    public IReadOnlyList<Addressee> Offered { get; private set; } = [];

    /// <summary>Collections that asked mostly the same.</summary>
    public IReadOnlyList<AskedBefore> Before { get; private set; } = [];

    /// <summary>The columns as they are proposed, or as they were typed.</summary>
    public SheetLayout Proposed { get; private set; } = null!;

    /// <summary>Choices of what fills a column, in groups.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<(string Value, string Label)> Items)> Choices { get; private set; } = [];

    /// <summary>Shows the columns.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Fill(id, ct)) return NotFound();
        return Layout is null ? Redirect($"/collections/new?collection={id}") : Collection.Stage != Collection.Preparing ? Redirect($"/collections/{id}") : Page();
    }

    /// <summary>Takes the columns as confirmed and gives the collection out.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string?[] fills, ColumnType[] types, bool onePerVillage, bool all, long[] to, CancellationToken ct)
    {
        if (!await Fill(id, ct) || Layout is null) return NotFound();
        if (!Collection.Counts) throw new Refusal(NoticeProblems.NotCounting);
        var known = Choices.SelectMany(g => g.Items).Select(i => i.Value).ToHashSet(StringComparer.Ordinal);
        var person = Reference.Register("person");
        Proposed = Layout with
        {
            OnePerVillage = onePerVillage,
            Columns = [.. Layout.Columns.Select((c, i) =>
            {
                var now = c with { Fills = i < fills.Length && known.Contains(fills[i] ?? "") ? fills[i] ?? "" : c.Fills, Type = i < types.Length ? types[i] : c.Type };
                return now.PersonField is { } key && person?.Find(key) is { } field ? now with { Type = ColumnMatch.TypeOf(field) } : now.Measure is null && now.Fills != ColumnMatch.Serial ? now : now with { Type = ColumnType.Number };
            })],
        };
        await Desk.Session.Write(async c =>
        {
            if (await Recording.Find(Wholes, id, Desk.User.Scope("collection.record"), c) is not Collection now) throw new Refusal(EntryProblems.NotFound);
            var before = await Recording.Find(Wholes, id, Desk.User.Scope("collection.record"), c);
            var meant = Addressees.Meant(Offered, all, to, []);
            now.GiveOut(Proposed);
            await Recording.Write(Wholes, before, now, "edited", null, c);
            foreach (var addressee in meant) await Recording.Send<CollectionReturn>(Parts, Wholes, now, addressee.Org, c, r => r.Stage = CollectionReturn.Waiting);
        }, ct);
        Toast = "发下去了。右边的话可以复制到群里。";
        return Redirect($"/collections/{id}");
    }

    /// <summary>Rows that stand in the sheet now and are replaced.</summary>
    public int Rows => Math.Max(0, Proposed.Last - Proposed.First + 1);

    private async Task<bool> Fill(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Manages) return false;
        if (Layout is null) return true;
        Proposed = Layout;
        Offered = await Addressees.Of(Collection.Org, Recording, ct);
        Before = await EarlierCollections.Of(id, Layout, Recording, Desk.Sees(Wholes), ct);
        Choices =
        [
            ("", [("", "村里填")]),
            ("自动填", [(ColumnMatch.Serial, "序号"), (ColumnMatch.Village, "村名"), (ColumnMatch.Township, "乡镇名"), (ColumnMatch.Computed, "表里的公式算"), (ColumnMatch.Nothing, "空着不填")]),
            ("台账里的数（按村）", [.. ColumnMatch.Measures(Reference).Select(m => (ColumnMatch.OfMeasure + m.Key, $"{m.Label}（{m.Unit.Label}）"))]),
            ("人员档案（按姓名带出，没有的村里填）", [.. ColumnMatch.PersonFields(Reference).Select(f => (ColumnMatch.OfPerson + f.Key, f.Label))]),
        ];
        return true;
    }
}
