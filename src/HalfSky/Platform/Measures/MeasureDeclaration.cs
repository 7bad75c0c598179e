using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>The words that follow a measure in a declaration.</summary>
public sealed class MeasureDeclaration(Measure measure)
{
    /// <summary>The measure.</summary>
    public Measure Measure { get; } = measure;

    /// <summary>Counts different things instead of entries.</summary>
    public MeasureDeclaration Distinct(Field field) => With(m => m.Count = new Aggregate.Distinct(field.Key));

    /// <summary>Adds a number up.</summary>
    public MeasureDeclaration Sum(Field field) => With(m => m.Count = new Aggregate.Sum(field.Key));

    /// <summary>The greatest value: how far a count of editions or sessions has come.</summary>
    public MeasureDeclaration Max(Field field) => With(m => m.Count = new Aggregate.Max(field.Key));

    /// <summary>Counts the villages the entries lie in.</summary>
    public MeasureDeclaration Villages() => With(m => m.Count = new Aggregate.Villages([]));

    /// <summary>Can be split by a dated fact of another register that held on the day.</summary>
    public MeasureDeclaration ByDated(string key, string label, string register, string other, Field own, string field) =>
        With(m => m.Dated = [.. m.Dated, new(key, label, register, other, own.Key, field)]);

    /// <summary>Can be split by a dated fact that another register keeps about the measured entry itself.</summary>
    public MeasureDeclaration ByDated(string key, string label, string register, string other, string field) =>
        With(m => m.Dated = [.. m.Dated, new(key, label, register, other, "id", field)]);

    /// <summary>Only entries that fulfil the condition; the words go into the 口径.</summary>
    public MeasureDeclaration Where(Filter filter, string words) => With(m => (m.Where, m.WhereText) = (m.Where & filter, words));

    /// <summary>What else summaries call it, with blanks between; the figures of last year's summary are found by it.</summary>
    public MeasureDeclaration Also(string words) => With(m => m.Also = words);

    /// <summary>Can be split by these fields.</summary>
    public MeasureDeclaration By(params Field[] fields) => With(m => m.Dimensions = [.. fields.Select(f => f.Key)]);

    /// <summary>Only what the other register reached in the period.</summary>
    public MeasureDeclaration Reached(string register, string otherKey, Field key) => With(m => m.Reached = new(register, otherKey, key.Key));

    private MeasureDeclaration With(Action<Measure> change)
    {
        change(Measure);
        return this;
    }
}
