namespace HalfSky.Kernel.Tests;

public class RefusalTests
{
    private static readonly Problem Late = new("visit.late", "走访日期不能晚于今天，请改日期。");

    [Fact]
    public void A_refusal_without_a_reason_is_a_bug() => Assert.Throws<ArgumentException>(() => new Refusal([]));

    [Fact]
    public void A_refusal_says_all_its_reasons()
    {
        var refusal = new Refusal([Late.At("day"), new("visit.where", "请选择地点。", "place")]);
        Assert.Equal(["day", "place"], refusal.Problems.Select(p => p.Field));
        Assert.Contains("请改日期", refusal.Message);
        Assert.Contains("请选择地点", refusal.Message);
        Assert.Equal(Late, Assert.Single(new Refusal(Late).Problems));
    }
}
