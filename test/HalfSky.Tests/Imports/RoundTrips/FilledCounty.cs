using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Imports;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sheets;
using HalfSky.Platform.Sheets.Reading;
using HalfSky.Tests.Platform.Registers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace HalfSky.Tests.Imports.RoundTrips;

/// <summary>A county in which every register, and one of its own, has entries that together fill every field; with the way out of it and into it.</summary>
public sealed class FilledCounty : IAsyncLifetime
{
    /// <summary>A county's own register with a field of every type, two of them called as columns of the program are.</summary>
    private static readonly Definition Own = new("own-everything", "百宝箱", "每种项都有",
    [
        new("topic", "主题", FieldType.Text, Required: true),
        new("long", "经过", FieldType.LongText),
        new("kind", "类型", FieldType.Kind, Kinds: [new("talk", "谈心"), new("craft", "手工（编织）")]),
        new("for", "对象", FieldType.Kinds, Kinds: [new("woman", "妇女"), new("child", "儿童"), new("old", "老人")]),
        new("people", "参加人数", FieldType.Number),
        new("cost", "花费", FieldType.Money),
        new("host", "主持人", FieldType.LookUp, Target: "person"),
        new("home", "在谁家", FieldType.LookUp, Target: "household"),
        new("activity", "哪场活动", FieldType.LookUp, Target: "activity"),
        new("open", "开放", FieldType.Flag),
        new("contact", "联系电话", FieldType.Phone),
        new("card", "身份证号", FieldType.IdCard),
        new("secret", "悄悄话", FieldType.Text, Sealed: true),
        new("until", "到哪天", FieldType.Date),
        new("where", "另一处", FieldType.Place),
        new("who", "协办组织", FieldType.Organization),
        new("number", "编号", FieldType.Text),
        new("status", "状态", FieldType.Text),
    ], []);

    /// <summary>The county.</summary>
    public County County { get; private set; } = null!;

    /// <summary>What was filled in, and what could not be.</summary>
    internal EntryFiller Filler { get; private set; } = null!;

    /// <summary>A county of the same places, people and own register, without the entries.</summary>
    public static async Task<County> Another()
    {
        var county = await County.Start(jobs: false);
        await DefinedRegisterTests.Define(county, Own);
        return county;
    }

    public async ValueTask InitializeAsync()
    {
        County = await Another();
        Filler = new(County, await County.Reference());
        await Filler.FillAll();
    }

    public ValueTask DisposeAsync() => County.DisposeAsync();

    /// <summary>Works as the command line does.</summary>
    public static async Task<T> AsMachine<T>(County county, Func<(Recording Recording, Importing Importing, Export Export), Task<T>> work)
    {
        using var scope = county.Services.CreateScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentUserSource>().Act(county.Facts.Signed[Persona.Admin].Account, "命令行", Branch.Root);
        return await work((services.GetRequiredService<Recording>(), services.GetRequiredService<Importing>(), services.GetRequiredService<Export>()));
    }

    /// <summary>A ledger as a file, and how many rows it has.</summary>
    public static Task<(byte[] File, long Rows)> Export(County county, string register, string format, bool masked) => AsMachine(county, async s =>
    {
        using var to = new MemoryStream();
        KeyValuePair<string, StringValues>[] asked = masked ? [] : [new("unmasked", "1")];
        var exported = await s.Export.Write((await s.Recording.Reference(default)).Register(register)!, format, asked, ExportReach.Command(Scope.Whole("the round trip of the test")), to, default);
        return (to.ToArray(), exported.Rows);
    });

    /// <summary>Brings a file in, or says what would become of its rows.</summary>
    public static Task<IReadOnlyList<JudgedRow>> Import(County county, string register, byte[] file, string format, bool dry = false, bool meant = false) => AsMachine(county, async s =>
    {
        var name = $"{register}.{format}";
        var book = SourceBook.Read(file, name);
        var table = await s.Importing.Read((await s.Recording.Reference(default)).Register(register)!, book, name, null, null, default);
        var choices = new ImportChoices(Meant: meant ? table.Rows.Select(r => r.Number).ToHashSet() : null);
        return dry ? await s.Importing.Judge(table, choices, null, default) : (await s.Importing.Write(file, name, table, choices, null, default)).Rows;
    });

    /// <summary>The rows of an export, head first, without the closing line that names time and number.</summary>
    public static List<List<string>> Rows(byte[] file, string format)
    {
        var sheet = SourceBook.Read(file, "a." + format).Sheets[0];
        return [.. sheet.Rows.SkipLast(1).Select(r => Enumerable.Range(1, sheet.LastColumn).Select(c => r[c].Text ?? "").ToList())];
    }
}
