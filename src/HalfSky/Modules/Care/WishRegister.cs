using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>微心愿台账, registers.md §5.</summary>
public sealed class WishRegister : Register<Wish>
{
    /// <summary>The county's form.</summary>
    public WishRegister() : base("wish", "微心愿", dateLabel: "征集日期")
    {
        Icon = "gift";
        Room = Room.Work;
        About = "谁想要什么、谁来帮她实现";

        Section("谁的心愿");
        LookUp(w => w.Person, "姓名", "person").Required().Listed().Hint("输姓名或首字母").Called("许愿人", "许愿人姓名", "对象", "心愿人");
        Text(w => w.Wanted, "想要什么").Required().Listed().Searched().Max(100).Called("微心愿", "心愿", "心愿内容", "微心愿内容", "心愿名称", "愿望");
        Amount(w => w.Value, "大约值多少钱").Listed().Called("心愿价值", "预计金额", "金额", "物品价值", "估价");
        Here(w => w.Date);

        Section("谁来实现");
        Text(w => w.Donor, "认领人").Listed().Searched().Max(50).Called("圆梦人", "认领人姓名", "爱心人士", "认领者", "捐赠人", "爱心人", "由谁认领", "认领单位或个人");
        LookUp(w => w.DonorBody, "认领单位", "body").Called("圆梦单位");
        Day(w => w.FulfilledOn, "实现日期").Listed().Called("圆梦日期", "完成日期", "兑现日期", "达成日期", "圆梦时间", "完成时间", "送达日期");
        Here(w => w.Place);
        Here(w => w.Org);
        Here(w => w.Note);
        LookUp(w => w.Household, "家庭", "household").Derived();
        LookUp(w => w.Subject, "对象", "person").Derived();

        TitledBy(w => w.Person);

        Flow("wish.wishes", "征集微心愿", Unit.Things).ByCare(FieldOf(w => w.Subject));
        FlowOn(w => w.FulfilledOn, "wish.fulfilled", "实现微心愿", Unit.Things).ByCare(FieldOf(w => w.Subject));
        FlowOn(w => w.FulfilledOn, "wish.value", "实现微心愿价值", Unit.Yuan).Sum(FieldOf(w => w.Value));
    }

    /// <inheritdoc/>
    protected override async Task Complete(Wish entry, Recording recording, CancellationToken ct) =>
        (entry.Household, entry.Subject, entry.Place, entry.Org) = await Subjects.Resolve(entry, entry.Subject, entry.Person, null, entry.Date, recording, ct);
}
