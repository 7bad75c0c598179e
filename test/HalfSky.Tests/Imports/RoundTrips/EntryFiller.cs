using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Tests.Imports.Generated;

namespace HalfSky.Tests.Imports.RoundTrips;

/// <summary>
/// Makes entries with all their fields filled in, as a form would. Where a rule of the register says no, the field it names is left out, put in or told
/// otherwise, and what was left out gets an entry of its own.
/// </summary>
internal sealed class EntryFiller(County county, Reference reference)
{
    private const int Tries = 24;

    /// <summary>From this number on values are the plainest a rule may want.</summary>
    private const int Anew = 9;

    /// <summary>Texts that a file can spoil: what looks like a formula, a number or a tag, quotes, commas, characters of several widths.</summary>
    private static readonly string[] Awkward = ["=1+1，“引号”与\"双引号\"", "'撇号开头，带,逗号", "007", "-5 度 <b>&amp;_x0041_", "@全体（全角）①", "123456789012345678", "+86，2026.10", "＝甲", "同上", "/", "备注：合计"];

    private readonly Dictionary<string, List<(Guid Id, string Name)>> known = new(StringComparer.Ordinal);
    private int used;

    /// <summary>Fields some entry holds, “register.field”.</summary>
    public HashSet<string> Filled { get; } = new(StringComparer.Ordinal);

    /// <summary>Why the last try for a register or field failed.</summary>
    public Dictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields an entry may hold.</summary>
    public static IEnumerable<Field> Fillable(Register register) => register.Fields.Where(f => !f.Derived && f.Key != "programmes");

    /// <summary>Fills all registers, those others point at first.</summary>
    public async Task FillAll()
    {
        for (var round = 0; round < 4; round++)
            foreach (var register in reference.Registers.Where(r => Fillable(r).Any(f => !f.Common)))
            {
                if (round == 0)
                    for (var nth = 0; nth < 3; nth++) await Fill(register, nth, null);
                foreach (var field in Fillable(register).Where(f => !Filled.Contains($"{register.Key}.{f.Key}")).ToList())
                    for (var nth = 0; nth < 3 && !Filled.Contains($"{register.Key}.{field.Key}"); nth++) await Fill(register, nth + round * 3, field);
            }
    }

    /// <summary>A value of a field as typed; another for each number.</summary>
    public async Task<string?> Value(Register register, Field field, int nth)
    {
        var village = county.Facts.Villages[nth % county.Facts.Villages.Count];
        switch (field.Type)
        {
            case FieldType.Kind or FieldType.Kinds:
                var codes = reference.KindsOf(field).Items.Where(k => !k.Hidden).Select(k => k.Code).ToList();
                return codes.Count == 0 ? null : field.Type is FieldType.Kind ? codes[nth % codes.Count] : string.Join(',', Enumerable.Range(nth, Math.Min(3, codes.Count)).Select(i => codes[i % codes.Count]).Distinct());
            case FieldType.Date:
                return Day(register, field, nth).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case FieldType.Number:
                if (field.Key is "year") return (county.Clock.Today.Year - nth % 2).ToString(CultureInfo.InvariantCulture);
                var number = Math.Clamp(nth >= Anew ? 1 : 4 + nth, field.Least, field.Greatest);
                return field.Digits > 0 && number < field.Greatest && nth < Anew ? number + ".5" : number.ToString(CultureInfo.InvariantCulture);
            case FieldType.Money:
                return (1234.56m + nth * 1000).ToString(CultureInfo.InvariantCulture);
            case FieldType.Flag:
                return nth % 2 == 0 ? "是" : "否";
            case FieldType.Place:
                return (nth % 3 == 1 ? village.Grids[0] : village.Place).ToString(CultureInfo.InvariantCulture);
            case FieldType.Organization:
                return village.Org.ToString(CultureInfo.InvariantCulture);
            case FieldType.IdCard:
                return Known.Number("990101", new DateOnly(1985, 3, 1 + nth % 28), 200 + 2 * (++used % 390));
            case FieldType.Phone:
                return nth % 2 == 0 ? $"1390000{1000 + nth}" : $"1390000{1000 + nth},0536-345{1000 + nth}";
            case FieldType.LookUp:
                var targets = await Targets(field.Target!, village);
                return targets.Count == 0 ? null : targets[nth % targets.Count].ToString();
            default:
                return Text(register, field, nth);
        }
    }

    private DateOnly Day(Register register, Field field, int nth)
    {
        var today = county.Clock.Today;
        if (field.Key is "birth") return new(1985, 3, 1 + nth % 28);
        if (field.Key is "date" or "from" or "opened" or "founded" || field == register.Held?.From) return today.AddDays(-300 - nth);
        if (field == register.Held?.To || field.FutureAllowed) return today.AddDays(field.FutureAllowed ? 40 + nth : -20 - nth);
        return today.AddDays(-60 - nth);
    }

