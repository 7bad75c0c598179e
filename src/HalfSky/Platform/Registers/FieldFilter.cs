using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Registers;

/// <summary>Reads typed text as a condition over one declared field; for the list, the API, exports and the rows behind a measure.</summary>
public sealed class FieldFilter(Reference reference, CurrentUser user, Vault vault, DateOnly today)
{
    private const string Through = "..";
    private const int Most = 50;

    /// <summary>The condition of several typed values, one of which must hold.</summary>
    /// <param name="register">Register of the field.</param>
    /// <param name="field">The field.</param>
    /// <param name="typed">Codes or labels, days or periods (“2026-03”), numbers or “1..10”; at least one.</param>
    /// <param name="values">What was understood, written as on the wire.</param>
    /// <param name="problem">What is wrong; null when nothing is.</param>
    /// <returns>Null when something is wrong.</returns>
    public Filter? Read(Register register, Field field, IReadOnlyList<string> typed, out IReadOnlyList<string> values, out Problem? problem)
    {
        values = [];
        if (field.Type is FieldType.Kind or FieldType.Kinds)
            typed = [.. typed.SelectMany(t => t.Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        problem = typed.Count > Most ? new("list.many", $"{field.Label}一次最多选 {Most} 项。", field.Key)
            : field.Type is FieldType.LongText ? new("list.field", $"{field.Label}是长文字，请在“查找”里输词来查。", field.Key)
            : null;
        if (problem is not null) return null;
        var (conditions, read) = (new List<Filter>(), new List<string>());
        foreach (var text in typed)
        {
            if (One(register, field, text, out var value, out problem) is not { } condition) return null;
            conditions.Add(condition);
            read.Add(value);
        }
        values = read;
        // One list of values instead of many conditions: the builder drives a list by its day or place, which an “or” would hide.
        if (conditions.Count > 1 && conditions.All(c => c is Filter.In { Values.Count: 1 } or Filter.Is { Value: not null and not byte[] }))
            return new Filter.In(field.Key, [.. conditions.Select(c => c is Filter.In i ? i.Values[0] : ((Filter.Is)c).Value!)]);
        return conditions.Count == 1 ? conditions[0] : new Filter.Any(conditions);
    }

    private Filter? One(Register register, Field field, string text, out string value, out Problem? problem)
    {
        value = text.Trim();
        problem = null;
        if (field.Type is FieldType.Date && Period.TryParse(value, null, out var days))
        {
            value = days.Key;
            return new Filter.Range(field.Key, days.From, days.To);
        }
        if (field.Type is FieldType.Number or FieldType.Money && value.Split(Through) is [var low, var high])
            return Between(field, low, high, out problem);
        if (!FieldValue.TryParse(field, value, reference, today, out var parsed, out var sentence) || parsed is null)
        {
            problem = new("list.value", sentence.Length > 0 ? sentence : $"{field.Label}要查什么，请填上。", field.Key);
            return null;
        }
        if (field.Sealed is { } purpose) return Sealed(register, field, purpose, (string)parsed, out problem);
        value = field.Type is FieldType.Kinds ? Codes.Split((string)parsed)[0] : FieldValue.ToText(field, parsed);
        return field.Type switch
        {
            FieldType.Kinds => new Filter.Has(field.Key, value),
            FieldType.Place => new Filter.Within(field.Key, reference.Covered(new((long)parsed))),
            FieldType.Organization => new Filter.Within(field.Key, [new((long)parsed)]),
            FieldType.Date => new Filter.Range(field.Key, parsed, ((DateOnly)parsed).AddDays(1)),
            FieldType.LookUp => new Filter.Is(field.Key, parsed),
            _ => new Filter.In(field.Key, [parsed]),
        };
    }

    private Filter.Range? Between(Field field, string low, string high, out Problem? problem)
    {
        problem = null;
        if (FieldValue.TryParse(field, low, reference, today, out var from, out var sentence) && FieldValue.TryParse(field, high, reference, today, out var to, out sentence)
            && (from, to) is not (null, null))
            return new(field.Key, from, to is long last ? last + 1 : null);
        problem = new("list.value", sentence.Length > 0 ? sentence : $"{field.Label}要写成 1..10 这样的范围。", field.Key);
        return null;
    }

    /// <summary>
    /// By hash. An identity number or telephone finds the person who gave it; to try out what a medical result or a case says is as good as
    /// reading it, so the others need the right to unseal, and hold where that right does.
    /// </summary>
    private Filter? Sealed(Register register, Field field, SealPurpose purpose, string plain, out Problem? problem)
    {
        problem = null;
        var equal = new Filter.Is(field.Key, vault.HashOf(purpose, register.Key + "." + field.Key, plain));
        if (purpose is SealPurpose.IdentityNumber or SealPurpose.Phone) return equal;
        var opens = user.Scope(register.Permission("unseal"));
        if (!opens.IsEmpty) return equal & new Filter.Within("org", opens.Branches);
        problem = new("list.sealed", $"{field.Label}是加密保存的，您不能按它来查。", field.Key);
        return null;
    }
}
