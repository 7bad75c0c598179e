using HalfSky.Modules.Notices;
using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>What becomes at random of notices and collections: no form asks for it, their own verbs do it.</summary>
internal static class SentOut
{
    /// <summary>Gives out every collection there is, then does something with half of the receipts and returns.</summary>
    public static async Task Deed(Recording r, Random dice, IReadOnlyDictionary<string, List<Guid>> known)
    {
        var reference = await r.Reference(default);
        var everywhere = Scope.Whole("a county living at random");
        var layout = new SheetLayout(Guid.Empty, "x", 1, 2, 2, false, [new(1, "姓名", ColumnType.Text), new(2, "人数", ColumnType.Number)]);
        foreach (var id in known["collection"])
        {
            if (await r.Find(reference.Register("collection")!, id, everywhere) is not Collection { Stage: Collection.Preparing }) continue;
            await r.Act<Collection>(reference.Register("collection")!, id, everywhere, "edited", (c, _) => { c.GiveOut(layout); return Task.CompletedTask; }, default);
        }
        foreach (var id in known["notice-receipt"].Where(_ => dice.Next(2) == 0)) await Receipt(r, dice, reference, id, everywhere);
        foreach (var id in known["collection-return"].Where(_ => dice.Next(2) == 0)) await Return(r, dice, reference.Register("collection-return")!, id, layout, everywhere);
    }

    private static async Task Receipt(Recording r, Random dice, Reference reference, Guid id, Scope everywhere)
    {
        var parts = reference.Register("notice-receipt")!;
        if (await r.Find(parts, id, everywhere) is not NoticeReceipt found || await r.Find(reference.Register("notice")!, found.Notice, everywhere) is not Notice notice) return;
        await r.Act<NoticeReceipt>(parts, id, everywhere, "edited", (p, _) =>
        {
            if (p.Answered is not null && dice.Next(2) == 0) p.SendBack("没写人数");
            else if (dice.Next(4) == 0) p.Sign(notice, r.Clock.Today, "张三");
            else p.Reply(notice, "好" + dice.Next(100), (p.Deadline ?? r.Clock.Today).AddDays(dice.Next(-3, 4)), "张三");
            return Task.CompletedTask;
        }, default);
    }

    private static Task Return(Recording r, Random dice, Register parts, Guid id, SheetLayout layout, Scope everywhere) => r.Act<CollectionReturn>(parts, id, everywhere, "edited", (p, _) =>
    {
        if (p.IsIn && dice.Next(3) == 0) p.SendBack("重写");
        else if (p.Stage == CollectionReturn.In && dice.Next(2) == 0) p.Pass();
        else if (p.Stage != CollectionReturn.Checked && !p.IsIn && dice.Next(4) == 0) p.Keep(Rows(dice, 2), layout, r.Vault);
        else if (p.Stage != CollectionReturn.Checked) p.Submit(Rows(dice, dice.Next(3)), dice.Next(2) == 0, layout, r.Vault, (p.Deadline ?? r.Clock.Today).AddDays(dice.Next(-3, 4)), "张三");
        return Task.CompletedTask;
    }, default);

    private static ReturnRows Rows(Random dice, int count) => new(Enumerable.Range(0, count).Select(_ => new[] { "王芳", dice.Next(50).ToString() }));
}