    private string Text(Register register, Field field, int nth)
    {
        var text = field.Key switch
        {
            "starts" or "arrived" or "happened" => $"{8 + nth % 4}:30",
            "ends" or "left" or "reportedAt" => $"1{5 + nth % 4}:00",
            "link" => $"https://example.invalid/?a={nth}&b=“二”",
            "rule" => $"{1 + nth % 12}月8日",
            "period" => (string[])["2026", "2026H1", "2026Q1", "2026-03"] is var periods ? periods[nth % 4] : "",
            "measure" => (string[])["activity.sessions", "visit.times"] is var measures ? measures[nth % 2] : "",
            "conditions" => "kind=" + reference.KindsOf(reference.Register("activity")!["kind"]).Items[0].Code,
            _ when field == register.TitleField => $"{register.Label}（{Awkward[nth % Awkward.Length]}）第{++used}号",
            _ when field.Type is FieldType.LongText => $"={register.Label}第{nth}条：“甲”,\"乙\"\n第二行　缩进\n\n@第四行\t制表 _x000D_ '撇号' <b>&amp; 甲\u200d乙",
            _ => Awkward[(nth + field.Position) % Awkward.Length],
        };
        return text.Length > field.MaxLength ? text[..field.MaxLength].Trim() : text;
    }

    private async Task<IReadOnlyList<Guid>> Targets(string target, Village village) => target switch
    {
        "person" => [.. village.People.Select(p => p.Id)],
        "household" => village.Households,
        "post" => [village.ExecPost],
        "care" => [.. village.Care.Select(c => c.Id)],
        _ => [.. (known.GetValueOrDefault(target) ?? (known[target] = await Entries(target))).Select(e => e.Id)],
    };

    /// <summary>Entries whose name stands for one of them, and that hold still.</summary>
    private Task<List<(Guid Id, string Name)>> Entries(string key) => county.As(Persona.CountyStaff, async (recording, session) =>
    {
        var of = reference.Register(key)!;
        var all = Scope.Whole("the filler of the test");
        var ids = new List<Guid>();
        var query = new Query(session, of.Shape, all).Where(EntryStates.Count);
        if (of.Held is { } held) query = query.Where(new Filter.Any([new Filter.Is(held.To.Key, null), new Filter.Range(held.To.Key, county.Clock.Today.AddDays(1), null)]));
        await foreach (var row in query.Stream(["id"], [new("id")], default)) ids.Add((Guid)row[0]!);
        var names = await recording.Names.Of(of, ids, all);
        return ids.Select(i => (i, names.GetValueOrDefault(i, ""))).GroupBy(e => e.Item2).Where(g => g.Key.Length > 0 && g.Count() == 1).Select(g => g.First()).ToList();
    });

    /// <summary>What is scored by hand comes with a file.</summary>
    private static Attachment Evidence(Recording recording, Guid entry) => new()
    {
        Id = Uuid.New(recording.Clock.Now), Entry = entry, Register = "assessment-score", Org = Branch.Root.Value, AddedBy = recording.User.Account, AddedAt = recording.Clock.Now, MediaType = "application/pdf",
        Name = recording.Vault.Seal(SealPurpose.Attachment, Attachment.NameField, "佐证.pdf"), ContentHash = new string('0', 64), Size = 1,
    };

    /// <summary>One entry with everything, or with what must be and one field more.</summary>
    private async Task Fill(Register register, int nth, Field? wanted)
    {
        var fields = Fillable(register).ToList();
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var field in fields.Where(f => wanted is null || f == wanted || f.Required || f == register.TitleField || f.Key is "org" or "place"))
            // One of them has not ended, so that others may point at it.
            if ((field is not { Type: FieldType.Date, Required: false, Common: false } || nth != 1 || field == wanted) && await Value(register, field, nth) is { } value) values[field.Key] = value;
        var told = values.Keys.ToDictionary(k => k, _ => nth);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var verdict = await FilledCounty.AsMachine(county, s => s.Recording.Session.Write(ct =>
            {
                var id = Uuid.New(s.Recording.Clock.Now);
                if (register.Key == "assessment-score") s.Recording.Session.Db.Add(Evidence(s.Recording, id));
                return s.Recording.Create(register.Key, id, new Input(new Dictionary<string, string?>(values), Confirmed: true), ct);
            }));
            if (verdict.IsAccepted)
            {
                Filled.UnionWith(values.Where(v => !Recording.IsEmpty(register[v.Key], register[v.Key].Read(verdict.Entry!))).Select(v => $"{register.Key}.{v.Key}"));
                known.Remove(register.Key);
                return;
            }
            Failures[register.Key + (wanted is null ? "" : "." + wanted.Key)] = string.Join("; ", verdict.Problems.Select(p => $"{p.Code} {p.Field} {p.Text}"));
            foreach (var key in verdict.Problems.Select(p => p.Field).OfType<string>().Distinct().Where(k => register.Find(k) is { Derived: false }).ToList())
            {
                var field = register[key];
                if (field == wanted && attempt < 3)
                    foreach (var other in values.Keys.Where(k => k != key && !register[k].Required && k is not ("org" or "place")).ToList()) values.Remove(other);
                else if (!values.ContainsKey(key) || field.Required || field == wanted)
                {
                    told[key] = told.GetValueOrDefault(key, nth - 1) + 1;
                    values[key] = await Value(register, field, told[key]);
                }
                else values.Remove(key);
            }
            if (attempt > 6)
                foreach (var field in fields.Where(f => f is { Required: true, Type: FieldType.Kind } && f != wanted)) values[field.Key] = await Value(register, field, nth + attempt);
        }
    }
}
