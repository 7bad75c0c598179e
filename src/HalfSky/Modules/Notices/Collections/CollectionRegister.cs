using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>收表台账, registers.md §2.</summary>
public sealed class CollectionRegister : Register<Collection>
{
    /// <summary>The county's form.</summary>
    public CollectionRegister() : base("collection", "收表", dateLabel: "发表日期", noteLabel: "填表说明")
    {
        Icon = "table";
        Room = Room.Work;
        RecordLabel = "收一张表";
        About = "上面发来的表照原样收：列从表里认，知道的自动填，村里只填剩下的，收齐还是原来那张表";

        Section("收什么表");
        Text(c => c.Title, "名称").Required().Listed().Searched().Max(100).Called("表名", "表格名称");
        Here(c => c.Date);
        Day(c => c.Deadline, "交表期限").Required().Listed().MayBeFuture().Called("截止日期", "上交日期", "上交时限", "上交期限", "上报期限", "报送时限", "上报时限", "截止报送日期", "上报截止", "截止时间", "交表时限");
        Flag(c => c.ZeroAllowed, "可以报零").Hint("没有的村点一下就算交了").Default("true");
        LookUp(c => c.Notice, "随哪份通知", "notice");
        LookUp(c => c.Previous, "上一轮", "collection").Hint("定期摸底的选上一次，好比着看");
        Here(c => c.Org);
        Here(c => c.Note);
        Here(c => c.Place);
        Kind(c => c.Stage, "到哪一步", (Collection.Preparing, "还没发下去"), (Collection.Open, "正在收"), (Collection.Sent, "报上去了")).Derived().Listed().Filtered().Fixed();
        LongText(c => c.Layout, "表的列").Derived();

        TitledBy(c => c.Title);
        FiledAt("/collections/{0}", "收到哪一步", "checklist");
        ListedAt("/collections/new", "收一张表", "file-spreadsheet");

        Flow("collection.count", "收的表", Unit.Things).By(FieldOf(c => c.Stage));
        Ratio("collection.returned-share", "收表上交率", part: "collection-return.in", whole: "collection-return.count");
        Ratio("collection.in-time-share", "收表按时上交率", part: "collection-return.in-time", whole: "collection-return.due");
    }

    /// <inheritdoc/>
    protected override Task Complete(Collection entry, Recording recording, CancellationToken ct)
    {
        entry.Stage ??= Collection.Preparing;
        return Task.CompletedTask;
    }
}
