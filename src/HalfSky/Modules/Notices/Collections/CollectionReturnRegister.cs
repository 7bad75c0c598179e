using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>交表, part of registers.md §2 collection: one for each village asked; its rows are kept with it, those of sealed columns sealed.</summary>
public sealed class CollectionReturnRegister : Register<CollectionReturn>
{
    private static readonly Filter IsIn = new Filter.In("stage", [CollectionReturn.In, CollectionReturn.Checked]);

    /// <summary>The county's form.</summary>
    public CollectionReturnRegister() : base("collection-return", "交表", dateLabel: "发表日期")
    {
        RecordLabel = "加一个填的组织";
        About = "一个村一条：交没交，几行，退没退";

        Section("谁填");
        PartOf(r => r.Collection, "收表", "collection", ownPlace: true);
        Here(r => r.Org).Required().Listed();
        Kind(r => r.Stage, "到哪一步", (CollectionReturn.Waiting, "未交"), (CollectionReturn.Kept, "填了没交"), (CollectionReturn.In, "已交"), (CollectionReturn.Back, "退回要改"), (CollectionReturn.Checked, "核过"))
            .Derived().Listed().Filtered().Fixed();
        Day(r => r.Submitted, "交表日期").Derived().Listed();
        Text(r => r.SubmittedBy, "交表人").Derived();
        Number(r => r.RowCount, "行数").Derived().Listed();
        Flag(r => r.Zero, "零报告").Derived().Filtered();
        Flag(r => r.Late, "过了期限").Derived().Filtered();
        Number(r => r.Minutes, "填表分钟").Derived();
        Text(r => r.SentBack, "退回的原因").Derived().Max(500);
        LongText(r => r.Cells, "填的内容").Derived();
        Sealed(r => r.SealedCells, "填的加密内容", SealPurpose.Defined).Derived();
        Here(r => r.Note);
        Copied(r => r.Title, "标题", from: "title", FieldType.Text);
        Copied(r => r.Deadline, "交表期限", from: "deadline", FieldType.Date);

        TitledBy(r => r.Title);
        FiledAt("/collections/returns/{0}", "填表", "pencil");
        Duty(new("collection-return.hand-in", "交表", DutyCycle.Once) { On = "deadline", Until = "submitted", Days = 15 });

        Flow("collection-return.count", "要交的表", Unit.Copies).By(FieldOf(r => r.Stage));
        Flow("collection-return.in", "交了的表", Unit.Copies).Where(IsIn, "已交或核过");
        Flow("collection-return.zero", "报零的表", Unit.Copies).Where(IsIn & new Filter.Is("zero", true), "报零的");
        Flow("collection-return.rows", "收到的行", Unit.Of("行")).Sum(FieldOf(r => r.RowCount)).Where(IsIn, "已交或核过");
        Flow("collection-return.minutes", "填表用时", Unit.Of("分钟")).Sum(FieldOf(r => r.Minutes));
        FlowOn(r => r.Deadline, "collection-return.due", "到期要交的表", Unit.Copies);
        FlowOn(r => r.Deadline, "collection-return.in-time", "按时交的表", Unit.Copies).Where(IsIn & new Filter.Is("late", false), "在期限内交来");
    }

    /// <summary>Filled, returned and checked on the collection's own pages.</summary>
    public override Problem? KeptElsewhere(Entry entry) => new("collection-return.page", "填表、退回和核请到这张表的“收到哪一步”页上办。", "collection");

    /// <inheritdoc/>
    protected override Task Complete(CollectionReturn entry, Recording recording, CancellationToken ct)
    {
        entry.Stage ??= CollectionReturn.Waiting;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(CollectionReturn entry, CollectionReturn? before, Recording recording, CancellationToken ct)
    {
        if (await recording.FactsOf("collection", new Filter.Is("id", entry.Collection), ["stage"], ct) is [null or Collection.Preparing]) return [NoticeProblems.NoColumns];
        return await recording.HasAnother(this, entry, new Filter.Is("collection", entry.Collection) & new Filter.Is("org", entry.Org), ct)
            ? [new("collection-return.twice", "这张表已经发给这个组织了。", "org")] : [];
    }
}
