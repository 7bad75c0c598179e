using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Workshops;

/// <summary>好物销售, part of registers.md §10 product: sales reports.</summary>
public sealed class ProductSaleRegister : Register<ProductSale>
{
    /// <summary>The county's form.</summary>
    public ProductSaleRegister() : base("product-sale", "好物销售", dateLabel: "卖到哪天")
    {
        Icon = "coin-yuan";
        Room = Room.Work;
        About = "卖一批记一条；只记上次以后新卖的";

        Section("卖了多少");
        PartOf(s => s.Product, "好物", "product", ownDay: true).Called("产品名称", "产品", "好物名称", "商品");
        Here(s => s.Date);
        Amount(s => s.Amount, "销售额").Required().Listed().Called("销售金额", "成交额");
        Number(s => s.Orders, "订单").Listed().Called("订单数", "单数", "销量");
        Kind(s => s.Channel, "怎么卖的", ("live", "直播"), ("online", "网店"), ("fair", "集市展销"), ("group", "团购"), ("other", "其他")).Listed().Filtered().Called("销售渠道", "销售方式", "渠道");
        Here(s => s.Note);
        Copied(s => s.Category, "品类", from: "category");

        TitledBy(s => s.Product);
        MatchedBy(s => s.Product, s => s.Date);

        Flow("product-sale.amount", "好物销售额", Unit.Yuan).Sum(FieldOf(s => s.Amount)).By(FieldOf(s => s.Category), FieldOf(s => s.Channel));
        Flow("product-sale.orders", "好物订单", Unit.Of("单")).Sum(FieldOf(s => s.Orders)).By(FieldOf(s => s.Category), FieldOf(s => s.Channel));
    }
}
