using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;

namespace HalfSky.Tests.Platform.Grid;

/// <summary>What people and spreadsheets write into cells.</summary>
public sealed class CellTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("2026.3.8", "2026-03-08")]
    [InlineData("2026年3月8日", "2026-03-08")]
    [InlineData("3月8日", "2026-03-08")]
    [InlineData("3.8", "2026-03-08")]
    [InlineData("１２-２５", "2025-12-25")]
    [InlineData("46089", "2026-03-08")]
    [InlineData("2026/3/8 0:00:00", "2026-03-08")]
    [InlineData("11月32日", "11月32日")]
    [InlineData("—", "")]
    public void Days(string cell, string typed) => Assert.Equal(typed, Typed(FieldType.Date, cell));

    [Theory]
    [InlineData("３５人", "35")]
    [InlineData("1,200", "1200")]
    [InlineData("1.2万", "12000")]
    [InlineData("大概三十", "大概三十")]
    public void Numbers(string cell, string typed) => Assert.Equal(typed, Typed(FieldType.Number, cell));

    [Fact]
    public void Flags_kinds_and_amounts()
    {
        Assert.Equal("是", Typed(FieldType.Flag, "√"));
        Assert.Equal("否", Typed(FieldType.Flag, "×"));
        Assert.Equal("talk,craft", Typed(FieldType.Kinds, "谈心；手工"));
        Assert.Equal("craft", Typed(FieldType.Kind, "手工课"));
        Assert.Equal("别的", Typed(FieldType.Kind, "别的"));
        Assert.Equal("1.5万元", Typed(FieldType.Money, "1.5", "万元"));
        Assert.NotNull(CellText.Spoilt(Of(FieldType.IdCard), "3.30102E+17"));
        Assert.Null(CellText.Spoilt(Of(FieldType.Number), "3.30102E+17"));
    }

    [Fact]
    public void Pasted_text_becomes_rows()
    {
        var table = PastedText.Read("姓名\t情况\t\r\n甲\t\"两\n行\"\t\r\n\r\n乙\t说\"好\"\t\r\n");
        Assert.Equal([["姓名", "情况"], ["甲", "两\n行"], ["乙", "说\"好\""]], table.Rows);
        Assert.Equal(table.Rows, PastedText.ReadAgain(PastedText.Write(table.Rows)));
        var chain = PastedText.Read("#接龙\n周六活动\n例 张三 1人\n\n1. 李桂花 3人\n2、王秀英 1人 晚点到\n带孩子\n3. 赵玉珍2人");
        Assert.True(chain.IsChain);
        Assert.Equal([["李桂花", "3人"], ["王秀英", "1人 晚点到 带孩子"], ["赵玉珍", "2人"]], chain.Rows);
        Assert.Equal([["甲"], ["乙"]], PastedText.Read("甲\n乙").Rows);
        Assert.Equal([["甲", "3"], ["乙", "4"]], PastedText.Read("甲,3\n乙,4").Rows);
    }

    private static string Typed(FieldType type, string cell, string unit = "") => CellText.Typed(Of(type), cell, unit, new("k", "k", [new("talk", "谈心"), new("craft", "手工")]), Today);

    private static Field Of(FieldType type) => new() { Key = "f", Label = "项", Type = type, Read = _ => null, Write = (_, _) => { } };
}
