using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>A form filled in at random from the declaration of its register. What is refused is corrected where the refusal points, as people do.</summary>
/// <param name="dice">Source of chance.</param>
/// <param name="register">The register.</param>
/// <param name="reference">Reference facts.</param>
/// <param name="today">Today.</param>
public sealed class RandomForm(Random dice, Register register, Reference reference, DateOnly today)
{
    // Only where a rule cannot be met by correcting the field it names.
    private static readonly Dictionary<string, Action<RandomForm>> Hints = new()
    {
        ["target"] = f => f.Put(("measure", f.Pick([.. f.reference.Measures.Select(m => m.Key)])), ("period", f.today.Year), ("conditions", null), ("value", f.dice.Next(1, 90))),
        ["occasion"] = f => f.Put(("rule", f.Pick(["3月8日", "农历九月初九", "5月第2个周日", "清明"]))),
        ["rubric-item"] = f => f.Put(("kind", "manual"), ("measure", null), ("conditions", null)),
        ["supervision"] = f => f.Put(("reply", "办好了"), ("replied", f.today)),
        ["employment"] = f => f.Put(("date", f.today.AddDays(-f.dice.Next(100, 500)))),
        ["course"] = f => f.Put(("lastDay", f.dice.Next(3) == 0 ? null : f.today.AddDays(60)), ("learners", f.dice.Next(3) == 0 ? f.dice.Next(1, 40) : null)),
        ["congress"] = f => f.Put(("ordinal", f.dice.Next(1, 99))),
        ["group-member"] = f => f.Put(("covers", f.dice.Next(4) == 0 ? null : f.Place())),
    };

    private readonly Dictionary<string, string?> values = [];
    private readonly HashSet<string> typed = [];
    private readonly Random dice = dice;
    private readonly Reference reference = reference;
    private readonly DateOnly today = today;

    /// <summary>An entry of a register to point at.</summary>
    public required Func<string, Guid?> One { get; init; }

    /// <summary>A day that is past.</summary>
    public required Func<DateOnly> Day { get; init; }

    /// <summary>The day of an entry.</summary>
    public required Func<Guid, DateOnly?> DayOf { get; init; }

    /// <summary>A place.</summary>
    public required Func<long> Place { get; init; }

    /// <summary>An organisation.</summary>
    public required Func<long> Organization { get; init; }

    /// <summary>What is filled in.</summary>
    public Dictionary<string, string?> Values => values.Where(v => v.Value is not null).ToDictionary(v => v.Key, string? (v) => v.Value);

    /// <summary>What was typed over an entry that was read; emptied fields too.</summary>
    public Dictionary<string, string?> Typed => typed.ToDictionary(k => k, string? (k) => values.GetValueOrDefault(k) ?? "");

