using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Registers;

/// <summary>The words that follow a field in a declaration.</summary>
public sealed class FieldDeclaration(Field field, Action<KindList> addKinds)
{
    private KindList? list;

    /// <summary>The field.</summary>
    public Field Field { get; } = field;

    /// <summary>Must be filled.</summary>
    public FieldDeclaration Required() => With(f => f.Required = true);

    /// <summary>Shown in the list.</summary>
    public FieldDeclaration Listed() => With(f => f.Listed = true);

    /// <summary>Offered as a filter.</summary>
    public FieldDeclaration Filtered() => With(f => f.Filterable = true);

    /// <summary>Goes into search.</summary>
    public FieldDeclaration Searched() => With(f => f.Searchable = true);

    /// <summary>Kept by the program, not asked for.</summary>
    public FieldDeclaration Derived() => With(f => f.Derived = true);

    /// <summary>Words beside the label.</summary>
    public FieldDeclaration Hint(string text) => With(f => f.Hint = text);

    /// <summary>What else counties put above its column.</summary>
    public FieldDeclaration Called(params string[] words) => With(f => f.Called = words);

    /// <summary>Preset on a new form.</summary>
    public FieldDeclaration Default(string text) => With(f => f.Default = text);

    /// <summary>Longest text.</summary>
    public FieldDeclaration Max(int characters) => With(f => f.MaxLength = characters);

    /// <summary>Bounds of a number.</summary>
    public FieldDeclaration Between(long least, long greatest) => With(f => (f.Least, f.Greatest) = (least, greatest));

    /// <summary>A number with digits behind the point, kept as a whole number.</summary>
    public FieldDeclaration Digits(int digits) => With(f => f.Digits = digits);

    /// <summary>May lie after today.</summary>
    public FieldDeclaration MayBeFuture() => With(f => f.FutureAllowed = true);

    /// <summary>Stored sealed (D10): equality by hash only, never in search, log or file name.</summary>
    public FieldDeclaration Sealed(SealPurpose purpose) => With(f => f.Sealed = purpose);

    /// <summary>Register a look-up points to.</summary>
    public FieldDeclaration Target(string register) => With(f => f.Target = register);

    /// <summary>Kind list of the field.</summary>
    public FieldDeclaration Of(KindList list)
    {
        addKinds(this.list = list);
        return With(f => f.KindList = list.Key);
    }

    /// <summary>What else summaries call its kinds, with blanks between; the figures of last year's summary are found by it.</summary>
    public FieldDeclaration Also(params (string Code, string Words)[] words)
    {
        foreach (var (code, also) in words) list!.Items.Single(i => i.Code == code).Also = also;
        return this;
    }

    /// <summary>Kind list declared elsewhere.</summary>
    public FieldDeclaration Of(string kindList) => With(f => f.KindList = kindList);

    /// <summary>A list the county may not add to, because the program reads meaning from its codes.</summary>
    public FieldDeclaration Fixed() => With(f => f.FixedKinds = true);

    private FieldDeclaration With(Action<Field> change)
    {
        change(Field);
        return this;
    }
}
