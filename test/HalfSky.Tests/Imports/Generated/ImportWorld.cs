using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>A person of the world whose papers are known.</summary>
internal sealed record Known(string Name, string Sex, DateOnly Birth, string IdNumber, string Phone)
{
    /// <summary>An identity number that is right; the sequence is even for women.</summary>
    public static string Number(string region, DateOnly birth, int sequence)
    {
        var first = $"{region}{birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{sequence:000}";
        return first + IdCardNumber.CheckCharacter(first);
    }
}

/// <summary>
/// What workbooks can point at: the small county, a dozen people with papers, and a few entries of every register that others look up.
/// Only names that stand for one thing are used.
/// </summary>
internal sealed class ImportWorld(Reference reference, IReadOnlyDictionary<string, IReadOnlyList<string>> names, IReadOnlyList<Known> people, DateOnly today)
{
    private static readonly Dictionary<string, string[]> Titles = new(StringComparer.Ordinal)
    {
        ["body"] = ["槐荫村小学", "青禾镇敬老院", "青禾县人民医院", "白鹭乡司法所"],
        ["venue"] = ["槐荫村妇女之家", "柳溪村儿童之家", "白鹭乡家长学校"],
        ["team"] = ["青禾镇巾帼宣讲队", "白鹭乡巾帼护河队", "石桥村志愿服务队"],
        ["activity"] = ["三八维权周普法宣讲", "六一亲子阅读", "重阳敬老义诊"],
        ["course"] = ["家政服务技能培训班", "电商直播培训班", "育婴师培训班"],
        ["base"] = ["青禾手工编织坊", "荷塘巾帼示范基地", "白鹭农家乐"],
        ["job"] = ["缝纫工", "育婴员", "保洁员"],
        ["plan"] = ["2026年妇联工作要点", "巾帼创业三年行动"],
        ["notice"] = ["关于开展三八系列活动的通知", "关于摸底留守妇女的通知"],
    };

    public Reference Reference => reference;

    public DateOnly Today => today;

    /// <summary>People with papers.</summary>
    public IReadOnlyList<Known> People => people;

    /// <summary>Names of the entries of a register, each of them one entry's.</summary>
    public IReadOnlyList<string> Names(string register) => names.GetValueOrDefault(register) ?? [];

    public IReadOnlyList<string> Villages { get; } = [.. reference.Places.All.Where(n => n.Number.Depth == 3).Select(n => n.Name)];

    public IReadOnlyList<string> Townships { get; } = [.. reference.Places.All.Where(n => n.Number.Depth == 2).Select(n => n.Name)];

    public IReadOnlyList<string> Organizations { get; } = [.. reference.Organizations.All.GroupBy(n => n.Name).Where(g => g.Count() == 1).Select(g => g.Key)];

    /// <summary>“青禾镇” of “槐荫村”.</summary>
    public string TownshipOf(string village) => reference.Places.NameOf(reference.Places.All.First(n => n.Name == village).Number.Parent!.Value.Value);

    /// <summary>Makes the world in the county.</summary>
    public static async Task<ImportWorld> In(County county)
    {
        var reference = await county.Reference();
        var people = new List<Known>();
        foreach (var (name, i) in new[] { "李桂花", "王芳", "赵素云", "刘梅", "孙玉凤", "周兰英", "吴秀莲", "郑云", "冯巧珍", "陈淑芬", "蒋月娥", "沈桂香" }.Select((n, i) => (n, i)))
        {
            var (birth, village) = (new DateOnly(1958 + i * 3, 1 + i, 3 + i), county.Facts.Villages[i % 6]);
            var known = new Known(name, "female", birth, Known.Number("990101", birth, 100 + i * 2), $"138{(10_000_000 + i * 1_234_567).ToString(CultureInfo.InvariantCulture)}");
            await county.Recorded(Persona.CountyStaff, "person", ("name", name), ("sex", "female"), ("idNumber", known.IdNumber), ("phones", known.Phone), ("place", village.Place), ("org", village.Org),
                ("from", Seeding.Since), ("date", Seeding.Since));
            people.Add(known);
        }
        var wanted = reference.Registers.SelectMany(r => r.Fields).Where(f => f is { Type: FieldType.LookUp, Derived: false }).Select(f => f.Target!).ToHashSet();
        for (var round = 0; round < 3; round++)
            foreach (var target in wanted.Order(StringComparer.Ordinal))
                if (target is not ("person" or "household" or "post" or "care") && (await Entries(county, reference, target)).Count == 0) await Fill(county, reference, target);
        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var target in wanted)
            names[target] = [.. (await Entries(county, reference, target)).GroupBy(e => e.Name).Where(g => g.Key.Length > 0 && g.Count() == 1).Select(g => g.Key).Order(StringComparer.Ordinal)];
        return new(await county.Reference(), names, people, county.Clock.Today);
    }

    /// <summary>A few entries with what the register demands; where it demands more, nobody points at it.</summary>
    private static async Task Fill(County county, Reference reference, string register)
    {
        var of = reference.Register(register)!;
        foreach (var (title, i) in (Titles.GetValueOrDefault(register) ?? [of.Label + "甲", of.Label + "乙"]).Select((t, i) => (t, i)))
        {
            var values = new List<(string, object?)>();
            foreach (var f in of.Fields.Where(f => !f.Derived && (f.Required || f == of.TitleField || f.Key is "org" or "place" or "body")))
                values.Add((f.Key, await Least(county, reference, f, f == of.TitleField ? title : f.Label, i)));
            await county.Record(Persona.CountyStaff, register, [.. values]);
        }
    }

    private static async Task<object?> Least(County county, Reference reference, Field field, string text, int number) => field.Type switch
    {
        FieldType.Text or FieldType.LongText => text,
        FieldType.Date => county.Clock.Today.AddDays(field.Key is "to" or "deadline" or "due" ? (field.FutureAllowed ? 60 + number : 0) : -30 - number),
        FieldType.Kind or FieldType.Kinds => reference.KindsOf(field).Items[0].Code,
        FieldType.Number or FieldType.Money => Math.Max(field.Least, 3),
        FieldType.Flag => true,
        FieldType.Place => county.Facts.Villages[number].Place,
        FieldType.Organization => county.Facts.Villages[number].Org,
        FieldType.LookUp => await Entries(county, reference, field.Target!) is { Count: > 0 } some ? some[number % some.Count].Id : null,
        _ => null,
    };

    private static async Task<List<(Guid Id, string Name)>> Entries(County county, Reference reference, string register)
    {
        var of = reference.Register(register)!;
        return await county.As(Persona.CountyStaff, async (recording, session) =>
        {
            var ids = new List<Guid>();
            var everybody = Scope.Whole("the world of the test");
            await foreach (var row in new Query(session, of.Shape, everybody).Where(EntryStates.Count).Stream(["id"], [new("id")], default)) ids.Add((Guid)row[0]!);
            var names = await recording.Names.Of(of, ids, everybody);
            return ids.Select(i => (i, names.GetValueOrDefault(i, ""))).ToList();
        });
    }
}
