using HalfSky.Kernel;
using HalfSky.Modules.Notices;
using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Tests;
using HalfSky.Tests.Modules.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>Notices and collections: to send, to sign, to fill, with an error, late, sent back, merged.</summary>
internal static class NoticeScenes
{
    private const string LongTitle = "关于开展“十五五”农村留守妇女、困境儿童及单亲困难母亲家庭基本情况摸底并建立动态管理台账的通知";

    public static async Task<IReadOnlyList<Scene>> Of(County county, string text)
    {
        var today = county.Clock.Today;
        Task<Entry> Notice(string title, int due) => county.Recorded(Persona.Officer, "notice", ("title", title), ("direction", "out"), ("date", today.AddDays(-9)), ("number", "青妇〔2026〕12号"),
            ("asks", "传达到每位执委，回复参加人数和照片。"), ("note", text), ("deadline", today.AddDays(due)));
        var fresh = await Notice("关于召开执委会的通知", 5);
        var sent = await Notice(LongTitle, -2);
        foreach (var village in county.Facts.Townships[0].Villages) await county.Recorded(Persona.Officer, "notice-receipt", ("notice", sent.Id), ("org", village.Org));
        var open = await Notice("关于摸清底数的通知", 3);
        await county.Recorded(Persona.Officer, "notice-receipt", ("notice", open.Id), ("org", county.Village1.Org));
        await Answer(county, (Notice)sent, county.Village1.Org, "已传达，12 人参加。" + text, null);
        await Answer(county, (Notice)sent, county.Village2.Org, "知道了", "没写人数");
        var preparing = await Collected(county, "待发的摸底表", false);
        var full = await Collected(county, LongTitle[2..], true, text);
        return
        [
            new("notices-exec", Persona.Exec, "/notices"),
            new("notices-officer", Persona.Officer, "/notices"),
            new("notices-empty", Persona.Officer2, "/notices"),
            new("notice-send", Persona.Officer, $"/notices/{fresh.Id}"),
            new("notice-sent", Persona.Officer, $"/notices/{sent.Id}"),
            new("notice-print", Persona.Officer, $"/notices/{sent.Id}", Print: true),
            new("notice-exec", Persona.Exec, $"/notices/{open.Id}"),
            new("notice-error", Persona.Exec, $"/notices/{open.Id}", async p => { await p.ClickAsync("form[action$='/answer'] button"); await p.WaitForLoadStateAsync(); }),
            new("notice-back", Persona.Exec2, $"/notices/{sent.Id}"),
            new("notice-list", Persona.Officer, "/r/notice"),
            new("collect-new", Persona.Officer, "/collections/new"),
            new("collect-new-error", Persona.Officer, "/collections/new", async p => { await p.ClickAsync("form .next button"); await p.WaitForLoadStateAsync(); }),
            new("collect-columns", Persona.Officer, $"/collections/{preparing}/columns"),
            new("collect-standing", Persona.Officer, $"/collections/{full}"),
            new("collect-print", Persona.Officer, $"/collections/{full}", Print: true),
            new("collect-fill", Persona.Exec, $"/collections/{full}/fill"),
            new("collect-fill-error", Persona.Exec2, $"/collections/{full}/fill", async p => { await p.FillAsync("#c-0-2", "阿卜杜热合曼·阿依古丽·买买提江"); await p.FillAsync("#c-0-3", "123"); await p.FillAsync("#c-0-5", "很多"); await p.ClickAsync("button[value=submit]"); await p.WaitForLoadStateAsync(); }),
            new("collect-paste", Persona.Officer, $"/collections/{full}/fill?org={county.Facts.Villages[2].Org}"),
            new("collect-merge", Persona.Officer, $"/collections/{full}/merge"),
            new("collect-list", Persona.Officer, "/r/collection"),
        ];
    }

    private static Task Answer(County county, Notice notice, long org, string answer, string? back) => county.As(Persona.Officer, async (r, _) =>
    {
        var parts = (await r.Reference(default)).Register("notice-receipt")!;
        var scope = r.User.Scope("notice.record");
        var receipt = (await r.PartsIn<NoticeReceipt>(parts, notice.Id, scope, default)).Single(p => p.Org == org);
        await r.Act<NoticeReceipt>(parts, receipt.Id, scope, "edited", (x, _) => { x.Reply(notice, answer, r.Clock.Today, "张主席"); if (back is not null) x.SendBack(back); return Task.CompletedTask; }, default);
    });

    /// <summary>A collection as the pages make it, with one village in, one sent back.</summary>
    private static Task<Guid> Collected(County county, string title, bool given, string? note = null) => county.As(Persona.Officer, async services =>
    {
        var r = services.GetRequiredService<Recording>();
        var workbook = SampleWorkbook.People();
        var reference = await r.Reference(default);
        var (wholes, parts) = (reference.Register("collection")!, reference.Register("collection-return")!);
        var kept = (await services.GetRequiredService<AttachmentFiles>().Accept(new MemoryStream(workbook), "摸底表.xlsx", null)).File!;
        var township = county.Facts.Townships[0];
        var entry = new Collection { Id = Uuid.New(r.Clock.Now), Title = title.Length > 100 ? title[..100] : title, Date = r.Clock.Today.AddDays(-9), Deadline = r.Clock.Today.AddDays(given ? -1 : 6), ZeroAllowed = true, Stage = Collection.Preparing, Note = note, Org = township.Org, Place = township.Place, RecordedBy = r.User.Account, RecordedAt = r.Clock.Now };
        entry.Submit(false);
        await r.Session.Write(async c =>
        {
            var file = Attachment.Make(r.Vault, r.Clock, kept, entry.Id, "collection", entry.Org, r.User.Account);
            r.Session.Db.Add(file);
            var layout = ColumnMatch.Propose(IncomingSheet.Read(workbook, file.Id), reference);
            if (given) entry.GiveOut(layout); else entry.Layout = layout.Text;
            await r.Write(wholes, null, entry, "recorded", null, c);
            if (!given) return;
            foreach (var (village, i) in township.Villages.Select((v, i) => (v, i)))
            {
                await r.Send<CollectionReturn>(parts, wholes, entry, village.Org, c, p =>
                {
                    p.Stage = CollectionReturn.Waiting;
                    if (i == 2) return;
                    p.Submit(new([["1", village.Name, village.People[0].Name, "11010119900307213X", "13900010001", "80"], ["2", village.Name, "阿卜杜热合曼·阿依古丽·买买提江", "11010119900307213X", "", "65"]]), false, layout, r.Vault, r.Clock.Today, "张主席");
                    p.Minutes = 15;
                    if (i == 1) p.SendBack("第二行的分写错了，请对照评分表重写");
                });
            }
        });
        return entry.Id;
    });
}
