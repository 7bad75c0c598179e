using HalfSky.Platform.Imports;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sheets.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Imports;

/// <summary>What workbooks of other makers taught the reader, each cause once.</summary>
public sealed class MakersTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private string One => fixture.County.Village1.Name;

    private string Two => fixture.County.Village2.Name;

    [Fact]
    public async Task A_word_that_is_no_kind_is_refused_and_words_counties_use_for_kinds_are_taken()
    {
        var rows = (await Read("person", $"姓名,性别,婚姻状况,文化程度,政治面貌,残疾等级,村\n李冬,女,分居,大专,党员,3级,{One}\n王冬,女,离异,文盲,团员,四,{One}\n")).Rows;
        Assert.Equal("kind.unknown", rows[0].Problems.Single(p => p.Path == "marriage").Code);
        Assert.Equal("30 01 3", string.Join(' ', Wire(rows[0], "education", "politics", "disabilityGrade")));
        Assert.Equal("40 90 03 4", string.Join(' ', Wire(rows[1], "marriage", "education", "politics", "disabilityGrade")));
        Assert.Empty(rows[1].Problems);
    }

    [Fact]
    public async Task A_ledger_without_days_says_that_today_is_taken()
    {
        var rows = (await Read("opinion", $"什么事,来源,转给谁,村\n路灯不亮,走访收集,镇政府,{One}\n井盖坏了,走访收集,镇政府,{One}\n")).Rows;
        Assert.Contains(rows[0].Problems, p => p is { Path: "date", Code: "date.today", Doubtful: true });
        rows = (await Read("opinion", $"什么事,来源,提出日期,转给谁,村\n路灯不亮,走访收集,2026-03-08,镇政府,{One}\n")).Rows;
        Assert.DoesNotContain(rows[0].Problems, p => p.Path == "date");
    }

    [Fact]
    public async Task Levels_are_told_with_and_without_their_suffix()
    {
        var rows = (await Read("information-report", $"标题,媒体,媒体级别,日期,村\n甲,妇女报,国家级,2026-03-08,{One}\n乙,县台,县级,2026-03-08,{One}\n丙,镇站,乡镇级,2026-03-08,{One}\n")).Rows;
        Assert.Equal(["nation", "county", "township"], rows.Select(r => Wire(r, "level")[0]));
    }

    [Fact]
    public async Task Of_a_line_of_boxes_only_the_ticked_are_taken()
    {
        var rows = (await Read("care", $"姓名,类别,联系执委,登记日期,村\n李冬,☑留守儿童 □困境儿童,周玉,2026-03-08,{One}\n王冬,留守儿童√ 困境儿童√,周玉,2026-03-08,{One}\n赵冬,□留守儿童 □困境儿童,周玉,2026-03-08,{One}\n")).Rows;
        Assert.Equal(["[\"left-behind-child\"]", "[\"left-behind-child\",\"difficult-child\"]", null], rows.Select(r => Wire(r, "categories")[0]));
    }

    [Fact]
    public async Task A_village_written_once_holds_for_the_blank_cells_beneath_and_is_told_as_taken_for_granted()
    {
        var rows = (await Read("visit", $"村,姓名,走访日期\n{One},李冬,2026-03-01\n,王冬,2026-03-02\n,赵冬,2026-03-03\n{Two},钱冬,2026-03-04\n,孙冬,2026-03-05\n")).Rows;
        Assert.Equal([One, One, One, Two, Two], rows.Select(r => Wire(r, "place")[0]));
        Assert.Equal(["", "cell.above", "cell.above", "", "cell.above"], rows.Select(r => r.Problems.FirstOrDefault()?.Code ?? ""));
    }

    [Fact]
    public async Task A_village_forgotten_in_a_column_that_is_written_in_every_row_is_not_made_up()
    {
        var rows = (await Read("visit", $"村,姓名,走访日期\n{One},李冬,2026-03-01\n{One},王冬,2026-03-02\n,赵冬,2026-03-03\n{Two},钱冬,2026-03-04\n{Two},孙冬,2026-03-05\n,周冬,2026-03-06\n")).Rows;
        Assert.Equal([One, One, null, Two, Two, null], rows.Select(r => Wire(r, "place")[0]));
    }

    [Fact]
    public async Task A_line_between_the_entries_that_says_a_village_is_no_entry_and_gives_it_to_those_beneath()
    {
        var table = await Read("visit", $"姓名,走访日期,走访方式\n一、{One},,\n李冬,2026-03-01,入户\n王冬,2026-03-02,电话\n小计,,\n【{Two}】（1户）,,\n赵冬,2026-03-03,入户\n");
        Assert.Equal([(3, One), (4, One), (7, Two)], table.Rows.Select(r => (r.Number, Wire(r, "place")[0]!)));
        Assert.Equal([(2, "section"), (5, "total"), (6, "section")], table.Passed.Select(p => (p.Row, p.Why)));
    }

    [Theory]
    [InlineData("填报单位：{0}妇联\n", "台账")]
    [InlineData("2026年{0}走访台账\n", "台账")]
    [InlineData("", "{0}")]
    [InlineData("2026年{0}、{1}走访台账\n", "台账")]
    public async Task A_ledger_without_a_column_for_the_village_is_of_the_one_village_around_it_names(string line, string sheet)
    {
        var table = await Read("visit", string.Format(null, line, One, Two) + "姓名,走访日期,走访方式\n李冬,2026-03-01,入户\n", string.Format(null, sheet, One) + ".csv");
        Assert.Equal(line.Contains('、', StringComparison.Ordinal) ? null : One, Wire(table.Rows[0], "place")[0]);
    }

    [Fact]
    public async Task Villages_and_kinds_under_heads_nobody_knows_tell_their_columns_themselves()
    {
        var table = await Read("visit", $"走访去向,姓名,走访日期,沟通方式,颜色\n{One},李冬,2026-03-01,入户,红\n{Two},王冬,2026-03-02,电话,绿\n");
        Assert.Equal(["place", "person", "date", "mode", ""], table.Columns.Select(c => c.Targets.FirstOrDefault()?.Path ?? ""));
    }

    [Fact]
    public async Task The_line_that_shows_how_the_form_is_filled_in_is_no_entry()
    {
        var table = await Read("visit", $"序号,姓名,走访日期,村\n示例,张三,2026-01-01,{One}\n1,李冬,2026-03-01,{One}\n");
        Assert.Equal([3], table.Rows.Select(r => r.Number));
    }

    [Fact]
    public async Task Nothing_in_a_cell_of_money_days_or_telephones_is_nothing_and_in_a_note_a_word()
    {
        var rows = (await Read("visit", $"姓名,联系电话,走访日期,慰问金,需求,备注,村\n李冬,无,2026-03-01,无,无,无,{One}\n王冬,不详,2026-03-01,五百来块,看病,好,{One}\n")).Rows;
        Assert.Equal(",,,无", string.Join(',', Wire(rows[0], "person.phones", "given", "needs", "note")));
        Assert.Empty(rows[0].Problems);
        Assert.Equal("given", rows[1].Problems.Single(p => !p.Doubtful).Path);
    }

    [Fact]
    public async Task A_column_of_telephones_under_负责人电话_is_no_name()
    {
        var table = await Read("body", $"单位全称,类型,负责人电话,女从业人员数,所在村组\n云岭制衣,企业,13800000001,12,{One}\n青禾制衣,企业,13800000002,7人,{One}\n");
        Assert.Equal(["name", "kind", "phone", "women", "place"], table.Columns.Select(c => c.Targets.FirstOrDefault()?.Path ?? ""));
    }

    private static string?[] Wire(ImportRow row, params string[] paths) => [.. paths.Select(p => row.Cells.TryGetValue(p, out var cell) ? cell.Wire is System.Text.Json.Nodes.JsonArray several ? several.ToJsonString() : cell.Wire?.ToString() : null)];

    private Task<ImportTable> Read(string register, string text, string name = "台账.csv") => fixture.County.As(Persona.CountyStaff, async services =>
        await services.GetRequiredService<Importing>().Read((await services.GetRequiredService<Recording>().Reference(default)).Register(register)!, SourceBook.Read(System.Text.Encoding.UTF8.GetBytes(text), name), name, null, null, default));
}
