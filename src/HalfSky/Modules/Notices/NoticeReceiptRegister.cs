using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Notices;

/// <summary>签收回复, part of registers.md §2 notice: one for each organisation a notice went to.</summary>
public sealed class NoticeReceiptRegister : Register<NoticeReceipt>
{
    /// <summary>The county's form.</summary>
    public NoticeReceiptRegister() : base("notice-receipt", "签收回复", dateLabel: "收发日期")
    {
        RecordLabel = "加一个收的组织";
        About = "一个组织一条：签收没有，回复没有";

        Section("谁收");
        PartOf(r => r.Notice, "通知", "notice", ownPlace: true);
        Here(r => r.Org).Required().Listed();
        Day(r => r.SignedOn, "签收日期").Derived().Listed();
        Text(r => r.SignedBy, "签收人").Derived();
        LongText(r => r.Answer, "回复").Derived();
        Day(r => r.Answered, "回复日期").Derived().Listed();
        Flag(r => r.Late, "过了期限").Derived();
        Text(r => r.SentBack, "退回的原因").Derived().Max(500);
        Day(r => r.Done, "办完日期").Derived();
        Here(r => r.Note);
        Copied(r => r.Title, "标题", from: "title", FieldType.Text);
        Copied(r => r.Deadline, "回复期限", from: "deadline", FieldType.Date);
        Copied(r => r.Direction, "收还是发", from: "direction");

        TitledBy(r => r.Title);
        FiledAt("/notices/receipts/{0}", "签收和回复", "checklist");
        Duty(new("notice-receipt.answer", "办通知", DutyCycle.Once) { On = "deadline", Until = "done", Days = 15 });

        Flow("notice-receipt.count", "要签收的通知", Unit.Copies).By(FieldOf(r => r.Direction));
        Flow("notice-receipt.signed", "签收了的通知", Unit.Copies).Where(new Filter.Not(new Filter.Is("signedOn", null)), "填了签收日期").By(FieldOf(r => r.Direction));
        FlowOn(r => r.Deadline, "notice-receipt.due", "到期要办的通知", Unit.Copies).By(FieldOf(r => r.Direction));
        FlowOn(r => r.Deadline, "notice-receipt.in-time", "按时办完的通知", Unit.Copies).Where(new Filter.Is("late", false) & new Filter.Not(new Filter.Is("done", null)), "在期限内办完").By(FieldOf(r => r.Direction));
    }

    /// <summary>Signed for and answered on the notice's own page, by whom it was sent to.</summary>
    public override Problem? KeptElsewhere(Entry entry) => new("notice-receipt.page", "签收、回复和退回请到这份通知的“签收和回复”页上办。", "notice");

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(NoticeReceipt entry, NoticeReceipt? before, Recording recording, CancellationToken ct) =>
        await recording.HasAnother(this, entry, new Filter.Is("notice", entry.Notice) & new Filter.Is("org", entry.Org), ct)
            ? [new("notice-receipt.twice", "这份通知已经发给这个组织了。", "org")] : [];
}
