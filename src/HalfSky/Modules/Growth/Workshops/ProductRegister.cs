using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Workshops;

/// <summary>巾帼好物台账, registers.md §10. How many speak for products is counted by the register of talents.</summary>
public sealed class ProductRegister : Register<Product>
{
    /// <summary>The county's form.</summary>
    public ProductRegister() : base("product", "巾帼好物", dateLabel: "登记日期")
    {
        Icon = "shopping-bag";
        Room = Room.Work;
        About = "妇女做的、种的好东西，谁做、谁代言、卖了多少";

        Section("什么好物");
        Text(p => p.Name, "名称").Required().Listed().Searched().Max(60).Called("产品名称", "好物名称", "商品名称");
        Kind(p => p.Category, "品类", ("fruit", "水果蔬菜"), ("grain", "粮油"), ("livestock", "禽畜蛋奶"), ("aquatic", "水产"), ("tea", "茶叶药材"), ("food", "糕点熟食"), ("handicraft", "手工艺品"),
            ("clothing", "服饰家纺"), ("flowers", "花卉苗木"), ("other", "其他")).Required().Listed().Filtered();
        LookUp(p => p.Workshop, "哪个基地工坊做的", "base").Listed().Called("生产基地", "出品基地");
        LookUp(p => p.Body, "哪个单位做的", "body").Called("生产单位");
        LookUp(p => p.Spokeswoman, "代言人", "talent").Listed().Called("代言人姓名");

        Section("从哪天到哪天");
        Day(p => p.From, "上架日期").Required().Default("today");
        Day(p => p.To, "下架日期");
        Here(p => p.Place);
        Here(p => p.Org);
        Here(p => p.Note);

        TitledBy(p => p.Name);
        MatchedBy(p => p.Name);
        HeldBetween(p => p.From, p => p.To);

        Stock("product.count", "巾帼好物", Unit.Things).By(FieldOf(p => p.Category));
        Stock("product.categories", "巾帼好物品类", Unit.Of("种")).Distinct(FieldOf(p => p.Category));
    }
}