    /// <summary>Writes values by hand; null means that the field stays empty.</summary>
    public void Put(params (string Key, object? Value)[] given)
    {
        foreach (var (key, value) in given) values[key] = value is DateOnly day ? Text(day) : Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Fills what is not there yet: all that is required, and of the rest mostly what some figure reads.</summary>
    public void Fill()
    {
        if (Hints.TryGetValue(register.Key, out var hint)) hint(this);
        foreach (var field in Asked().Where(f => !values.ContainsKey(f.Key)))
            if (field.Required || dice.Next(Read().Contains(field.Key) ? 2 : 12) == 0) values[field.Key] = Draw(field);
    }

    /// <summary>Reads an entry that is to be changed.</summary>
    public void Read(Entry entry)
    {
        foreach (var field in Asked()) values[field.Key] = FieldValue.ToText(field, field.Read(entry)) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Types some fields anew, mostly those a figure reads.</summary>
    public void Change(int fields)
    {
        var all = Asked().Where(f => f != register.Whole).ToList();
        var read = all.Where(f => Read().Contains(f.Key) || f.Common).ToList();
        for (var i = 0; i < fields; i++)
        {
            var field = Pick(read.Count > 0 && dice.Next(4) > 0 ? read : all);
            Write(field, !field.Required && dice.Next(4) == 0 ? null : Draw(field));
        }
    }

    /// <summary>Corrects what was refused; false where nothing can be.</summary>
    public bool Correct(IReadOnlyList<Problem> problems)
    {
        var corrected = false;
        foreach (var problem in problems)
        {
            if (problem.Field is not { } key || register.Find(key) is not { Derived: false } field) continue;
            Write(field, field.Required || values.GetValueOrDefault(key) is null ? Draw(field) : null);
            corrected = true;
        }
        return corrected;
    }

    private void Write(Field field, string? value)
    {
        values[field.Key] = value;
        typed.Add(field.Key);
    }

    /// <summary>The whole first, then days: what hangs on them comes after.</summary>
    private IEnumerable<Field> Asked() => register.Fields.Where(f => !f.Derived && f.Sealed is null && f.Key != "note")
        .OrderBy(f => f == register.Whole ? 0 : f == register.Held?.From ? 1 : f.Key == "date" ? 2 : 3);

    private HashSet<string> Read() => [.. register.Measures.SelectMany(m => m.Columns.Concat(m.Span.Keys)).Append("programmes")];

    private string? Draw(Field field)
    {
        switch (field.Type)
        {
            case FieldType.Kind: return Codes(field) is { Count: > 0 } codes ? Pick(codes) : null;
            case FieldType.Kinds:
                var some = Codes(field).Where(_ => dice.Next(2) == 0).Take(4).ToList();
                return some.Count > 0 ? string.Join(',', some) : Codes(field) is { Count: > 0 } list ? Pick(list) : null;
            case FieldType.Date: return Text(DayFor(field));
            case FieldType.Number:
                var number = Math.Min(field.Least + dice.Next(20), field.Greatest);
                return field.Digits > 0 && number < field.Greatest ? $"{number}.{dice.Next(10)}" : number.ToString(CultureInfo.InvariantCulture);
            case FieldType.Money: return $"{dice.Next(1, 500)}.{dice.Next(100):00}";
            case FieldType.Flag: return dice.Next(2) == 0 ? "true" : "false";
            case FieldType.LookUp: return One(field.Target!)?.ToString();
            case FieldType.Place: return Place().ToString(CultureInfo.InvariantCulture);
            case FieldType.Organization: return Organization().ToString(CultureInfo.InvariantCulture);
            // Few different ones, so that some are alike. What is as short as this is an hour.
            default: return field.MaxLength <= 10 ? $"{dice.Next(8, 18)}:30" : field.Label + dice.Next(9);
        }
    }

    private DateOnly DayFor(Field field)
    {
        DateOnly? Known(string key) => values.GetValueOrDefault(key) is { } text && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null;
        DateOnly day;
        if (field == register.Held?.From || field.Key == "date")
        {
            day = register is { OwnDay: true, Whole: { } whole } && Guid.TryParse(values.GetValueOrDefault(whole.Key), out var id) && DayOf(id) is { } begun ? begun.AddDays(dice.Next(5)) : Day();
            if (field.FutureAllowed && dice.Next(4) == 0) day = today.AddDays(dice.Next(40));
        }
        else
        {
            // What ends or follows lies after what begins.
            var after = (register.Held is { } held && field == held.To ? Known(held.From.Key) : null) ?? Known("date") ?? Day();
            day = after.AddDays(dice.Next(4) == 0 ? 1 : dice.Next(200));
        }
        return day > today && !field.FutureAllowed ? today : day;
    }

    /// <summary>A few codes, and all that some figure asks for.</summary>
    private List<string> Codes(Field field)
    {
        var items = reference.KindsOf(field).Items.Where(k => !k.Hidden).Select(k => k.Code).ToList();
        var asked = register.Measures.SelectMany(m => Named(m.Where, field.Key)).ToHashSet();
        return [.. items.Where((c, i) => i < 4 || asked.Contains(c))];
    }

    private static IEnumerable<string> Named(Filter filter, string key) => filter switch
    {
        Filter.Is { Value: string code } f when f.Key == key => [code],
        Filter.In f when f.Key == key => f.Values.OfType<string>(),
        Filter.Has f when f.Key == key => [f.Code],
        Filter.All f => f.Parts.SelectMany(p => Named(p, key)),
        Filter.Any f => f.Parts.SelectMany(p => Named(p, key)),
        Filter.Not f => Named(f.Part, key),
        _ => [],
    };

    private T Pick<T>(IReadOnlyList<T> of) => of[dice.Next(of.Count)];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
